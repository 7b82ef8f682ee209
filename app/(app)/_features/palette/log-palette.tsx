"use client";

import * as Dialog from "radix-ui/dialog";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useBackCloses } from "@/components/ui/use-back-closes";
import type { Meal } from "@/lib/diary/schemas";
import { capitalise } from "@/lib/format";
import type { NextDose } from "@/lib/insights/schemas";
import type { When } from "../diary";
import { dayWords, draftEntry, mealNow, newId, useDiaryActions, useToday } from "../diary";
import type { Choice } from "../food";
import { useFoodTable } from "../food";
import { ScanButton } from "./barcode/scan-button";
import { DoseDetail, DoseList, doseWords } from "./doses/dose-list";
import { dosesFor } from "./doses/dose-results";
import { inOneLine, takeMeal } from "./line-text";
import { MealOffers } from "./meal/meal-offers";
import { isReady, leftover, type Proposal, proposalWords } from "./meal/meal-proposal";
import { draftsOf } from "./meal/proposal-drafts";
import { focusFirstRow, ProposalList } from "./meal/proposal-list";
import { ProposalTotals } from "./meal/proposal-totals";
import { useMealProposal } from "./meal/use-meal-proposal";
import { PaletteDetail } from "./palette-detail";
import { AddAtBottom, AddInDetail, PalettePanes } from "./palette-frame";
import { PaletteInput } from "./palette-input";
import {
  FoodList,
  foundWords,
  Hints,
  optionId,
  targetsOf,
  useDayMinerals,
  useFoodPick,
  usePaletteSections,
  usePaletteStart,
} from "./search";

/** Where the palette begins: day and meal, and a food in a portion when it was opened with one. */
export type PaletteStart = {
  readonly date: string;
  readonly meal: Meal | null;
  readonly food: string | null;
  readonly choice: Choice | null;
};

/** A line that was typed and not added, what was chosen for it, and the day that the palette was opened for. */
export type Draft = { readonly text: string; readonly chosen: Partial<When>; readonly openedFor: string };

type LogPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Version of the food table. */
  version: string;
  /** Where to begin: the meal whose + was pressed, the day that is shown. */
  start: PaletteStart;
  /** Outlives the palette: whoever opens it again finds the line, selected, so that typing replaces it. */
  draft: RefObject<Draft | null>;
};

/** Logs food from anywhere: type, Enter. On a phone a sheet, otherwise a panel. */
export const LogPalette = ({ open, onOpenChange, version, start, draft }: LogPaletteProps) => {
  const close = () => onOpenChange(false);
  const leave = useBackCloses(open, close);
  const follow = () => {
    leave();
    close();
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="no-print fixed inset-0 z-40 animate-[overlay-in_180ms_ease-out] bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => {
            // Inside a proposed meal Esc leads back step by step; from the line it closes.
            if (document.activeElement?.closest("[data-answers-escape]")) event.preventDefault();
          }}
          className="no-print fixed z-50 flex flex-col overflow-hidden bg-raised shadow-pop outline-none md:top-[72px] md:left-1/2 md:h-[min(640px,calc(100dvh-96px))] md:w-[912px] md:max-w-[calc(100vw-48px)] md:-translate-x-1/2 md:animate-[panel-in_180ms_cubic-bezier(.2,.7,.2,1)] md:rounded-xl phone:inset-x-0 phone:bottom-0 phone:h-[calc(100dvh-52px)] phone:animate-[sheet-in_320ms_cubic-bezier(.2,.7,.2,1)] phone:rounded-t-[20px]"
        >
          <Dialog.Title className="sr-only">Log food</Dialog.Title>
          <PaletteBody version={version} start={start} draft={draft} close={close} follow={follow} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

/** A second Enter this soon after the first is the same one. */
const SAME_PRESS_MS = 400;

type PaletteBodyProps = Pick<LogPaletteProps, "version" | "start" | "draft"> & {
  close: () => void;
  /** Closes it for another page. */
  follow: () => void;
};

const PaletteBody = ({ version, start, draft, close, follow }: PaletteBodyProps) => {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLSpanElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const addedAt = useRef(Number.NEGATIVE_INFINITY);
  const { add, addAll, take } = useDiaryActions();
  const today = useToday();
  const table = useFoodTable(version, true);
  // A food that was asked for comes first; the draft waits for the next time.
  const [begun] = useState(() => (start.food === null ? draft.current : null));
  const [typed, setTyped] = useState(begun?.text ?? "");
  const chosen = useRef<Partial<When>>(begun?.chosen ?? {});
  const [base, setBase] = useState<When>(() => ({
    date: (begun?.openedFor === start.date && begun.chosen.date) || start.date,
    meal: start.meal ?? begun?.chosen.meal ?? mealNow(),
  }));
  const keep = (text: string) => {
    draft.current = text === "" ? null : { text, chosen: chosen.current, openedFor: start.date };
  };
  const write = (text: string) => {
    keep(text);
    setTyped(text);
  };
  const started = usePaletteStart(base.date);
  const days = useDayMinerals(base.date);
  const targets = useMemo(() => targetsOf(days), [days]);
  const text = typed.trim();
  const meal = useMealProposal(text, base.meal, table, started);
  /** "breakfast: 2 eggs" is for breakfast while the line says so, unless another meal was chosen beside it. */
  const [overruled, overrule] = useState<Meal | null>(null);
  const when = meal.named === null || meal.named === overruled ? base : { ...base, meal: meal.named };
  const chooseWhen = (next: When) => {
    chosen.current = {
      ...chosen.current,
      ...(next.date !== when.date && { date: next.date }),
      ...(next.meal !== when.meal && { meal: next.meal }),
    };
    if (typed !== "") keep(typed);
    if (next.meal !== when.meal) overrule(meal.named);
    setBase(next);
  };
  const found = usePaletteSections(text, when.meal, today, table, meal.line, started, start);
  const { results, words } = found;
  const pick = useFoodPick(results, typed, start.food);
  const { active, result, choice, picked } = pick;
  const offered = useMemo(
    () => dosesFor(text, started.doses, found.sections),
    [text, started.doses, found.sections],
  );
  /** The supplement that Enter takes. */
  const dose = offered.lead && !pick.byHand ? offered.doses[0] : undefined;
  const proposal = offered.lead ? null : meal.proposal;
  const [said, setSaid] = useState("");
  // A phone has no room for both: what was eaten lately is a list until one is chosen from it.
  const opened = words !== "" || pick.byHand;

  /** Ends an adding: with what is left of the line, or by closing. */
  const goOn = (rest: string, keepOpen: boolean) => {
    if (rest !== typed) write(rest);
    if (rest === "" && !keepOpen) return close();
    // What is left of the line need not name its meal again.
    setBase(when);
    pick.reset();
    meal.reset();
    input.current?.focus();
  };
  const addFood = (keepOpen: boolean) => {
    if (!result || !choice || !pick.canAdd) return false;
    const food = { ...result.food, name: result.food.listName };
    const { entry, input: sent } = draftEntry({ id: newId(), ...when, food, choice, extras: pick.extras });
    add(entry, sent);
    goOn("", keepOpen);
    return true;
  };
  const takeDose = (next: NextDose) => {
    take(next.dose);
    close();
    return true;
  };
  const addMeal = (all: Proposal, keepOpen: boolean) => {
    const drafts = draftsOf(all, when);
    if (drafts.length === 0) return false;
    addAll(drafts, when);
    goOn(leftover(all), keepOpen);
    return true;
  };
  const addNow = (keepOpen: boolean) => {
    const now = performance.now();
    if (now - addedAt.current < SAME_PRESS_MS) return;
    const all = offered.lead ? null : meal.now();
    if (dose ? takeDose(dose) : all ? addMeal(all, keepOpen) : addFood(keepOpen)) addedAt.current = now;
  };
  const choose = (index: number) => {
    pick.choose(index);
    scroller.current?.scrollTo({ top: 0 });
  };

  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return false;
    event.preventDefault();
    if (!event.repeat) addNow(event.ctrlKey || event.metaKey);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (onEnter(event) || event.nativeEvent.isComposing) return;
    const forward = event.key === "Tab" && !event.shiftKey;
    if (proposal && (forward || event.key === "ArrowDown")) {
      event.preventDefault();
      return focusFirstRow(scroller.current);
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && results.length > 0) {
      event.preventDefault();
      if (offered.lead && active === 0 && step < 0) pick.reset();
      else
        pick.choose(
          dose ? (step > 0 ? 0 : results.length - 1) : (active + step + results.length) % results.length,
        );
    } else if (forward && result) {
      event.preventDefault();
      const field = amount.current?.querySelector("input");
      field?.focus();
      field?.select();
    }
  };
  const type = (text: string) => {
    const { meal: command, text: rest } = takeMeal(text);
    if (command) chooseWhen({ ...when, meal: command });
    write(rest.trimStart());
    setSaid("");
    if (rest.trim() === "") meal.reset();
  };
  /** Lines that are pasted stay apart: an input of one line would run them together. */
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text");
    if (!/[\r\n]/.test(pasted.trim())) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const line = inOneLine(pasted);
    type(value.slice(0, selectionStart ?? value.length) + line + value.slice(selectionEnd ?? value.length));
  };

  const ready = proposal ? proposal.items.filter(isReady).length : null;
  const addLabel = dose
    ? `Take ${doseWords(dose)}`
    : ready === null
      ? `Add to ${when.meal}`
      : `Add ${ready} to ${when.meal}`;
  const canAdd = dose !== undefined || (ready === null ? pick.canAdd : ready > 0);
  const title = `${capitalise(dayWords(when.date, today))} after adding`;
  const action = <AddInDetail label={addLabel} disabled={!canAdd} onAdd={() => addNow(false)} />;
  const count = dose
    ? `Enter takes ${dose.dose.entry.name}, ${doseWords(dose)}.`
    : words === ""
      ? ""
      : foundWords(results.length);
  return (
    <>
      <div className="mx-auto mt-2 mb-1 hidden h-1 w-9 flex-none rounded-full bg-line-2 phone:block" />
      <PaletteInput
        ref={input}
        value={typed}
        onType={type}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        listId={!proposal && results.length > 0 ? listId : undefined}
        activeId={!proposal && !dose && result ? optionId(listId, active) : undefined}
        when={when}
        today={today}
        onWhen={chooseWhen}
      >
        <ScanButton onCode={write} className="-mr-1" />
      </PaletteInput>
      <p role="status" className="sr-only">
        {proposal ? `${said} ${proposalWords(proposal)}` : count}
      </p>
      <PalettePanes
        ref={scroller}
        when={when}
        today={today}
        onWhen={chooseWhen}
        detailOnPhone={opened}
        detailFirst={!proposal}
        list={
          proposal ? (
            <ProposalList
              proposal={proposal}
              targets={targets}
              onCorrect={(key, correction, words) => {
                meal.correct(key, correction);
                setSaid(words);
              }}
              onReadAsFood={() => {
                meal.readAs("food");
                input.current?.focus();
              }}
              onLeave={() => input.current?.focus()}
            />
          ) : (
            <FoodList
              id={listId}
              found={found}
              ready={started.ready}
              active={dose ? -1 : active}
              onChoose={choose}
              hideActive={opened}
              targets={targets}
              onFollow={follow}
              onReadAsMeal={table === null ? null : () => meal.readAs("meal")}
              offers={
                words === "" &&
                !opened && (
                  <MealOffers repeat={started.repeat} when={when} targets={targets} onAdded={close} />
                )
              }
              doses={
                offered.doses.length > 0 && (
                  <DoseList doses={offered.doses} lead={dose !== undefined} onTake={takeDose} />
                )
              }
              dosesFirst={offered.lead}
            />
          )
        }
        detail={
          proposal ? (
            <ProposalTotals proposal={proposal} days={days} title={title} action={action} />
          ) : dose ? (
            <DoseDetail next={dose} action={action} />
          ) : (
            result &&
            choice &&
            picked && (
              <PaletteDetail
                food={result.food}
                choice={choice}
                picked={picked}
                onPick={pick.pick}
                extras={pick.extras}
                onExtras={pick.say}
                days={days}
                title={title}
                amountRef={amount}
                onAmountKey={onEnter}
                action={action}
              />
            )
          )
        }
      />
      <Hints />
      {(dose || proposal || (result && opened)) && (
        <AddAtBottom
          label={when.date === today ? addLabel : `${addLabel}, ${dayWords(when.date, today)}`}
          disabled={!canAdd}
          onAdd={() => addNow(false)}
        />
      )}
    </>
  );
};
