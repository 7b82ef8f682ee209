"use client";

import { CalendarClock, Plus } from "lucide-react";
import { LeftOut } from "@/components/nutrition/left-out";
import type { MineralAmounts } from "@/components/nutrition/mineral-rows";
import { SuggestionItem, SuggestionsCard } from "@/components/nutrition/suggestions";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { useNextFocus } from "@/components/ui/use-next-focus";
import type { Meal } from "@/lib/diary/schemas";
import { joinList, portionWords } from "@/lib/format";
import type { SuggestionsView, SuggestionView, TodayPage } from "@/lib/insights/schemas";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import {
  draftReady,
  mealAfter,
  mealNow,
  readyChoice,
  readySuggestion,
  useDiaryActions,
  useQuickAdd,
  useToday,
} from "../diary";
import { useLog } from "../palette";

const SLOTS = [1, 2, 3] as const;
const NUMBER_WORDS = ["No foods", "One food", "Two foods", "Three foods"];

/** What each suggestion would add, for the bars beside it. */
export const getPreviews = ({ items }: SuggestionsView): MineralAmounts[] =>
  items
    .slice(0, SLOTS.length)
    .map(({ adds }) => Object.fromEntries(adds.map(({ mineral, amount }) => [mineral, amount])));

const names = (minerals: readonly Mineral[]): string =>
  joinList(minerals.map((mineral) => NUTRIENTS[mineral].label.toLowerCase()));

const togetherWords = ({ together }: SuggestionsView): string => {
  const { close, stillShort } = together;
  const short = stillShort.filter((mineral) => !close.includes(mineral));
  const rest = [
    close.length === 0 ? null : `${names(close)} close`,
    short.length === 0 ? null : `${names(short)} still short`,
  ].filter((part) => part !== null);
  return [`${together.atTarget} of ${together.of} at target`, ...rest].join(", ").concat(".");
};

/**
 * Foods that would close what is missing, or why there are none.
 * @param local the day is drawn from the local copy, which knows of no suggestions.
 */
export const GapFoods = ({ page, local = false }: { page: TodayPage; local?: boolean }) => {
  const { suggestions, date, today, minerals, hasPerson } = page;
  const log = useLog();
  const items = suggestions.items.slice(0, SLOTS.length);
  const targeted = minerals.filter(({ target, state }) => target !== null && state === "usual");
  const open = targeted.filter(({ short }) => short !== null);
  if (!hasPerson) {
    return (
      <SuggestionsCard detail="Which foods fit depends on your targets">
        <Nothing>
          Set birth date and sex, and Assay shows what is missing and which foods would close the gap.
          <span className="mt-3 block">
            <ButtonLink href="/setup" variant="primary">
              Set your targets
            </ButtonLink>
          </span>
        </Nothing>
      </SuggestionsCard>
    );
  }
  if (page.referenceOnly) {
    return (
      <SuggestionsCard title="Amounts only" detail="The first year of life">
        <Nothing>
          In the first year Assay shows amounts and reference values only, and suggests nothing. Feeding an
          infant is a matter for parents with their midwife, health visitor or doctor.
        </Nothing>
      </SuggestionsCard>
    );
  }
  if (date < today && page.meals.every(({ entries }) => entries.length === 0)) {
    return (
      <SuggestionsCard
        title="Nothing is logged"
        detail="The day counts as not logged, never as nothing eaten"
      >
        <Nothing>
          What you remember can still be added.
          <span className="mt-3 block">
            <Button variant="primary" onClick={() => log.open({ date })}>
              <Plus size={16} strokeWidth={1.75} aria-hidden />
              Log food
            </Button>
          </span>
        </Nothing>
      </SuggestionsCard>
    );
  }
  if (local && open.length > 0) {
    return (
      <SuggestionsCard detail="Needs the network">
        <Nothing>
          Which foods would close these gaps is worked out by the server. They come back with it.
        </Nothing>
      </SuggestionsCard>
    );
  }
  if (items.length === 0) {
    return (
      <SuggestionsCard detail={open.length === 0 ? "Nothing is missing" : "No food to suggest"}>
        <Nothing>
          {open.length === 0
            ? page.hideScores
              ? "With what is logged nothing needs suggesting."
              : `All ${targeted.length} targets are reached with what is logged.`
            : "No plain food in a usual portion would close these gaps within your settings and the upper limits."}
          {open.length > 0 && suggestions.leftOut.length > 0 && (
            <span className="mt-2 block">{suggestions.leftOut.join(" ")}</span>
          )}
        </Nothing>
      </SuggestionsCard>
    );
  }
  const count = NUMBER_WORDS[items.length];
  const when =
    date > today
      ? `${count} for that day`
      : date === today
        ? `${count} for later today`
        : `${count} that would have closed them`;
  const toldTogether = items.length > 1 && !page.hideScores;
  const detail = page.halfPortions ? `${when}; portions are half an adult’s` : when;
  return (
    <SuggestionsCard
      detail={detail}
      footer={
        toldTogether || suggestions.leftOut.length > 0 ? (
          <div className="grid gap-2">
            {toldTogether && (
              <p>
                <b className="font-medium text-ink">{items.length === 2 ? "Both" : "All three"}:</b>{" "}
                {togetherWords(suggestions)}
              </p>
            )}
            <LeftOut texts={suggestions.leftOut} />
          </div>
        ) : undefined
      }
    >
      {items.map((item, index) => (
        <Suggestion key={item.food} item={item} slot={SLOTS[index] ?? 3} date={date} />
      ))}
    </SuggestionsCard>
  );
};

const Nothing = ({ children }: { children: React.ReactNode }) => (
  <li className="border-line border-t px-5 py-4 text-13 text-ink-2 phone:px-4">{children}</li>
);

/** A plan is for a meal still to come: the next one today, otherwise a snack of that day. */
const mealToPlan = (date: string, today: string): Meal => (date === today ? mealAfter(mealNow()) : "dinner");

const Suggestion = ({ item, slot, date }: { item: SuggestionView; slot: 1 | 2 | 3; date: string }) => {
  const add = useQuickAdd(date);
  const log = useLog();
  const { plan } = useDiaryActions();
  const today = useToday();
  const { adds } = item;
  const ready = readySuggestion(item);
  const { button, beforeRemoval } = useNextFocus("suggestion");
  return (
    <SuggestionItem
      slot={slot}
      name={item.name}
      onOpen={() => log.open({ date, food: item.food, choice: readyChoice(ready) })}
      portion={portionWords(item.portion, item.grams)}
      group={item.group.toLowerCase()}
      deltas={adds.slice(0, 3).map(({ mineral, amount }) => ({ mineral, amount }))}
      tags={[
        ...(item.pick === null ? [] : [{ kind: "article" as const }]),
        ...(item.eatenDays === 0
          ? []
          : [{ kind: "eaten" as const, when: `on ${item.eatenDays} of the last 14 days` }]),
      ]}
      caution={item.caution}
      action={
        <span className="flex flex-none gap-1.5">
          {date >= today && (
            <IconButton
              size="s"
              label={`Plan ${item.name} for ${date === today ? "later today" : "that day"}`}
              onClick={() => {
                beforeRemoval();
                plan(draftReady({ ready, date, meal: mealToPlan(date, today) }).entry);
              }}
            >
              <CalendarClock size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          )}
          <Button
            ref={button}
            data-next-focus="suggestion"
            size="s"
            aria-label={`Add ${item.name}, ${ready.words}`}
            onClick={() => {
              beforeRemoval();
              add(ready);
            }}
          >
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            Add
          </Button>
        </span>
      }
    />
  );
};
