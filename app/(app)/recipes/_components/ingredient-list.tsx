"use client";

import { CircleHelp, ListPlus } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useToday } from "@/app/(app)/_features/diary";
import { choiceGrams } from "@/app/(app)/_features/food";
import type { ProposedItem } from "@/app/(app)/_features/palette/meal";
import { usePaletteStart } from "@/app/(app)/_features/palette/search";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, TextArea } from "@/components/ui/inputs";
import { countNoun, portionWords } from "@/lib/format";
import { MAX_LIST_LINES, type ReadLine, readIngredientLines, readyIn, unreadLines } from "./ingredient-lines";
import { useIngredientTable } from "./use-ingredient-table";

type IngredientListProps = {
  version: string;
  /** The food id of the recipe itself, which cannot go into it. */
  except: string | null;
  text: string;
  onText: (text: string) => void;
  /** @param left the lines that stay, to be put right. */
  onAdd: (items: readonly ProposedItem[], left: string) => void;
  onClose: () => void;
};

const ItemWords = ({ item: { food, choice, assumed, question, unmatched } }: { item: ProposedItem }) => (
  <span className="block">
    <span className="font-medium">{food.listName}</span>
    {choice !== null && (
      <span className="text-13 text-ink-2">
        {", "}
        {portionWords(
          choice.portion && { label: choice.portion.label, count: choice.count },
          choiceGrams(choice),
        )}
      </span>
    )}
    {assumed !== null && <span className="text-13 text-ink-3"> · {assumed}</span>}
    {question !== null && (
      <span className="flex gap-1.5 text-13 text-low">
        <CircleHelp size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
        {question}
      </span>
    )}
    {unmatched.length > 0 && (
      <span className="block text-12 text-ink-3">Not understood: {unmatched.join(", ")}</span>
    )}
  </span>
);

type LineProps = { read: ReadLine; confirmed: boolean; onConfirm: (on: boolean) => void };

const Line = ({ read: { line, head, items, rest, doubt }, confirmed, onConfirm }: LineProps) => (
  <li className="wrap-anywhere border-line border-t py-2 first:border-t-0">
    <span className="block text-12 text-ink-3">
      {head ? `Part of the recipe: ${line}` : `From “${line}”`}
    </span>
    {items.map((item) => (
      <ItemWords key={item.key} item={item} />
    ))}
    {rest.length > 0 && (
      <span className="block text-13 text-low">
        Not understood{items.length === 0 && "; it stays in the list"}: {rest.join(", ")}
      </span>
    )}
    {doubt !== null && (
      <Checkbox
        label="Take it as read"
        description={doubt}
        checked={confirmed}
        onChange={(event) => onConfirm(event.target.checked)}
      />
    )}
  </li>
);

/** A whole list of ingredients, pasted or typed: what is read of each line, to be checked before it is added. */
export const IngredientList = ({ version, except, text, onText, onAdd, onClose }: IngredientListProps) => {
  const today = useToday();
  const table = useIngredientTable(version);
  const { own, recent } = usePaletteStart(today);
  const shown = useDeferredValue(text);
  const lines = useMemo(() => {
    if (table === null) return null;
    const others = own.filter(({ id }) => id !== except);
    return readIngredientLines(shown, table, { own: others, recent }, (line) =>
      table.readMeal(line, { own: others, boost: new Map(), last: new Map() }),
    );
  }, [table, own, recent, shown, except]);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const confirm = (line: string, on: boolean) =>
    setConfirmed((before) => new Set([...before].filter((each) => each !== line).concat(on ? line : [])));
  const ready = lines?.flatMap((read) => readyIn(read, confirmed)) ?? [];
  return (
    <div className="mt-4 grid gap-3 rounded-md border border-line p-3">
      <Field
        label="List of ingredients"
        hint={`One on a line, with its amount: up to ${MAX_LIST_LINES} lines.`}
      >
        <TextArea rows={6} value={text} onChange={(event) => onText(event.target.value)} />
      </Field>
      {table === null ? (
        <p role="status" className="text-13 text-ink-2">
          Loading the food table…
        </p>
      ) : (
        lines !== null &&
        lines.length > 0 && (
          <ol aria-label="Proposed ingredients" className="grid">
            {lines.map((read, index) => (
              <Line
                // biome-ignore lint/suspicious/noArrayIndexKey: lines in their order; the same may come twice
                key={index}
                read={read}
                confirmed={confirmed.has(read.line)}
                onConfirm={(on) => confirm(read.line, on)}
              />
            ))}
          </ol>
        )
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          disabled={ready.length === 0 || shown !== text}
          onClick={() => lines && onAdd(ready, unreadLines(lines, confirmed))}
        >
          <ListPlus size={16} strokeWidth={1.75} aria-hidden />
          {ready.length === 0 ? "Add" : `Add ${countNoun(ready.length, "ingredient")}`}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Close the list
        </Button>
      </div>
    </div>
  );
};
