"use client";

import { Plus } from "lucide-react";
import { useId } from "react";
import { MealIcon } from "@/components/nutrition/meal-icon";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { FoodEntry, Meal, RepeatView } from "@/lib/diary/schemas";
import { formatPortion, joinList, measureWords } from "@/lib/format";
import type { TodayPage } from "@/lib/insights/schemas";
import { mealNow, useDiaryActions } from "../diary";

/** What can be logged again, for the day that is shown. */
export type Repeat = Pick<RepeatView, "usual" | "yesterday">;

const amountWords = ({ portion, grams }: FoodEntry): string =>
  portion === null ? formatPortion(1, null, grams) : measureWords(portion.label, portion.count);

/** The meal of this hour as it is usually eaten, logged with one tap; nothing once that meal is begun. */
export const UsualMealCard = ({
  day,
  repeat,
  atFirst,
}: {
  day: Pick<TodayPage, "date" | "meals">;
  repeat: Repeat;
  atFirst: Meal | null;
}) => {
  const id = useId();
  const { copyAll } = useDiaryActions();
  const hydrated = useHydrated();
  const meal = hydrated ? mealNow() : atFirst;
  const usual = repeat.usual.find((each) => each.meal === meal);
  const begun = day.meals.some((each) => each.meal === meal && each.entries.length > 0);
  if (!usual || begun) return null;
  const { entries, gone } = usual;
  return (
    <Card
      aria-labelledby={id}
      className="no-print flex items-center gap-x-4 gap-y-3 py-3 pr-3 pl-5 phone:gap-x-3 phone:pl-4"
    >
      <MealIcon meal={usual.meal} />
      <div className="min-w-0 flex-1">
        <h2 id={id} className="font-semibold text-15 tracking-[-0.006em]">
          Usual {usual.meal}
        </h2>
        <p className="text-13 text-ink-2">
          {entries.map((entry, at) => (
            <span key={entry.id}>
              {at > 0 && ", "}
              <span className="text-ink">{entry.name}</span> {amountWords(entry)}
            </span>
          ))}
        </p>
        {gone.length > 0 && (
          <p className="text-13 text-ink-3">
            Without {joinList(gone)}, which {gone.length === 1 ? "was" : "were"} deleted since.
          </p>
        )}
      </div>
      <Button
        variant="primary"
        className="h-10! phone:h-11!"
        aria-label={`Add your usual ${usual.meal}: ${entries.map(({ name }) => name).join(", ")}`}
        onClick={() => copyAll(entries, { date: day.date, meal: usual.meal }, `Usual ${usual.meal} added`)}
      >
        <Plus size={16} strokeWidth={1.75} aria-hidden />
        Add
      </Button>
    </Card>
  );
};
