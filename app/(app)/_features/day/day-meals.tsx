"use client";

import { Copy, History, Pencil, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import type { FoodTagKind } from "@/components/nutrition/food-tag";
import { MEAL_NAMES } from "@/components/nutrition/meal-icon";
import { type MealSection, MealTable } from "@/components/nutrition/meal-table";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { useSinglePress } from "@/components/ui/second-press";
import { RowTick } from "@/components/ui/tick";
import { isText } from "@/lib/diary/client";
import type { FoodEntry, Meal } from "@/lib/diary/schemas";
import { formatMeasure, wholeMeasure } from "@/lib/format";
import type { DoseView, TodayPage } from "@/lib/insights/schemas";
import { MINERALS, type Mineral } from "@/lib/nutrition";
import { entriesIn, useDiaryActions, useToday } from "../diary";
import { useQueue } from "../offline";
import { useLog } from "../palette";
import { DayMenu, EditDialog, EntryMenu, MealMenu, sameWords } from "./menus";
import { SelectBox, SelectionBar, SelectMeal, useSelection } from "./selection";
import type { Repeat } from "./usual-meal-card";

const getFoodTags = (entry: FoodEntry): FoodTagKind[] => {
  if (isText(entry.food)) return [{ kind: "no-values" }];
  if (entry.food.startsWith("recipe:")) return [{ kind: "recipe" }];
  if (entry.food.startsWith("dish:")) return [{ kind: "dish" }];
  if (!entry.food.startsWith("own:")) return [];
  const reported = MINERALS.filter((mineral) => entry.nutrients[mineral] !== null).length;
  return [reported === MINERALS.length ? { kind: "own" } : { kind: "label", reported }];
};

/** The entries of which a change waits on this device; none while it is on its way. */
const useWaitingEntries = (): ReadonlySet<string> => {
  const { items, online } = useQueue();
  return useMemo(
    () =>
      new Set(
        items
          .filter(({ state, message }) => state === "waiting" && (!online || message !== undefined))
          .flatMap(({ change }) => entriesIn(change)),
      ),
    [items, online],
  );
};

/** Marks a dose as taken, or no longer. A double press is one: it does not take the dose back. */
const DoseCheck = ({ dose }: { dose: DoseView }) => {
  const { take, untake } = useDiaryActions();
  const { entry, taken } = dose;
  const press = useSinglePress();
  const { name, portion, time } = entry;
  const words = [name, portion && formatMeasure(portion.count, portion.label), time]
    .filter(Boolean)
    .join(", ");
  return (
    <RowTick
      label={`Taken: ${words}`}
      checked={taken}
      onChange={() => press(() => (taken ? untake : take)(dose))}
    />
  );
};

/** The row of supplements under the meals; absent where the person has no supplements. */
const toSupplementSections = (doses: TodayPage["doses"]): MealSection[] =>
  doses.length === 0
    ? []
    : [
        {
          meal: "supplements",
          actions: (
            <ButtonLink
              href="/supplements"
              square
              size="s"
              variant="ghost"
              aria-label="Change supplements"
              title="Change supplements"
            >
              <Pencil size={14} strokeWidth={1.75} aria-hidden />
            </ButtonLink>
          ),
          entries: doses.map((dose) => ({
            ...dose.entry,
            lead: <DoseCheck dose={dose} />,
            open: !dose.taken,
          })),
        },
      ];

/** How the food of a past meal is offered for an empty one. */
const Offers = ({ date, meal, repeat }: { date: string; meal: Meal; repeat: Repeat }) => {
  const { copyAll } = useDiaryActions();
  const today = useToday();
  const usual = repeat.usual.find((each) => each.meal === meal);
  const yesterday = repeat.yesterday.filter((entry) => entry.meal === meal);
  const joinNames = (entries: readonly FoodEntry[]) => entries.map(({ name }) => name).join(", ");
  if (!usual && yesterday.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-2 gap-y-3">
      {usual && (
        <Button
          size="s"
          title={joinNames(usual.entries)}
          aria-label={`Add usual ${meal}: ${joinNames(usual.entries)}`}
          onClick={() => copyAll(usual.entries, { date, meal }, `Usual ${meal} added`)}
        >
          <History size={14} strokeWidth={1.75} aria-hidden />
          Usual {meal}
        </Button>
      )}
      {yesterday.length > 0 && (
        <Button
          size="s"
          title={joinNames(yesterday)}
          aria-label={`${sameWords(date === today)}: ${meal}, ${joinNames(yesterday)}`}
          onClick={() => copyAll(yesterday, { date, meal })}
        >
          <Copy size={14} strokeWidth={1.75} aria-hidden />
          {sameWords(date === today)}
        </Button>
      )}
    </span>
  );
};

type DayMealsProps = {
  day: TodayPage;
  targets: { readonly [M in Mineral]: number | null };
  repeat: Repeat;
};

/** The meals of a day, with everything that can be done to one entry, to a meal, to some entries and to the day. */
export const DayMeals = ({ day, targets, repeat }: DayMealsProps) => {
  const log = useLog();
  const entries = day.meals.flatMap((meal) => meal.entries);
  const selection = useSelection(entries);
  const { selecting } = selection;
  const [edited, setEdited] = useState<FoodEntry | null>(null);
  const waiting = useWaitingEntries();
  const sections = day.meals.map(
    ({ meal, entries: eaten }): MealSection => ({
      meal,
      time: eaten.find(({ time }) => time !== null)?.time ?? null,
      actions: selecting ? (
        eaten.length > 0 && <SelectMeal meal={meal} entries={eaten} selection={selection} />
      ) : eaten.length === 0 ? (
        <Button size="s" onClick={() => log.open({ date: day.date, meal })}>
          <Plus size={14} strokeWidth={1.75} aria-hidden />
          Add food <span className="sr-only">to {meal}</span>
        </Button>
      ) : (
        <>
          <IconButton
            size="s"
            label={`Add to ${MEAL_NAMES[meal].toLowerCase()}`}
            onClick={() => log.open({ date: day.date, meal })}
          >
            <Plus size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <MealMenu meal={meal} date={day.date} entries={eaten} onSelect={() => selection.start(eaten)} />
        </>
      ),
      ...(eaten.length === 0 &&
        !selecting && { offers: <Offers date={day.date} meal={meal} repeat={repeat} /> }),
      entries: eaten.map((entry) => ({
        ...entry,
        portion: entry.portion && wholeMeasure(entry.portion.label, entry.portion.count),
        tags: waiting.has(entry.id) ? [...getFoodTags(entry), { kind: "waiting" }] : getFoodTags(entry),
        ...(selecting
          ? { lead: <SelectBox entry={entry} selection={selection} />, actions: null }
          : { onOpen: () => setEdited(entry), actions: <EntryMenu entry={entry} /> }),
      })),
    }),
  );
  return (
    <div {...selection.area}>
      <MealTable
        meals={[...sections, ...(selecting ? [] : toSupplementSections(day.doses))]}
        targets={targets}
        tools={<DayMenu day={day} repeat={repeat} selection={selection} />}
      />
      <SelectionBar date={day.date} selection={selection} />
      {edited && <EditDialog entry={edited} onClose={() => setEdited(null)} />}
    </div>
  );
};
