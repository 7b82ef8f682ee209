"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { findFood } from "@/app/(app)/diary/actions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { FoodEntry, Meal } from "@/lib/diary/schemas";
import type { FoodDescriptor, Portion } from "@/lib/nutrition";
import {
  amountsIn,
  DayField,
  dayWords,
  inputOf,
  MealSwitch,
  NoteAndTime,
  portionOf,
  useDiaryActions,
  useToday,
} from "../diary";
import type { LoggableFood } from "../food";
import {
  choiceAmount,
  choiceError,
  choiceGrams,
  type OfferedPreparation,
  type PickedPortion,
  PortionPicker,
  PreparationChoice,
  pickedChoice,
  pickerValue,
} from "../food";

type EntryDialogProps = { entry: FoodEntry; onClose: () => void };

const FORM = "entry-form";

/** The portion the entry was logged in, with the weight it had then. */
const loggedPortion = ({ portion, grams }: FoodEntry): Portion | null =>
  portion && { id: portion.id, label: portion.label, grams: grams / portion.count };

type EditedFood = Pick<LoggableFood, "portions" | "per100g" | "lowerBounds"> & {
  readonly described: FoodDescriptor;
  readonly preparations: readonly OfferedPreparation[];
};

/** Another portion or preparation of the same food, a note, a time. */
export const EditDialog = ({ entry, onClose }: EntryDialogProps) => {
  const { edit } = useDiaryActions();
  const [food, setFood] = useState<EditedFood | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const logged = loggedPortion(entry);
  const [picked, setPicked] = useState<PickedPortion>(() =>
    pickerValue({ portion: logged, count: entry.portion?.count ?? entry.grams }),
  );
  useEffect(() => {
    let gone = false;
    findFood({ food: entry.food }).then(
      (result) => {
        if (gone) return;
        if (result.ok) setFood(result.value);
        else setProblem("This food is no longer in the table, so its portion cannot be changed.");
      },
      () => !gone && setProblem("The server could not be reached."),
    );
    return () => {
      gone = true;
    };
  }, [entry.food]);
  const [chosen, setChosen] = useState(entry.preparation);
  const [said, setSaid] = useState({ note: entry.note, time: entry.time });
  // What the food does not offer (any more) cannot be kept.
  const preparation = food?.preparations.some(({ id }) => id === chosen) ? chosen : null;
  const known = food?.portions ?? [];
  const portions = logged && !known.some(({ id }) => id === logged.id) ? [logged, ...known] : known;
  const choice = pickedChoice(picked);
  const ready = food !== null && choiceError(choice) === null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!food || !ready) return;
    const grams = choiceGrams(choice);
    const { lowerBounds: _, ...rest } = entry;
    const note = said.note?.trim() || null;
    const after: FoodEntry = {
      ...rest,
      ...(food.lowerBounds && food.lowerBounds.length > 0 && { lowerBounds: [...food.lowerBounds] }),
      time: said.time,
      note,
      grams,
      portion: portionOf(choice),
      preparation,
      nutrients: { ...amountsIn(food, grams, preparation) },
    };
    onClose();
    const same =
      grams === entry.grams &&
      after.portion?.id === entry.portion?.id &&
      preparation === entry.preparation &&
      note === entry.note &&
      said.time === entry.time;
    if (!same) edit(entry, after, { ...inputOf(after), amount: choiceAmount(choice) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Edit portion"
      description={entry.name}
      size="s"
      footer={
        <>
          <Button variant="ghost" className="ml-auto" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={FORM} variant="primary" disabled={!ready}>
            Save
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={save} className="grid gap-3 px-5 py-5 phone:px-4">
        <PortionPicker portions={portions} value={picked} onChange={setPicked} autoFocus />
        <PreparationChoice offered={food?.preparations ?? []} value={preparation} onChange={setChosen} />
        <NoteAndTime value={said} onChange={setSaid} />
        {problem !== null && (
          <p role="alert" className="text-13 text-over">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
};

/** Another meal or another day. */
export const MoveDialog = ({ entry, onClose }: EntryDialogProps) => {
  const { move } = useDiaryActions();
  const today = useToday();
  const [to, setTo] = useState<{ date: string | null; meal: Meal }>({ date: entry.date, meal: entry.meal });
  const form = useRef<HTMLFormElement>(null);
  // Before the dialog looks for something to focus: the meal is what is mostly changed, not Close.
  useEffect(() => form.current?.querySelector<HTMLInputElement>("input:checked")?.focus(), []);
  const same = to.date === entry.date && to.meal === entry.meal;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (to.date === null) return;
    onClose();
    if (!same) move(entry, { ...to, date: to.date });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Move"
      description={entry.name}
      size="s"
      footer={
        <>
          <Button variant="ghost" className="ml-auto" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={FORM} variant="primary" disabled={same}>
            {same || to.date === null ? "Move" : `Move to ${to.meal}, ${dayWords(to.date, today)}`}
          </Button>
        </>
      }
    >
      <form ref={form} id={FORM} onSubmit={save} className="grid gap-4 px-5 py-5 phone:px-4">
        <MealSwitch value={to.meal} onChange={(meal) => setTo((before) => ({ ...before, meal }))} />
        <DayField
          value={to.date ?? ""}
          today={today}
          onChange={(date) => setTo((before) => ({ ...before, date }))}
        />
      </form>
    </Dialog>
  );
};
