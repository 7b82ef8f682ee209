"use client";

import { ChevronDown, CircleHelp, X } from "lucide-react";
import { type KeyboardEvent, memo, useEffect, useId, useRef } from "react";
import { amountsIn, getOfferedPreparations } from "@/app/(app)/_features/diary";
import { type Choice, choiceGrams, PortionPicker, PreparationChoice } from "@/app/(app)/_features/food";
import { SixUp } from "@/components/nutrition/six-up";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { portionWords } from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { type Correction, doubtWords, type ProposedItem } from "./proposal";

type ProposalCorrectionProps = {
  item: ProposedItem;
  onCorrect: (key: string, correction: Correction, said: string) => void;
  onClose: () => void;
};

/** Another amount, another food that may be meant, a preparation; Enter and Esc lead back to the row. */
const ProposalCorrection = ({ item, onCorrect, onClose }: ProposalCorrectionProps) => {
  const { key, food, candidates, picked, preparation, question } = item;
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement && event.target.inputMode === "decimal";
    if (event.key !== "Escape" && !(event.key === "Enter" && typing)) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to Enter and Esc of the fields inside it
    <div className="grid gap-3 px-3 pt-1 pb-3" onKeyDown={onKeyDown}>
      <PortionPicker
        key={food.id}
        portions={food.portions}
        value={picked}
        onChange={(next) => onCorrect(key, { picked: next }, "")}
        ask={question}
        autoFocus
      />
      {candidates.length > 1 && (
        <Field label="Which food">
          <Select
            value={food.id}
            onChange={(event) => {
              const other = candidates.find(({ id }) => id === event.target.value);
              // Another food has other measures: its amount is read anew.
              onCorrect(
                key,
                { food: event.target.value, picked: undefined, preparation: null },
                `Now ${other?.listName ?? ""}.`,
              );
            }}
          >
            {candidates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <PreparationChoice
        offered={getOfferedPreparations(food)}
        value={preparation}
        onChange={(chosen) => onCorrect(key, { preparation: chosen }, "")}
      />
      <Button size="s" className="justify-self-end" onClick={onClose}>
        Done
      </Button>
    </div>
  );
};

type ProposalRowProps = {
  item: ProposedItem;
  targets: { readonly [M in Mineral]: number | null };
  /** Whether it is being corrected. */
  open: boolean;
  onOpen: (open: boolean) => void;
  onCorrect: (key: string, correction: Correction, said: string) => void;
};

const amountWords = (choice: Choice): string =>
  portionWords(choice.portion && { label: choice.portion.label, count: choice.count }, choiceGrams(choice));

/** One food of a proposed meal: what was said, what it is taken for, and a way to put it right. */
const Row = ({ item, targets, open, onOpen, onCorrect }: ProposalRowProps) => {
  const {
    key,
    said,
    food,
    choice,
    assumed,
    question,
    unmatched,
    closestTo,
    candidates,
    doubts,
    removed,
    asText,
  } = item;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed disappears with what it did; the one in its place takes the focus.
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) button.current?.focus();
    moved.current = false;
  });
  const remove = (away: boolean) => {
    moved.current = true;
    onOpen(false);
    onCorrect(key, { removed: away }, `${food.listName} ${away ? "removed" : "put back"}.`);
  };
  const close = () => {
    moved.current = true;
    onOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Delete") return;
    event.preventDefault();
    remove(!removed);
  };
  if (removed)
    return (
      <li className="flex min-h-11 items-center gap-3 rounded-md px-3 py-1.5 text-ink-2">
        <span className="wrap-anywhere min-w-0 flex-1 text-13">
          Removed: <s data-said>{said}</s>
        </span>
        <Button ref={button} size="s" data-row onKeyDown={onKeyDown} onClick={() => remove(false)}>
          Put back<span className="sr-only"> {food.listName}</span>
        </Button>
      </li>
    );
  if (asText)
    return (
      <li className="flex min-h-11 items-center gap-3 rounded-md px-3 py-1.5">
        <span className="wrap-anywhere min-w-0 flex-1">
          <span className="font-medium" data-said>
            {said}
          </span>
          <span className="block text-13 text-ink-2">Logged without values</span>
        </span>
        <Button
          ref={button}
          size="s"
          data-row
          className="phone:min-h-11"
          onClick={() => {
            moved.current = true;
            onCorrect(key, { asText: false }, `${food.listName} again.`);
          }}
        >
          As a food<span className="sr-only"> again: {said}</span>
        </Button>
      </li>
    );
  return (
    <li className={cx("rounded-md", open && "bg-sunken/50")}>
      <div className="flex items-center gap-1">
        <button
          ref={button}
          type="button"
          data-row
          aria-expanded={open}
          aria-controls={id}
          aria-keyshortcuts="Delete"
          onKeyDown={onKeyDown}
          onClick={() => onOpen(!open)}
          className="grid min-h-[52px] min-w-0 flex-1 cursor-pointer grid-cols-[minmax(0,1fr)_auto_16px] items-center gap-3 rounded-md py-2 pr-2 pl-3 text-left hover:bg-hover"
        >
          <span className="min-w-0">
            <span className="line-clamp-2 font-medium" title={food.name}>
              {food.listName}
            </span>
            <span className="block text-13 text-ink-2">
              {choice !== null && <span className="inline-block max-w-full">{amountWords(choice)}</span>}
              {assumed !== null && <span className="text-ink-3"> · {assumed}</span>}
              {closestTo !== null && doubts.every(({ kind }) => kind !== "closest") && (
                <span className="text-ink-3"> · Closest to “{closestTo}”</span>
              )}
              {[...new Set([...(question === null ? [] : [question]), ...doubts.map(doubtWords)])].map(
                (asked) => (
                  <span key={asked} className="flex gap-1.5 text-low">
                    <CircleHelp size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
                    {asked}
                  </span>
                ),
              )}
            </span>
            <span className="wrap-anywhere block text-12 text-ink-3">
              {item.partOf === null ? "From" : `Part of “${item.partOf}”, from`} “
              <span data-said>{said}</span>”
              {unmatched.length > 0 && `; not understood: ${unmatched.map((word) => `“${word}”`).join(", ")}`}
            </span>
            <span className="sr-only">Correct</span>
          </span>
          {choice === null ? (
            <span />
          ) : (
            <SixUp amounts={amountsIn(food, choiceGrams(choice), item.preparation)} targets={targets} />
          )}
          <ChevronDown
            size={16}
            strokeWidth={1.75}
            aria-hidden
            className={cx("text-ink-3 transition-transform duration-[120ms]", open && "rotate-180")}
          />
        </button>
        <IconButton label={`Remove ${food.listName}`} className="mr-1" onClick={() => remove(true)}>
          <X size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      {doubts.length > 0 && (
        <div className="flex flex-wrap gap-2 px-3 pb-2.5">
          <Button
            size="s"
            data-row
            data-question
            className="max-w-full phone:min-h-11"
            onClick={() => {
              moved.current = true;
              onCorrect(key, { confirmed: true }, `${food.listName} confirmed.`);
            }}
          >
            <span className="truncate">Yes, {food.listName}</span>
          </Button>
          {candidates.length > 1 && !open && (
            <Button size="s" data-row className="phone:min-h-11" onClick={() => onOpen(true)}>
              Another food<span className="sr-only"> for “{said}”</span>
            </Button>
          )}
          <Button
            size="s"
            data-row
            className="max-w-full phone:min-h-11"
            onClick={() => {
              moved.current = true;
              onOpen(false);
              onCorrect(key, { asText: true }, `“${item.words}” is logged without values.`);
            }}
          >
            <span className="truncate">Log “{item.words}” without values</span>
          </Button>
        </div>
      )}
      <div id={id} hidden={!open}>
        {open && <ProposalCorrection item={item} onCorrect={onCorrect} onClose={close} />}
      </div>
    </li>
  );
};

export const ProposalRow = memo(Row);
