"use client";

import { CornerDownLeft, Search, X } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import type { Meal } from "@/lib/diary/schemas";
import { useDiary } from "./diary-provider";
import { draftEntry } from "./entry-draft";
import { FailedChanges } from "./failed-changes";
import { useFoodTable } from "./food-table";
import { dayWords, mealNow } from "./meal-words";
import { newId } from "./new-id";
import { targetsOf, useDayMinerals, usePaletteStart, useServerSearch } from "./palette-data";
import { PaletteDetail } from "./palette-detail";
import { optionId, PaletteList } from "./palette-list";
import { CreateLink, Hints } from "./palette-parts";
import { type Result, recentSections, type Section, searchTable, usualChoice } from "./palette-results";
import { MealSwitch, WhenButton } from "./palette-when";
import { parseQuery, takeMeal } from "./parse-query";
import { choiceError, choosePortion } from "./portion-choice";
import { choiceOf, type PickedPortion, pickedOf } from "./portion-picker";

type LogPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Version of the food table. */
  version: string;
  /** Where to begin: the meal whose + was pressed, the day that is shown. */
  start: { readonly date: string; readonly meal: Meal | null };
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

const PaletteBody = ({
  version,
  start,
  close,
}: {
  version: string;
  start: LogPaletteProps["start"];
  close: () => void;
}) => {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLSpanElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const addedAt = useRef(Number.NEGATIVE_INFINITY);
  const { add, today } = useDiary();
  const table = useFoodTable(version, true);
  const { recent, own, ready } = usePaletteStart();
  const [typed, setTyped] = useState("");
  const [when, setWhen] = useState(() => ({ date: start.date, meal: start.meal ?? mealNow() }));
  const [chosen, setChosen] = useState<{ typed: string; index: number } | null>(null);
  const [picked, setPicked] = useState<{ key: string; value: PickedPortion } | null>(null);
  const days = useDayMinerals(when.date);

  const text = typed.trim();
  const parsed = useMemo(() => parseQuery(text), [text]);
  const ownById = useMemo(() => new Map(own.map((food) => [food.id, food])), [own]);
  const words = parsed.rest === "" ? "" : parsed.rest;
  const server = useServerSearch(words, table === null);

  const sections = useMemo<readonly Section[]>(() => {
    const known = { table, own: ownById, recent };
    if (words === "") {
      const lists = recentSections(known, when.meal, today);
      if (parsed.amount === null) return lists;
      // Only an amount is typed so far: the recent foods in that amount.
      return lists.map((section) => ({
        ...section,
        results: section.results.map((result) => ({
          ...result,
          choice: choosePortion(result.food.portions, parsed, result.choice),
        })),
      }));
    }
    if (table) {
      const results = searchTable({ ...known, table }, own, parsed, text);
      return results.length === 0 ? [] : [{ title: "Foods", results }];
    }
    const results = server.foods.map((food): Result => {
      const before = recent.find((item) => item.food === food.id);
      return {
        food,
        choice: choosePortion(food.portions, parsed, usualChoice(food, before)),
        matches: [],
        remark: null,
        eatenBefore: before !== undefined,
      };
    });
    return results.length === 0 ? [] : [{ title: "Foods", results }];
  }, [table, ownById, own, recent, words, parsed, text, when.meal, today, server.foods]);

  const results = sections.flatMap((section) => section.results);
  const byHand = chosen?.typed === typed ? chosen.index : null;
  const active = byHand === null ? 0 : Math.min(byHand, Math.max(results.length - 1, 0));
  // A phone has no room for both: what was eaten lately is a list until one is chosen from it.
  const opened = words !== "" || byHand !== null;
  const result = results[active];
  const key = result ? `${result.food.id} ${text}` : "";
  const value = result && (picked?.key === key ? picked.value : pickedOf(result.choice));
  // Until it is changed by hand the choice stands unrounded as it was typed: "1/3 cup" is no 0.33.
  const choice = result && (picked?.key === key ? choiceOf(picked.value) : result.choice);

  const addNow = (keepOpen: boolean) => {
    const now = performance.now();
    if (!result || !choice || choiceError(choice) !== null || now - addedAt.current < SAME_PRESS_MS) return;
    addedAt.current = now;
    const { entry, input: sent } = draftEntry({
      id: newId(),
      ...when,
      food: { ...result.food, name: result.food.listName },
      choice,
    });
    add(entry, sent);
    if (!keepOpen) return close();
    setTyped("");
    setPicked(null);
    setChosen(null);
    input.current?.focus();
  };
  const choose = (index: number) => {
    setChosen({ typed, index });
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
      setChosen({ typed, index: (active + step + results.length) % results.length });
    } else if (event.key === "Tab" && !event.shiftKey && result) {
      event.preventDefault();
      const field = amount.current?.querySelector("input");
      field?.focus();
      field?.select();
    }
  };

  const addLabel = `Add to ${when.meal}`;
  const canAdd = choice !== undefined && choiceError(choice) === null;
  const count = words === "" ? "" : results.length === 0 ? "No food found" : `${results.length} foods found`;
  return (
    <>
      <div className="mx-auto mt-2 mb-1 hidden h-1 w-9 flex-none rounded-full bg-line-2 phone:block" />
      <div className="flex h-16 flex-none items-center gap-3 border-line border-b pr-3.5 pl-5 phone:h-14 phone:pr-1.5 phone:pl-4">
        <Search size={20} strokeWidth={1.75} className="flex-none text-ink-3" aria-hidden />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Food and amount"
          aria-expanded={results.length > 0}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={result ? optionId(listId, active) : undefined}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={200}
          placeholder="2 eggs, ½ cup oats, banana …"
          value={typed}
          onChange={(event) => {
            const { meal, text: rest } = takeMeal(event.target.value);
            if (meal) setWhen((before) => ({ ...before, meal }));
            setTyped(rest.trimStart());
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 border-0 bg-transparent p-0 font-medium text-[20px] leading-7 tracking-[-0.012em] outline-none! placeholder:font-normal placeholder:text-ink-3 phone:text-[17px]! phone:leading-6"
        />
        <span className="flex-none phone:hidden">
          <WhenButton value={when} today={today} onChange={setWhen} />
        </span>
        <span className="contents phone:hidden" aria-hidden>
          <Kbd>Esc</Kbd>
        </span>
        <span className="md:hidden">
          <Dialog.Close asChild>
            <IconButton label="Close">
              <X size={20} strokeWidth={1.75} aria-hidden />
            </IconButton>
          </Dialog.Close>
        </span>
      </div>
      <p role="status" className="sr-only">
        {count}
      </p>
      <div
        ref={scroller}
        className="min-h-0 flex-1 md:grid md:grid-cols-[minmax(0,1fr)_388px] phone:overflow-y-auto"
      >
        <div className="flex items-center gap-2 px-4 pt-3 md:hidden">
          <MealSwitch value={when.meal} onChange={(meal) => setWhen((before) => ({ ...before, meal }))} />
          <WhenButton icon value={when} today={today} onChange={setWhen} />
        </div>
        <div className="phone:flex phone:flex-col md:contents">
          <div className="min-h-0 md:overflow-y-auto md:border-line md:border-r md:px-2 md:pt-1.5 md:pb-2.5 phone:order-2 phone:px-1.5 phone:py-1">
            <FailedChanges />
            <PaletteList
              id={listId}
              sections={sections}
              active={active}
              onChoose={choose}
              hideActive={opened}
              targets={targetsOf(days)}
            />
            {words === "" && results.length === 0 && ready && (
              <p className="px-3 py-4 text-13 text-ink-2">
                Type what you ate, with an amount if you like: “2 eggs”, “½ cup oats”, “180 g lentils”. What
                you log often will be listed here.
              </p>
            )}
            {words !== "" && results.length === 0 && (table !== null || server.failed) && (
              <p className="px-3 py-4 text-13 text-ink-2">
                {server.failed && table === null
                  ? "The food table could not be loaded. Check the connection; what you typed stays here."
                  : `No food called “${words}”. Try a plainer word, or create it.`}
              </p>
            )}
            <CreateLink words={words} onFollow={close} />
          </div>
          <div
            className={cx(
              "min-h-0 md:overflow-y-auto phone:order-1 phone:border-line phone:border-b phone:empty:hidden",
              !opened && "phone:hidden",
            )}
          >
            {result && choice && value && (
              <PaletteDetail
                food={result.food}
                choice={choice}
                picked={value}
                onPick={(next) => setPicked({ key, value: next })}
                days={days}
                title={`${capital(dayWords(when.date, today))} after adding`}
                amountRef={amount}
                onAmountKey={onEnter}
                action={
                  <Button
                    variant="primary"
                    wide
                    disabled={!canAdd}
                    className="h-[38px]!"
                    onClick={() => addNow(false)}
                  >
                    {addLabel}
                    <Kbd onInk>
                      <CornerDownLeft size={12} aria-hidden />
                    </Kbd>
                  </Button>
                }
              />
            )}
          </div>
        </div>
      </div>
      <Hints />
      {result && opened && (
        <div className="flex-none border-line border-t bg-raised px-4 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))] md:hidden">
          <Button variant="primary" size="l" wide disabled={!canAdd} onClick={() => addNow(false)}>
            {addLabel}
            {when.date !== today && `, ${dayWords(when.date, today)}`}
          </Button>
        </div>
      )}
    </>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
