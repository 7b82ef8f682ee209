"use client";

import { CalendarClock, Plus } from "lucide-react";
import {
  draftReady,
  mealAfter,
  mealNow,
  readyChoice,
  readySuggestion,
  useDiaryActions,
  useToday,
} from "@/app/(app)/_features/diary";
import { useLog } from "@/app/(app)/_features/palette";
import { SuggestionItem } from "@/components/nutrition/suggestions";
import { Button } from "@/components/ui/button";
import { measureWords, portionWords } from "@/lib/format";
import type { OneThing } from "@/lib/notices/schemas";

type Food = Extract<OneThing, { kind: "food" }>["food"];

/** The food to try: the palette opens with it and what it would do to today, or it is planned for later today. */
export const TryFood = ({ food }: { food: Food }) => {
  const log = useLog();
  const { plan } = useDiaryActions();
  const today = useToday();
  const ready = readySuggestion(food);
  const open = () => log.open({ date: today, food: food.food, choice: readyChoice(ready) });
  const portion = measureWords(food.portion.label, food.portion.count);
  return (
    <ul className="mt-2">
      <SuggestionItem
        slot={1}
        name={food.name}
        onOpen={open}
        portion={portionWords(food.portion, food.grams)}
        group={food.group.toLowerCase()}
        deltas={food.adds.slice(0, 3).map(({ mineral, amount }) => ({ mineral, amount }))}
        tags={food.pick === null ? [] : [{ kind: "article" }]}
        caution={food.caution}
        action={null}
      />
      <li className="flex flex-wrap gap-2 px-5 pb-2 phone:px-4">
        <Button aria-label={`Log ${food.name}, ${portion}`} onClick={open}>
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          Log it
        </Button>
        <Button
          aria-label={`Plan ${food.name} for later today`}
          onClick={() => plan(draftReady({ ready, date: today, meal: mealAfter(mealNow()) }).entry)}
        >
          <CalendarClock size={14} strokeWidth={1.75} aria-hidden />
          Plan for later today
        </Button>
      </li>
    </ul>
  );
};
