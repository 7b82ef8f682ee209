"use client";

import { Calendar } from "lucide-react";
import { useState } from "react";
import { MEAL_NAMES, MealIcon } from "@/components/nutrition/meal-icon";
import { Button, IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import { MEALS, type Meal } from "@/lib/diary/client";
import { formatDate } from "@/lib/format";
import { addDays, addDaysWithin, FIRST_DAY, isLocalDate, LAST_DAY } from "@/lib/nutrition";
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
        <DayField
          value={value.date}
          today={today}
          onChange={(date) => date !== null && onChange({ ...value, date })}
        />
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

/** The days that have a page: its chart reaches back two weeks. */
const EARLIEST = addDays(FIRST_DAY, 14);
const LATEST = addDays(LAST_DAY, -1);

const parseDay = (text: string): string | null =>
  isLocalDate(text) && text >= EARLIEST && text <= LATEST ? text : null;

type DayFieldProps = {
  /** The day it begins with. */
  value: string;
  today: string;
  /** Null while the field holds no day. */
  onChange: (date: string | null) => void;
};

/** A date field. An invalid date shows an error when the field loses focus; a distant date asks for confirmation. */
export const DayField = ({ value, today, onChange }: DayFieldProps) => {
  const [text, setText] = useState(value);
  const [left, setLeft] = useState(false);
  const date = parseDay(text);
  const far = date !== null && (date > addDaysWithin(today, 366) || date < addDaysWithin(today, -366));
  const type = (next: string) => {
    setText(next);
    onChange(parseDay(next));
  };
  return (
    <Field
      label="Day"
      required
      error={
        date !== null || !left
          ? undefined
          : text === ""
            ? "Choose a day: there is no date in the field."
            : "Choose a day between 1900 and 2200."
      }
      hint={far ? `More than a year from today: ${formatDate(date, "full")}. Check the year.` : undefined}
    >
      <TextInput
        type="date"
        min={EARLIEST}
        max={LATEST}
        defaultValue={value}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setLeft(true)}
      />
    </Field>
  );
};
