"use client";

import * as Dialog from "radix-ui/dialog";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { Meal } from "@/lib/diary/schemas";
import { BarcodeResult } from "./barcode/barcode-results";
import { ScanButton } from "./barcode/scan-button";
import { useDiary } from "./diary-provider";
import { draftEntry } from "./entry-draft";
import { FailedChanges } from "./failed-changes";
import { useFoodTable } from "./food-table";
import { MealOffers } from "./meal-offers";
import { dayWords, mealNow } from "./meal-words";
import { newId } from "./new-id";
import { targetsOf, useDayMinerals, usePaletteStart } from "./palette-data";
import { PaletteDetail } from "./palette-detail";
import { AddAtBottom, AddInDetail, PalettePanes } from "./palette-frame";
import { PaletteInput } from "./palette-input";
import { optionId, PaletteList } from "./palette-list";
import { CreateLink, Hints, NothingFound } from "./palette-parts";
import type { When } from "./palette-when";
import { takeMeal } from "./parse-query";
import type { Choice } from "./portion-choice";
import { useFoodPick } from "./use-food-pick";
import { usePaletteSections } from "./use-palette-sections";

/** Where the palette begins: day and meal, and a food in a portion when it was opened with one. */
export type PaletteStart = {
  readonly date: string;
  readonly meal: Meal | null;
  readonly food: string | null;
  readonly choice: Choice | null;
};

type LogPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Version of the food table. */
  version: string;
  /** Where to begin: the meal whose + was pressed, the day that is shown. */
  start: PaletteStart;
};

/** Logs food from anywhere: type, Enter. On a phone a sheet, otherwise a panel. */
export const LogPalette = ({ open, onOpenChange, version, start }: LogPaletteProps) => (
  <Dialog.Root open={open} onOpenChange={onOpenChange}>
    <Dialog.Portal>
      <Dialog.Overlay className="no-print fixed inset-0 z-40 animate-[overlay-in_180ms_ease-out] bg-scrim" />
      <Dialog.Content
        aria-describedby={undefined}
        className="no-print fixed z-50 flex flex-col overflow-hidden bg-raised shadow-pop outline-none md:top-[72px] md:left-1/2 md:h-[min(640px,calc(100dvh-96px))] md:w-[912px] md:max-w-[calc(100vw-48px)] md:-translate-x-1/2 md:animate-[panel-in_180ms_cubic-bezier(.2,.7,.2,1)] md:rounded-xl phone:inset-x-0 phone:bottom-0 phone:h-[calc(100dvh-52px)] phone:animate-[sheet-in_320ms_cubic-bezier(.2,.7,.2,1)] phone:rounded-t-[20px]"
      >
        <Dialog.Title className="sr-only">Log food</Dialog.Title>
        <PaletteBody version={version} start={start} close={() => onOpenChange(false)} />
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
);

/** A second Enter this soon after the first is the same one. */
const SAME_PRESS_MS = 400;

type PaletteBodyProps = { version: string; start: LogPaletteProps["start"]; close: () => void };

const PaletteBody = ({ version, start, close }: PaletteBodyProps) => {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLSpanElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const addedAt = useRef(Number.NEGATIVE_INFINITY);
  const { add, today } = useDiary();
  const table = useFoodTable(version, true);
  const [typed, setTyped] = useState("");
  const [when, setWhen] = useState<When>(() => ({ date: start.date, meal: start.meal ?? mealNow() }));
  const started = usePaletteStart(when.date);
  const days = useDayMinerals(when.date);
  const found = usePaletteSections(typed.trim(), when.meal, today, table, started, start);
  const { results, words } = found;
  const pick = useFoodPick(results, typed, start.food);
  const { active, result, choice, picked } = pick;
  // A phone has no room for both: what was eaten lately is a list until one is chosen from it.
  const opened = words !== "" || pick.byHand;

  const addNow = (keepOpen: boolean) => {
    const now = performance.now();
    if (!result || !choice || !pick.canAdd || now - addedAt.current < SAME_PRESS_MS) return;
    addedAt.current = now;
    const { entry, input: sent } = draftEntry({
      id: newId(),
      ...when,
      food: { ...result.food, name: result.food.listName },
      choice,
      extras: pick.extras,
    });
    add(entry, sent);
    if (!keepOpen) return close();
    setTyped("");
    pick.reset();
    input.current?.focus();
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
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && results.length > 0) {
      event.preventDefault();
      pick.choose((active + step + results.length) % results.length);
    } else if (event.key === "Tab" && !event.shiftKey && result) {
      event.preventDefault();
      const field = amount.current?.querySelector("input");
      field?.focus();
      field?.select();
    }
  };
  const type = (text: string) => {
    const { meal, text: rest } = takeMeal(text);
    if (meal) setWhen((before) => ({ ...before, meal }));
    setTyped(rest.trimStart());
  };

  const addLabel = `Add to ${when.meal}`;
  const count = words === "" ? "" : results.length === 0 ? "No food found" : `${results.length} foods found`;
  return (
    <>
      <div className="mx-auto mt-2 mb-1 hidden h-1 w-9 flex-none rounded-full bg-line-2 phone:block" />
      <PaletteInput
        ref={input}
        value={typed}
        onType={type}
        onKeyDown={onKeyDown}
        listId={results.length > 0 ? listId : undefined}
        activeId={result ? optionId(listId, active) : undefined}
        when={when}
        today={today}
        onWhen={setWhen}
      >
        <ScanButton onCode={setTyped} className="-mr-1" />
      </PaletteInput>
      <p role="status" className="sr-only">
        {count}
      </p>
      <PalettePanes
        ref={scroller}
        when={when}
        today={today}
        onWhen={setWhen}
        detailOnPhone={opened}
        detailFirst
        list={
          <>
            <FailedChanges />
            {words === "" && !opened && (
              <MealOffers repeat={started.repeat} when={when} targets={targetsOf(days)} onAdded={close} />
            )}
            <PaletteList
              id={listId}
              sections={found.sections}
              active={active}
              onChoose={choose}
              hideActive={opened}
              targets={targetsOf(days)}
            />
            <NothingFound found={found} ready={started.ready} />
            {found.barcode === null && <CreateLink words={words} onFollow={close} />}
            {found.barcode !== null && results.length === 0 && (
              <BarcodeResult code={found.barcode.code} onFollow={close} />
            )}
          </>
        }
        detail={
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
              title={`${capital(dayWords(when.date, today))} after adding`}
              amountRef={amount}
              onAmountKey={onEnter}
              action={<AddInDetail label={addLabel} disabled={!pick.canAdd} onAdd={() => addNow(false)} />}
            />
          )
        }
      />
      <Hints />
      {result && opened && (
        <AddAtBottom
          label={when.date === today ? addLabel : `${addLabel}, ${dayWords(when.date, today)}`}
          disabled={!pick.canAdd}
          onAdd={() => addNow(false)}
        />
      )}
    </>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
