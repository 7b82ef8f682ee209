"use client";

import { useRouter } from "next/navigation";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { ignoreSecondPress, useSinglePress } from "@/components/ui/second-press";
import { MAX_TEXT_LENGTH, MAX_TYPED_LENGTH } from "@/lib/diary/client";
import { capitalise, joinList } from "@/lib/format";
import type { NextDose } from "@/lib/insights/schemas";
import { dayWords, draftEntry, draftText, newId, useDiaryActions, useToday } from "../diary";
import { useFoodTable } from "../food";
import { ScanButton } from "./barcode/scan-button";
import { DoseDetail, DoseList, doseWords } from "./doses/dose-list";
import { findDoses } from "./doses/find-doses";
import { MealOffers } from "./meal/meal-offers";
import {
  doubtWords,
  draftEntries,
  leftover,
  mealOf,
  type Proposal,
  proposalWords,
  readyCount,
  readyItems,
} from "./meal/proposal";
import { focusFirstQuestion, focusFirstRow, ProposalList, ProposalTotals } from "./meal/proposal-view";
import { useMealProposal } from "./meal/use-meal-proposal";
import { AddAtBottom, AddInDetail, Hints, PaletteDialog, PaletteInput, PalettePanes } from "./palette-shell";
import {
  type Draft,
  followsMeals,
  type KeyCommand,
  type PaletteStart,
  pickFood,
  readEnter,
  readKey,
  targetWhen,
} from "./palette-state";
import {
  ChosenFood,
  FoodList,
  foundWords,
  mineralTargets,
  optionId,
  TextDetail,
  useDayMinerals,
  useFoodResults,
  usePaletteStart,
} from "./search";
import { readPastedLines, toKey, usePaletteState } from "./use-palette-state";

type LogPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Version of the food table. */
  version: string;
  /** Where to begin: the meal whose + was pressed, the day that is shown. */
  start: PaletteStart;
  /** Outlives the palette: the next opening begins with the line, selected, so that typing replaces it. */
  draft: RefObject<Draft | null>;
};

/** The log palette, for every signed-in page. */
export const LogPalette = ({ open, onOpenChange, ...given }: LogPaletteProps) => {
  // Ahead of the first search.
  useFoodTable(given.version, false);
  // Its code may have come long after the press that opens it.
  useLayoutEffect(() => {
    if (open) ignoreSecondPress();
  }, [open]);
  return (
    <PaletteDialog open={open} onOpenChange={onOpenChange}>
      {(close, follow) => <PaletteBody {...given} close={close} follow={follow} />}
    </PaletteDialog>
  );
};

/** Has the page take the food tables that were added or removed since it was opened. */
const useNewerTables = (version: string, now: string | null): void => {
  const router = useRouter();
  useEffect(() => {
    if (now && now !== version) router.refresh();
  }, [router, version, now]);
};

type PaletteBodyProps = Pick<LogPaletteProps, "version" | "start" | "draft"> & {
  close: () => void;
  /** Closes it for another page. */
  follow: () => void;
};

/** The line and what answers it: a supplement, a meal of several foods, or one food. */
const PaletteBody = ({ version, start, draft, close, follow }: PaletteBodyProps) => {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const amount = useRef<HTMLSpanElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const pressOnce = useSinglePress();
  /** How often something was typed: Enter after it, or after a choice, is no second press of the one before. */
  const typings = useRef(0);
  const { add, addAll, take } = useDiaryActions();
  const today = useToday();
  const asRead = useFoodTable(version, true);
  const [state, act] = usePaletteState(start, draft);
  const started = usePaletteStart(state.base.date);
  const { units } = started;
  useNewerTables(version, started.tables);
  const table = useMemo(() => (asRead && units ? asRead.inUnits(units) : asRead), [asRead, units]);
  const days = useDayMinerals(state.base.date);
  const targets = useMemo(() => mineralTargets(days), [days]);

  const text = state.text.trim();
  const { base, reading, corrections } = state;
  const meal = useMealProposal(text, base.meal, table, started, reading, corrections);
  const { named } = meal;
  const when = targetWhen(state, named);
  const found = useFoodResults(text, when.meal, today, table, meal.line, started, start);
  const { results, words } = found;
  const target = { when, ownMeals: followsMeals(state, named) };
  /** The words that can be logged without values. */
  const asText =
    meal.proposal === null && found.answered && found.barcode === null && /[\p{L}\p{N}]/u.test(words)
      ? words.slice(0, MAX_TEXT_LENGTH)
      : null;
  const textGrams = meal.line === null || table === null ? null : table.weightOf(meal.line.typed);
  const pick = pickFood(state, results, found.doubts, asText !== null);
  const { active, result, choice, picked, extras } = pick;
  const offered = useMemo(
    () => findDoses(text, started.doses, found.sections),
    [text, started.doses, found.sections],
  );
  /** The supplement that Enter takes. */
  const dose = offered.lead && !pick.byHand ? offered.doses[0] : undefined;
  const proposal = offered.lead ? null : meal.proposal;
  /** What is logged by its name alone: the words of the line, or a name of late. */
  const bare =
    pick.asText && asText !== null
      ? { text: asText, grams: textGrams }
      : result?.withoutValues
        ? { text: result.food.name, grams: result.withoutValues.grams }
        : null;
  const asking = pick.doubts.length > 0 && state.asked === state.text;
  // A phone has no room for list and detail: foods are a list until one is chosen from it.
  const opened = pick.byHand;
  const answered = (words !== "" && !asking) || opened;

  const focusLine = () => input.current?.focus();
  /** Goes on after adding, with the rest of the line or an empty one, or closes. */
  const goOn = (rest: string, keepOpen: boolean) => {
    act({ type: "added", rest, named });
    if (rest === "" && !keepOpen) close();
    else focusLine();
  };
  const typed = text.slice(0, MAX_TYPED_LENGTH);
  const addFood = (keepOpen: boolean) => {
    if (!pick.asText && (!result || !choice)) return false;
    // What was only half understood is asked first; the second press is a decision.
    if (pick.doubts.length > 0 && !asking) {
      act({ type: "asked" });
      scroller.current?.scrollTo({ top: 0 });
      return true;
    }
    if (!pick.canAdd) return false;
    if (bare) {
      const { entry, input: sent } = draftText({
        id: newId(),
        ...when,
        text: bare.text,
        grams: bare.grams,
        extras: { ...extras, typed },
      });
      add(entry, sent);
      goOn("", keepOpen);
      return true;
    }
    if (!result || !choice) return false;
    const food = { ...result.food, name: result.food.listName };
    const { entry, input: sent } = draftEntry({
      id: newId(),
      ...when,
      food,
      choice,
      extras: text === "" ? extras : { ...extras, typed },
    });
    add(entry, sent, result.closestTo);
    goOn("", keepOpen);
    return true;
  };
  const takeDose = (next: NextDose) => {
    take(next.dose);
    close();
    return true;
  };
  const addMeal = (all: Proposal, keepOpen: boolean) => {
    const drafts = draftEntries(all, target);
    if (drafts.length === 0) return focusFirstQuestion(scroller.current);
    addAll(
      drafts,
      when,
      readyItems(all).flatMap(({ food, closestTo, asText: text }) =>
        closestTo === null || text ? [] : [{ name: food.listName, closestTo }],
      ),
    );
    goOn(leftover(all, target.ownMeals), keepOpen);
    return true;
  };
  const addNow = (keepOpen: boolean) =>
    pressOnce(() => {
      const all = offered.lead ? null : meal.latest();
      return dose ? takeDose(dose) : all ? addMeal(all, keepOpen) : addFood(keepOpen);
    }, `${typings.current} ${corrections.size} ${state.listed?.index}`);

  const run = (command: KeyCommand) => {
    switch (command.do) {
      case "add":
        return addNow(command.keepOpen);
      case "enter-proposal":
        return focusFirstRow(scroller.current);
      case "choose-food":
        return act({ type: "food-chosen", index: command.index });
      case "release-food":
        return act({ type: "food-released" });
      case "edit-amount": {
        const field = amount.current?.querySelector("input");
        field?.focus();
        field?.select();
      }
    }
  };
  const onKey = (event: KeyboardEvent, command: KeyCommand | null) => {
    if (command === null) return;
    event.preventDefault();
    run(command);
  };
  const keyContext = {
    hasProposal: proposal !== null,
    foods: results.length + (asText === null ? 0 : 1),
    active,
    dosesLead: offered.lead,
    takesDose: dose !== undefined,
  };
  const type = (line: string) => {
    typings.current += 1;
    act({ type: "typed", text: line, named });
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const line = readPastedLines(event);
    if (line === null) return;
    event.preventDefault();
    type(line);
  };

  const ready = proposal && readyCount(proposal);
  const unsure = proposal?.items.some(({ doubts, removed }) => !removed && doubts.length > 0) === true;
  const asks = ready === 0 && (proposal?.held != null || unsure);
  const meals = [...new Set((proposal ? readyItems(proposal) : []).map((item) => mealOf(item, target)))];
  const addLabel = dose
    ? `Take ${doseWords(dose)}`
    : ready === null
      ? bare
        ? "Log without values"
        : `Add to ${when.meal}`
      : asks
        ? "Confirm before adding"
        : `Add ${ready} to ${joinList(meals.length > 0 ? meals : [when.meal])}`;
  const canAdd = dose !== undefined || (ready === null ? pick.canAdd : asks || ready > 0);
  const question = asking ? pick.doubts.map(doubtWords).join(" ") : null;
  /** On a phone, where the amount that is missing is asked for out of sight. */
  const lacksAmount = result !== undefined && answered && !canAdd && !opened && !dose && !proposal;
  const title = `${capitalise(dayWords(when.date, today))} after adding`;
  const addButton = <AddInDetail label={addLabel} disabled={!canAdd} onAdd={() => addNow(false)} />;
  const count = dose
    ? `Enter takes ${dose.dose.entry.name}, ${doseWords(dose)}.`
    : words === ""
      ? ""
      : question !== null
        ? `${question} Choose with the arrows what was meant; Enter adds it.`
        : foundWords(results.length);

  const place = {
    when,
    today,
    onWhen: (next: typeof when) => act({ type: "when-chosen", when: next, named }),
  };
  const foodList = () => (
    <FoodList
      id={listId}
      found={found}
      ready={started.ready}
      active={dose ? -1 : active}
      onChoose={(index) => {
        act({ type: "food-chosen", index });
        scroller.current?.scrollTo({ top: 0 });
      }}
      hideActive={opened}
      targets={targets}
      onFollow={follow}
      question={question}
      asText={asText}
      onReadAsMeal={table === null ? null : () => act({ type: "reading-chosen", reading: "meal" })}
      offers={
        words === "" &&
        !answered && <MealOffers repeat={started.repeat} when={when} targets={targets} onAdded={close} />
      }
      doses={
        offered.doses.length > 0 && (
          <DoseList doses={offered.doses} lead={dose !== undefined} onTake={takeDose} />
        )
      }
      dosesFirst={offered.lead}
    />
  );
  const textDetail = ({ text, grams }: NonNullable<typeof bare>) => (
    <TextDetail
      text={text}
      grams={grams}
      extras={extras}
      onExtras={(next) => act({ type: "extras-changed", extras: next })}
      action={addButton}
    />
  );
  const foodDetail = () =>
    result &&
    choice &&
    picked && (
      <ChosenFood
        food={result.food}
        choice={choice}
        closestTo={result.closestTo ?? null}
        picked={picked}
        onPick={(next) => act({ type: "portion-picked", food: result.food.id, picked: next })}
        extras={extras}
        onExtras={(next) => act({ type: "extras-changed", extras: next })}
        days={days}
        title={title}
        amountRef={amount}
        onAmountKey={(event) => onKey(event, readEnter(toKey(event)))}
        action={addButton}
      />
    );
  const mealList = (shown: Proposal) => (
    <ProposalList
      proposal={shown}
      target={target}
      targets={targets}
      onCorrect={(key, correction, announcement) =>
        act({ type: "item-corrected", key, correction, announcement })
      }
      onReadAsFood={() => {
        act({ type: "reading-chosen", reading: "food" });
        focusLine();
      }}
      onLeave={focusLine}
    />
  );
  const view = proposal
    ? {
        list: mealList(proposal),
        detail: <ProposalTotals proposal={proposal} days={days} title={title} action={addButton} />,
      }
    : {
        list: foodList(),
        detail: dose ? <DoseDetail next={dose} action={addButton} /> : bare ? textDetail(bare) : foodDetail(),
      };
  return (
    <>
      <PaletteInput
        ref={input}
        value={state.text}
        onType={type}
        onKeyDown={(event) => onKey(event, readKey(toKey(event), keyContext))}
        onPaste={onPaste}
        listId={!proposal && keyContext.foods > 0 ? listId : undefined}
        activeId={!proposal && !dose && (result || pick.asText) ? optionId(listId, active) : undefined}
        {...place}
      >
        <ScanButton onCode={type} from={start.scan} className="-mr-1" />
      </PaletteInput>
      <p role="status" className="sr-only">
        {proposal ? `${state.announcement} ${proposalWords(proposal)}` : count}
      </p>
      <PalettePanes
        ref={scroller}
        detailOnPhone={opened || proposal !== null || dose !== undefined}
        detailFirst={!proposal}
        {...place}
        {...view}
      />
      <Hints />
      {lacksAmount ? (
        <AddAtBottom
          label="Say how much"
          disabled={false}
          onAdd={() => run({ do: "choose-food", index: active })}
        />
      ) : (
        (dose || proposal || ((result || pick.asText) && (answered || asking))) && (
          <AddAtBottom
            label={when.date === today ? addLabel : `${addLabel}, ${dayWords(when.date, today)}`}
            disabled={!canAdd}
            onAdd={() => addNow(false)}
          />
        )
      )}
    </>
  );
};
