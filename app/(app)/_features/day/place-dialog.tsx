"use client";

import { type FormEvent, useState } from "react";
import { MEAL_NAMES } from "@/components/nutrition/meal-icon";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { MEALS, type Meal } from "@/lib/diary/client";
import type { FoodEntry } from "@/lib/diary/schemas";
import { addDaysWithin } from "@/lib/nutrition";
import {
  DayField,
  foodsWords,
  MealSwitch,
  type Place,
  placeWords,
  useDiaryActions,
  useToday,
} from "../diary";

type PlaceDialogProps = {
  kind: "copy" | "move";
  entries: readonly FoodEntry[];
  /** The day on which they are. */
  from: string;
  /** Moves one entry from its own menu: the four meals stand side by side. */
  single?: boolean;
  onClose: () => void;
  /** After it was copied or moved. */
  onDone?: () => void;
};

const FORM = "place-form";
const WORDS = { copy: "Copy", move: "Move" } as const;

/** Focuses the meal when the form is attached, before the dialog sets its own focus: the meal is changed most often. */
const focusMeal = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLInputElement>("input:checked")?.focus();

/** Asks for the day and the meal that entries are copied or moved to. */
export const PlaceDialog = ({ kind, entries, from, single = false, onClose, onDone }: PlaceDialogProps) => {
  const { copyAll, move, moveAll } = useDiaryActions();
  const today = useToday();
  const meals = [...new Set(entries.map(({ meal }) => meal))];
  const [to, setTo] = useState<Omit<Place, "date"> & { date: string | null }>(() => ({
    // The usual cases: food of a past day again today, or today's food tomorrow.
    date: kind === "move" ? from : from === today ? addDaysWithin(today, 1) : today,
    meal: meals.length === 1 ? (meals[0] as Meal) : null,
  }));
  const same =
    kind === "move" && to.date === from && (to.meal === null || meals.every((meal) => meal === to.meal));
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (same || to.date === null) return;
    onClose();
    const { date, meal } = to;
    const [entry] = entries;
    if (single && entry && meal !== null) move(entry, { date, meal });
    else (kind === "copy" ? copyAll : moveAll)(entries, { date, meal });
    onDone?.();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={WORDS[kind]}
      description={foodsWords(entries)}
      size="s"
      footer={
        <>
          <Button variant="ghost" className="ml-auto" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={FORM} variant="primary" disabled={same}>
            {same || to.date === null
              ? WORDS[kind]
              : `${WORDS[kind]} to ${placeWords({ ...to, date: to.date }, today)}`}
          </Button>
        </>
      }
    >
      <form ref={focusMeal} id={FORM} onSubmit={save} className="grid gap-4 px-5 py-5 phone:px-4">
        {single && to.meal !== null ? (
          <MealSwitch value={to.meal} onChange={(meal) => setTo((before) => ({ ...before, meal }))} />
        ) : (
          <Field label="Meal">
            <Select
              value={to.meal ?? ""}
              onChange={(event) =>
                setTo((before) => ({
                  ...before,
                  meal: MEALS.find((meal) => meal === event.target.value) ?? null,
                }))
              }
            >
              {meals.length > 1 && <option value="">Each at its own meal</option>}
              {MEALS.map((meal) => (
                <option key={meal} value={meal}>
                  {MEAL_NAMES[meal]}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <DayField
          value={to.date ?? ""}
          today={today}
          onChange={(date) => setTo((before) => ({ ...before, date }))}
        />
        {kind === "copy" && (
          <p className="text-13 text-ink-2">
            Copies are logged as new: amounts are computed with today’s food table. Supplements are not
            copied.
          </p>
        )}
      </form>
    </Dialog>
  );
};
