"use client";

import { Plus } from "lucide-react";
import { readySuggestion, useQuickAdd } from "@/app/(app)/_features/diary";
import { DeltaChip } from "@/components/nutrition/hallmark";
import { Button } from "@/components/ui/button";
import { formatDelta, measureWords, portionWords } from "@/lib/format";
import type { HelpingFoods as Alternatives } from "@/lib/insights/schemas";
import type { Mineral } from "@/lib/nutrition";

/** Alternatives that answer an alert, each to be logged today with one tap. */
export const HelpingFoods = ({
  mineral,
  foods: { items, chooseOne },
  today,
}: {
  mineral: Mineral;
  foods: Alternatives;
  today: string;
}) => {
  const add = useQuickAdd(today);
  return (
    <>
      {items.length > 1 && (
        <p className="text-13 text-ink-2">
          {chooseOne ? "One of these, not all: together they would be too much." : "One of these."}
        </p>
      )}
      <ul>
        {items.map((food) => {
          const added = food.adds.find((other) => other.mineral === mineral);
          return (
            <li
              key={food.food}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t py-2.5 first:border-t-0 first:pt-0"
            >
              <div className="min-w-0 flex-1 basis-48">
                <p>
                  <span className="font-medium">{food.name}</span>{" "}
                  <span className="text-13 text-ink-2">{portionWords(food.portion, food.grams)}</span>
                </p>
                {food.caution !== null && <p className="text-13 text-ink-2">{food.caution}</p>}
              </div>
              <span className="ml-auto flex flex-none items-center gap-4">
                {food.vitaminC !== undefined ? (
                  <span className="whitespace-nowrap text-13 tabular-nums">
                    {formatDelta("vitaminC", food.vitaminC)} vitamin C
                  </span>
                ) : (
                  added && <DeltaChip mineral={mineral} amount={added.amount} />
                )}
                <Button
                  size="s"
                  aria-label={`Add ${food.name}, ${measureWords(food.portion.label, food.portion.count)}`}
                  onClick={() => add(readySuggestion(food))}
                >
                  <Plus size={14} strokeWidth={1.75} aria-hidden />
                  Add
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
};
