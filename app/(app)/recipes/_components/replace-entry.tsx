"use client";

import { useRouter } from "next/navigation";
import { dayWords, useDiaryActions, useToday } from "@/app/(app)/_features/diary";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FoodEntry } from "@/lib/diary/schemas";
import { portionWords } from "@/lib/format";

type ReplaceEntryProps = {
  entry: FoodEntry;
  recipe: { readonly food: string; readonly name: string };
};

/** Offers to put a recipe in the place of the entry that it was made from, in the same weight. */
export const ReplaceEntry = ({ entry, recipe }: ReplaceEntryProps) => {
  const router = useRouter();
  const today = useToday();
  const { replaceAll } = useDiaryActions();
  const { id, date, meal, name, portion, grams, version } = entry;
  if (grams === null) return null;
  const replace = () => {
    replaceAll([{ of: id, amount: { grams }, version }], recipe, name);
    router.push(date === today ? "/today" : `/diary/${date}`);
  };
  return (
    <Card
      aria-label="The entry it was made from"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4 phone:px-4"
    >
      <p className="wrap-anywhere min-w-0 flex-1 phone:basis-full">
        <b className="font-medium">{name}</b>, {portionWords(portion, grams)}, is logged for {meal},{" "}
        {dayWords(date, today)}.
        <span className="block text-13 text-ink-2">Its weight, meal, time and note stay.</span>
      </p>
      <Button variant="primary" onClick={replace}>
        Replace the entry by this recipe
      </Button>
    </Card>
  );
};
