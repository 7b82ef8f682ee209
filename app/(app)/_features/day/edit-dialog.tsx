"use client";

import Link from "next/link";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NumberInput, TextInput } from "@/components/ui/inputs";
import { useAsync } from "@/components/ui/use-async";
import { isText, MAX_TEXT_LENGTH } from "@/lib/diary/client";
import type { FoodEntry } from "@/lib/diary/schemas";
import { formatGrams, portionWords } from "@/lib/format";
import { MAX_FOOD_GRAMS, type Portion, readNumber } from "@/lib/nutrition";
import { amountsIn, draftText, NoteAndTime, toEntryInput, toEntryPortion, useDiaryActions } from "../diary";
import {
  choiceError,
  choiceGrams,
  foodPath,
  type PickedPortion,
  PortionPicker,
  PreparationChoice,
  pickedChoice,
  pickerValue,
} from "../food";
import { type EditedFood, loadEditedFood } from "./edited-food";

const FORM = "edit-form";

/** The portion the entry was logged in, with the weight it had then. */
const loggedPortion = ({ portion, grams }: FoodEntry): Portion | null =>
  portion && grams !== null ? { id: portion.id, label: portion.label, grams: grams / portion.count } : null;

/** Another portion or preparation of an entry's food, a note, a time; of an entry without values its name and weight. */
export const EditDialog = ({ entry, onClose }: { entry: FoodEntry; onClose: () => void }) =>
  isText(entry.food) ? (
    <EditText entry={entry} onClose={onClose} />
  ) : (
    <EditFood entry={entry} onClose={onClose} />
  );

type EditProps = { entry: FoodEntry; onClose: () => void };

const EditFood = ({ entry, onClose }: EditProps) => {
  const { edit } = useDiaryActions();
  const { value, error } = useAsync(() => loadEditedFood(entry.food), [entry.food]);
  const gone = value === "gone";
  const food = gone ? null : (value ?? null);
  const problem =
    error === undefined ? null : "The food could not be read, so its amount cannot be changed now.";
  const logged = loggedPortion(entry);
  const [picked, setPicked] = useState<PickedPortion>(() =>
    pickerValue({ portion: logged, count: entry.portion?.count ?? entry.grams ?? Number.NaN }),
  );
  const [chosen, setChosen] = useState(entry.preparation);
  const [said, setSaid] = useState({ note: entry.note, time: entry.time });
  const offered = food?.preparations.some(({ id }) => id === chosen) ?? false;
  const known = food?.portions ?? [];
  const portions = logged && !known.some(({ id }) => id === logged.id) ? [logged, ...known] : known;
  const choice = pickedChoice(picked);
  const asLogged =
    gone ||
    (choiceGrams(choice) === entry.grams &&
      choice.portion?.id === entry.portion?.id &&
      chosen === entry.preparation);
  const ready = asLogged || (food !== null && choiceError(choice) === null);
  const note = said.note?.trim() || null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    onClose();
    if (asLogged) {
      // The amounts stay as they were logged, whatever became of the food, its portion or its preparation since.
      const after = { ...entry, note, time: said.time };
      if (note !== entry.note || said.time !== entry.time) edit(entry, after, toEntryInput(after));
      return;
    }
    if (!food) return;
    const grams = choiceGrams(choice);
    // A preparation that the food no longer offers is dropped with another amount.
    const preparation = offered ? chosen : null;
    const { lowerBounds: _, ...rest } = entry;
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
    edit(entry, after, toEntryInput(after));
  };
  return (
    <EditForm entry={entry} ready={ready} onSave={save} onClose={onClose} problem={problem}>
      {gone ? (
        <p className="text-13 text-ink-2">
          {portionWords(entry.portion, entry.grams)}, as it was logged. The food was deleted since, so its
          amount cannot be changed; it can be replaced by another food in the entry’s menu.
        </p>
      ) : (
        <>
          <PortionPicker portions={portions} value={picked} onChange={setPicked} autoFocus />
          <PreparationChoice
            offered={food?.preparations ?? []}
            value={offered ? chosen : null}
            onChange={setChosen}
          />
        </>
      )}
      <NoteAndTime value={said} onChange={setSaid} />
      {food?.dish && <Assumed entry={entry} dish={food.dish} />}
      {!gone && (
        <Link
          href={foodPath(entry.food)}
          prefetch={false}
          className="link inline-flex min-h-11 w-fit items-center"
        >
          Open the food’s page
        </Link>
      )}
    </EditForm>
  );
};

/** What a typical recipe assumes to be in an entry, and the way to say what was. */
const Assumed = ({ entry, dish }: { entry: FoodEntry; dish: NonNullable<EditedFood["dish"]> }) => {
  const eaten = entry.grams;
  return (
    <div className="grid gap-2 rounded-md bg-sunken px-3 py-2.5">
      <ButtonLink
        href={`/recipes/new?from=${encodeURIComponent(entry.food)}&entry=${entry.id}`}
        className="w-fit"
      >
        Change the ingredients
      </ButtonLink>
      {eaten !== null && (
        <p className="wrap-anywhere text-13 text-ink-2">
          A typical recipe is assumed:{" "}
          {dish.ingredients
            .map(({ name, grams }) => `${formatGrams((grams / dish.grams) * eaten)} ${name}`)
            .join("; ")}
          .
        </p>
      )}
    </div>
  );
};

const EditText = ({ entry, onClose }: EditProps) => {
  const { edit } = useDiaryActions();
  const [name, setName] = useState(entry.name);
  const [weight, setWeight] = useState(entry.grams === null ? "" : String(entry.grams));
  const [said, setSaid] = useState({ note: entry.note, time: entry.time });
  const grams = weight.trim() === "" ? null : (readNumber(weight) ?? Number.NaN);
  const badWeight = grams !== null && !(grams > 0 && grams <= MAX_FOOD_GRAMS);
  const ready = name.trim() !== "" && !badWeight;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const { id, date, meal, createdAt, typed } = entry;
    const { entry: after, input } = draftText({
      id,
      date,
      meal,
      text: name,
      grams,
      extras: { note: said.note, time: said.time, ...(typed !== undefined && { typed }) },
    });
    onClose();
    const same =
      after.name === entry.name &&
      grams === entry.grams &&
      after.note === entry.note &&
      after.time === entry.time;
    if (!same) edit(entry, { ...after, createdAt }, input);
  };
  return (
    <EditForm entry={entry} ready={ready} onSave={save} onClose={onClose} problem={null}>
      <Field label="Name">
        <TextInput
          value={name}
          maxLength={MAX_TEXT_LENGTH}
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field
        label="Weight"
        hint="Leave it empty if you do not know."
        {...(badWeight && { error: `must be above 0 and at most ${MAX_FOOD_GRAMS / 1000} kg` })}
      >
        <NumberInput unit="g" value={weight} onChange={(event) => setWeight(event.target.value)} />
      </Field>
      <NoteAndTime value={said} onChange={setSaid} />
      <p className="text-13 text-ink-2">
        Nothing is known of what it holds, so the day says “at least”. Match it to a food in the entry’s menu.
      </p>
    </EditForm>
  );
};

type EditFormProps = {
  entry: FoodEntry;
  ready: boolean;
  onSave: (event: FormEvent) => void;
  onClose: () => void;
  problem: string | null;
  children: ReactNode;
};

const EditForm = ({ entry, ready, onSave, onClose, problem, children }: EditFormProps) => (
  <Dialog
    open
    onOpenChange={(open) => !open && onClose()}
    title="Edit entry"
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
    <form id={FORM} onSubmit={onSave} className="grid gap-3 px-5 py-5 phone:px-4">
      {entry.typed !== undefined && entry.typed !== entry.name && (
        <p className="wrap-anywhere text-13 text-ink-2">Typed: “{entry.typed}”</p>
      )}
      {children}
      {problem !== null && (
        <p role="alert" className="text-13 text-over">
          {problem}
        </p>
      )}
    </form>
  </Dialog>
);
