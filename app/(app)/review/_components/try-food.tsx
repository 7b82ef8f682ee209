"use client";

import { CalendarClock, Plus } from "lucide-react";
import { SuggestionItem } from "@/components/nutrition/suggestions";
import { Button } from "@/components/ui/button";
import type { OneThing } from "@/lib/notices/schemas";
import { useDiary } from "../../_components/diary-provider";
import { useLog } from "../../_components/log-host";
import { mealAfter, mealNow } from "../../_components/meal-words";
import { measureWords, portionWords } from "../../_components/measure";
import { choiceOf, draftReady, readySuggestion } from "../../_components/quick-add";

type Food = Extract<OneThing, { kind: "food" }>["food"];

/** The food to try: the palette opens with it and what it would do to today, or it is planned for later today. */
export const TryFood = ({ food }: { food: Food }) => {
  const log = useLog();
  const { plan, today } = useDiary();
  const ready = readySuggestion(food);
  const open = () => log.open({ date: today, food: food.food, choice: choiceOf(ready) });
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
