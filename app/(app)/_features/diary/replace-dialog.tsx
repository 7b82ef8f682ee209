"use client";

import { type FormEvent, useEffect, useState } from "react";
import { previewReplacement, searchReplacement } from "@/app/(app)/diary/actions";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { useAsync } from "@/components/ui/use-async";
import type { ReplacementView } from "@/lib/diary/schemas";
import type { FoodSummary } from "@/lib/foods/schemas";
import { countNoun, formatTotal, portionWords } from "@/lib/format";
import { choiceAmount, choiceError, type PickedPortion, PortionPicker, pickedChoice } from "../food";
import { useDiaryActions } from "./diary-actions";

type ReplaceDialogProps = {
  /** What is called what it is: a food, or a name without values. */
  name: string;
  /** The food, or the name, whose entries may all be replaced. */
  food: string;
  /** The one entry it was opened for; without one all are meant. */
  entry?: string;
  title: string;
  onClose: () => void;
};

const FORM = "replace-form";
const PAUSE_MS = 200;
const NOTHING: PickedPortion = { portion: null, text: "" };

/** The text as it was a moment ago, so that not every key asks the server. */
const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** Another food in the place of one entry's, or of all entries of a food or a name. */
export const ReplaceDialog = ({ name, food, entry, title, onClose }: ReplaceDialogProps) => {
  const { replaceAll } = useDiaryActions();
  const [typed, setTyped] = useState("");
  const [to, setTo] = useState<FoodSummary | null>(null);
  const [scope, setScope] = useState<"one" | "all">(entry === undefined ? "all" : "one");
  const [picked, setPicked] = useState<PickedPortion>(NOTHING);
  const q = useSettled(typed.trim());
  const load = q === "" || to !== null ? null : () => searchReplacement({ q: q.slice(0, 200) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `load` is made of
  const search = useAsync(load, [q, to]);
  const found = search.value?.ok ? search.value.value : [];
  const of = scope === "one" && entry !== undefined ? entry : food;
  const choice = pickedChoice(picked);
  const said = choiceError(choice) === null ? choiceAmount(choice) : null;
  const asked = JSON.stringify(said);
  const ask = to === null ? null : () => previewReplacement({ of, to: to.id, ...said });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `ask` is made of
  const preview = useAsync(ask, [of, to, asked]);
  const view = to !== null && preview.status === "done" && preview.value?.ok ? preview.value.value : null;
  const problem =
    preview.status === "failed" || search.status === "failed"
      ? "The server could not be reached."
      : preview.status === "done" && preview.value?.ok === false
        ? preview.value.error.message
        : null;
  const ready =
    view?.items.flatMap(({ id, version, after }) =>
      after ? [{ of: id, amount: after.amount, version }] : [],
    ) ?? [];
  const whole = view !== null && ready.length === view.items.length;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!view || !whole) return;
    onClose();
    replaceAll(ready, view.to, ready.length === 1 ? name : countNoun(ready.length, "entry", "entries"));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={name}
      footer={
        <>
          <Button variant="ghost" className="ml-auto" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={FORM} variant="primary" disabled={!whole}>
            {view && view.items.length > 1 ? `Replace ${view.items.length} entries` : "Replace"}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={save} className="grid gap-4 px-5 py-5 phone:px-4">
        <Field label="By which food?">
          <TextInput
            type="search"
            autoFocus
            autoComplete="off"
            maxLength={200}
            value={typed}
            placeholder="Lentil soup"
            onChange={(event) => {
              setTyped(event.target.value);
              setTo(null);
            }}
            // Enter takes the first food; it does not replace anything yet.
            onKeyDown={(event) => {
              if (event.key !== "Enter" || to !== null) return;
              event.preventDefault();
              if (found[0]) setTo(found[0]);
            }}
          />
        </Field>
        {to === null ? (
          <Foods
            found={q === "" ? [] : found}
            none={q !== "" && search.status === "done" && found.length === 0}
            onChoose={(chosen) => {
              setTo(chosen);
              setPicked(NOTHING);
            }}
          />
        ) : (
          <>
            <p className="wrap-anywhere">
              <span className="text-ink-2">Replaced by </span>
              <b className="font-medium">{to.name}</b>{" "}
              <Button size="s" variant="ghost" onClick={() => setTo(null)}>
                Another food
              </Button>
            </p>
            {entry !== undefined && (
              <Segmented
                label="Which entries"
                hideLabel
                options={[
                  { value: "one", label: "This entry" },
                  { value: "all", label: "On all my days" },
                ]}
                value={scope}
                onValueChange={setScope}
              />
            )}
            {view && (said !== null || !whole) && (
              <div className="grid gap-2">
                <p className="text-13 text-ink-2">
                  {view.items.length === 1
                    ? "The entry does not say how much it was."
                    : "How much was it, where the entry does not say?"}
                </p>
                <PortionPicker portions={to.portions} value={picked} onChange={setPicked} />
              </div>
            )}
            <div aria-live="polite">{view && <Preview view={view} />}</div>
          </>
        )}
        {problem !== null && (
          <p role="alert" className="text-13 text-over">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
};

type FoodsProps = {
  found: readonly FoodSummary[];
  none: boolean;
  onChoose: (food: FoodSummary) => void;
};

const Foods = ({ found, none, onChoose }: FoodsProps) => (
  <div>
    <p role="status" className={none ? "text-13 text-ink-2" : "sr-only"}>
      {none ? "No food is called that." : found.length > 0 ? countNoun(found.length, "food") : ""}
    </p>
    {found.length > 0 && (
      <ul aria-label="Foods" className="-mx-2">
        {found.map((food) => (
          <li key={food.id}>
            <button
              type="button"
              className="min-h-11 w-full rounded-md px-2 py-1.5 text-left hover:bg-hover"
              onClick={() => onChoose(food)}
            >
              <span className="wrap-anywhere block">{food.name}</span>
              <span className="block text-12 text-ink-3">{food.group}</span>
            </button>
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** How many entries on which days, and the mean day before and after. */
const Preview = ({ view: { items, days, minerals, more } }: { view: ReplacementView }) => {
  const [only] = items;
  const one = items.length === 1 && only?.after ? only : null;
  return (
    <div className="grid gap-2">
      <p className="text-13 text-ink-2">
        {one?.after
          ? `${portionWords(one.portion, one.grams)} becomes ${portionWords(one.after.portion, one.after.grams)}.`
          : `${countNoun(items.length, "entry", "entries")} on ${countNoun(days, "day")}. Day, meal, time and note stay.`}
        {more > 0 && ` These are the latest; ${countNoun(more, "earlier one")} can be replaced afterwards.`}
      </p>
      <table className="w-full border-collapse text-13 tabular-nums">
        <caption className="sr-only">What changes</caption>
        <thead>
          <tr className="text-left text-12 text-ink-3">
            <th scope="col" className="font-normal">
              {days === 1 ? "That day" : "Mean of these days"}
            </th>
            <th scope="col" className="text-right font-normal">
              Now
            </th>
            <th scope="col" className="text-right font-normal">
              Then
            </th>
          </tr>
        </thead>
        <tbody>
          {minerals.map(({ mineral, before, after }) => (
            <tr key={mineral} className="h-8">
              <th scope="row" className="font-normal">
                <Hallmark mineral={mineral} size={22} named />
              </th>
              <td className="text-right text-ink-2">{formatTotal(mineral, before)}</td>
              <td className={cx("text-right", after.amount !== before.amount && "font-medium")}>
                {formatTotal(mineral, after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
