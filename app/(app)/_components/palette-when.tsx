"use client";

import { Calendar } from "lucide-react";
import { useState } from "react";
import { MEAL_NAMES, MealIcon } from "@/components/nutrition/meal-icon";
import { Button, IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import { MEALS, type Meal } from "@/lib/diary/plain";
import { isLocalDate } from "@/lib/nutrition";
import { dayWords } from "./meal-words";

export type When = { date: string; meal: Meal };
type WhenProps = {
  value: When;
  today: string;
  onChange: (value: When) => void;
  /** Only a picture of a calendar, where the meals stand beside it. */
  icon?: boolean;
};

const options = MEALS.map((meal) => ({ value: meal, label: MEAL_NAMES[meal] }));

/** The day and meal that is logged to, as a button that opens a small panel. */
export const WhenButton = ({ value, today, onChange, icon = false }: WhenProps) => {
  const [open, setOpen] = useState(false);
  const label = `${MEAL_NAMES[value.meal]}, ${dayWords(value.date, today)}: change meal or day`;
  return (
    <Popover
      label="Meal and day"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        icon ? (
          <IconButton label={label} variant="default">
            <Calendar size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        ) : (
          <Button aria-label={label}>
            <MealIcon meal={value.meal} />
            {MEAL_NAMES[value.meal]}, {dayWords(value.date, today)}
          </Button>
        )
      }
    >
      <div className="grid gap-3">
        <MealSwitch value={value.meal} onChange={(meal) => onChange({ ...value, meal })} />
        <DayField value={value.date} onChange={(date) => onChange({ ...value, date })} />
        <Button className="justify-self-end" onClick={() => setOpen(false)}>
          Done
        </Button>
      </div>
    </Popover>
  );
};

/** The four meals side by side. */
export const MealSwitch = ({ value, onChange }: { value: Meal; onChange: (meal: Meal) => void }) => (
  <Segmented
    label="Meal"
    hideLabel
    look="pill"
    options={options}
    value={value}
    onValueChange={onChange}
    className="w-full"
  />
);

/** A day; a date that is half typed changes nothing yet. */
export const DayField = ({ value, onChange }: { value: string; onChange: (date: string) => void }) => (
  <Field label="Day">
    <TextInput
      type="date"
      min="1900-01-15"
      max="2200-12-30"
      defaultValue={value}
      onChange={(event) => isLocalDate(event.target.value) && onChange(event.target.value)}
    />
  </Field>
);
