"use client";

import { useState } from "react";
import { MEAL_NAMES } from "@/components/nutrition/meal-icon";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import { useHydrated } from "@/components/ui/use-hydrated";
import { MEALS, type Meal } from "@/lib/diary/client";
import type { LoggableFood } from "../food";
import { choiceError, type PickedPortion, PortionPicker, pickedChoice } from "../food";
import { newId } from "../offline";
import { useDiaryActions } from "./diary-actions";
import { useToday } from "./diary-provider";
import { draftEntry } from "./entry";
import { mealNow } from "./meal-words";

type LogFoodCardProps = {
  food: Pick<LoggableFood, "id" | "name" | "portions" | "per100g" | "lowerBounds">;
  picked: PickedPortion;
  onPick: (picked: PickedPortion) => void;
  className?: string;
};

/** Logs one food today from its own page. */
export const LogFoodCard = ({ food, picked, onPick, className }: LogFoodCardProps) => {
  const diary = useDiaryActions();
  const today = useToday();
  // The meal goes by the clock of the device, which the server does not know.
  const [chosen, setMeal] = useState<Meal | null>(null);
  const hydrated = useHydrated();
  const meal = chosen ?? (hydrated ? mealNow() : "snack");
  const choice = pickedChoice(picked);
  const usable = choiceError(choice) === null;
  const add = () => {
    if (!usable) return;
    const { entry, input } = draftEntry({ id: newId(), date: today, meal, food, choice });
    diary.add(entry, input);
  };
  return (
    <Card aria-labelledby="log" className={className}>
      <CardHeader id="log" title="Log it today" />
      <CardBody className="grid gap-4">
        <PortionPicker portions={food.portions} value={picked} onChange={onPick} />
        <Segmented
          label="Meal"
          hideLabel
          look="pill"
          options={MEALS.map((value) => ({ value, label: MEAL_NAMES[value] }))}
          value={meal}
          onValueChange={setMeal}
        />
        <Button variant="primary" onClick={add} disabled={!usable}>
          Add to {MEAL_NAMES[meal].toLowerCase()}
        </Button>
      </CardBody>
    </Card>
  );
};
