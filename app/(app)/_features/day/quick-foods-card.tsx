"use client";

import { Plus } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { type ReadyFood, useQuickAdd } from "../diary";

/** Foods to begin with, each logged with one tap. */
export const QuickFoods = ({ foods, date }: { foods: readonly ReadyFood[]; date: string }) => {
  const id = useId();
  const add = useQuickAdd(date);
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title="Quick first foods" detail="From the article, in usual portions" />
      <ul className="flex flex-wrap gap-2 px-5 pt-3 pb-5 phone:grid phone:px-4 phone:pb-4">
        {foods.map((food) => {
          return (
            <li key={food.food} className="min-w-0">
              <Button
                aria-label={`Log ${food.name}, ${food.words}`}
                onClick={() => add(food)}
                className="h-10! max-w-full gap-2.5! phone:w-full phone:justify-start!"
              >
                <Plus size={14} strokeWidth={1.75} className="flex-none" aria-hidden />
                <span className="truncate">{food.name}</span>
                <span className="font-normal text-ink-3 phone:ml-auto">{food.words}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
