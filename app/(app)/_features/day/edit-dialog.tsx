"use client";

import { type FormEvent, useState } from "react";
import { findFood } from "@/app/(app)/diary/actions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useAsync } from "@/components/ui/use-async";
import type { FoodEntry } from "@/lib/diary/schemas";
import type { FoodDescriptor, Portion } from "@/lib/nutrition";
import { amountsIn, NoteAndTime, toEntryInput, toEntryPortion, useDiaryActions } from "../diary";
import type { LoggableFood } from "../food";
import {
  choiceError,
  choiceGrams,
  type OfferedPreparation,
  type PickedPortion,
  PortionPicker,
  PreparationChoice,
  pickedChoice,
  pickerValue,
} from "../food";

const FORM = "edit-form";

/** The portion the entry was logged in, with the weight it had then. */
const loggedPortion = ({ portion, grams }: FoodEntry): Portion | null =>
  portion && grams !== null ? { id: portion.id, label: portion.label, grams: grams / portion.count } : null;

type EditedFood = Pick<LoggableFood, "portions" | "per100g" | "lowerBounds"> & {
  readonly described: FoodDescriptor;
  readonly preparations: readonly OfferedPreparation[];
};

/** Another portion or preparation of the same food, a note, a time. */
export const EditDialog = ({ entry, onClose }: { entry: FoodEntry; onClose: () => void }) => {
  const { edit } = useDiaryActions();
  const { status, value } = useAsync(() => findFood({ food: entry.food }), [entry.food]);
  const food: EditedFood | null = status === "done" && value?.ok ? value.value : null;
  const problem =
    status === "failed"
      ? "The server could not be reached."
      : status === "done" && food === null
        ? "This food is no longer in the table, so its portion cannot be changed."
        : null;
  const logged = loggedPortion(entry);
  const [picked, setPicked] = useState<PickedPortion>(() =>
    pickerValue({ portion: logged, count: entry.portion?.count ?? entry.grams ?? Number.NaN }),
  );
  const [chosen, setChosen] = useState(entry.preparation);
  const [said, setSaid] = useState({ note: entry.note, time: entry.time });
  // A portion or preparation that the food no longer offers is dropped.
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
      portion: toEntryPortion(choice),
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
    if (!same) edit(entry, after, toEntryInput(after));
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
