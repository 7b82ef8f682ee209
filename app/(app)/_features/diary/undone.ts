import { showToast } from "@/components/ui/toast";
import type { FoodEntry } from "@/lib/diary/schemas";
import { capitalise, formatTotal, NOTHING_LOGGED, portionWords } from "@/lib/format";
import type { TodayPage } from "@/lib/insights/schemas";
import { MINERALS, NUTRIENTS } from "@/lib/nutrition";
import { foodsWords } from "./batch-change";
import { applyChange, type BatchStep, type DayChange } from "./day-change";
import { dayWords } from "./meal-words";

const MARKED = {
  complete: "the day is marked as complete again",
  incomplete: "the day is marked as not everything logged again",
  none: "the day is not marked any more",
} as const;

const placeOf = ({ meal, date }: Pick<FoodEntry, "meal" | "date">, today: string): string =>
  date === today ? meal : `${meal}, ${dayWords(date, today)}`;

/** A step whose entry is at hand; one that replaces a food knows ids alone. */
type EntryStep = Exclude<BatchStep, { kind: "replace" | "put-back" }> | Extract<DayChange, { kind: "put" }>;

const hasEntry = (step: BatchStep): step is Exclude<BatchStep, { kind: "replace" | "put-back" }> =>
  step.kind !== "replace" && step.kind !== "put-back";

/** How things stand after one entry was taken back. */
const entryWords = (back: EntryStep, today: string): string => {
  switch (back.kind) {
    case "remove":
      return `${back.entry.name} is not in ${placeOf(back.entry, today)} any more`;
    case "restore":
      return `${back.entry.name} is in ${placeOf(back.entry, today)} again`;
    case "move":
      return `${back.entry.name} is in ${placeOf(back.to, today)} again`;
    case "copy":
      return `${back.after.name} is in ${placeOf(back.after, today)} again`;
    case "put":
      return `${back.after.name} is ${portionWords(back.after.portion, back.after.grams)} again`;
  }
};

const entryOf = (step: EntryStep): FoodEntry =>
  step.kind === "put" || step.kind === "copy" ? step.after : step.entry;

const batchWords = (all: readonly BatchStep[], today: string): string => {
  const steps = all.filter(hasEntry);
  const [first] = steps;
  if (first === undefined)
    return all.length === 0
      ? "nothing has changed"
      : all.length === 1
        ? "the entry is as it was"
        : `${all.length} entries are as they were`;
  if (steps.length === 1) return entryWords(first, today);
  const foods = foodsWords(steps.map(entryOf));
  const places = new Set(steps.map((step) => placeOf(step.kind === "move" ? step.to : entryOf(step), today)));
  const [place] = places;
  const where = places.size > 1 ? "" : ` in ${place}`;
  return first.kind === "remove"
    ? `${foods} are not${where || " there"} any more`
    : `${foods} are${where || " back where they were"}${where && " again"}`;
};

/** How things stand after a change was taken back, as the rest of a sentence: "Kefir is in lunch again". */
export const undoneWords = (back: DayChange, today: string): string => {
  switch (back.kind) {
    case "batch":
      return batchWords(back.steps, today);
    case "take":
      return `${back.dose.entry.name} is taken again`;
    case "untake":
      return `${back.dose.entry.name} is not taken any more`;
    case "plan":
      return `${back.plan.name} is planned again`;
    case "unplan":
      return `${back.plan.name} is not planned any more`;
    case "mark":
      return MARKED[back.to ?? "none"];
    default:
      return entryWords(back, today);
  }
};

/**
 * What the day that is shown now holds of the mineral that the change is most about, by share of its target:
 * "Today: 320 mg magnesium". Undefined where the change is about another day, or about no food.
 * @param day the day as the change that was taken back had left it.
 */
export const undoneFigure = (back: DayChange, day: TodayPage, today: string): string | undefined => {
  const steps =
    back.kind === "batch"
      ? back.steps.filter(hasEntry)
      : back.kind === "put" || back.kind === "remove" || back.kind === "restore" || back.kind === "move"
        ? [back]
        : [];
  const foods = steps.map(entryOf).filter(({ date }) => date === day.date);
  if (foods.length === 0) return undefined;
  const share = (mineral: (typeof MINERALS)[number]): number => {
    const target = day.minerals.find((each) => each.mineral === mineral)?.target ?? 0;
    return target > 0 ? foods.reduce((sum, { nutrients }) => sum + (nutrients[mineral] ?? 0), 0) / target : 0;
  };
  const mineral = MINERALS.reduce((most, next) => (share(next) > share(most) ? next : most));
  const total = applyChange(day, back).minerals.find((each) => each.mineral === mineral)?.total;
  if (total === undefined) return undefined;
  const figure =
    total.entries === 0
      ? NOTHING_LOGGED
      : `${formatTotal(mineral, total)} ${NUTRIENTS[mineral].label.toLowerCase()}`;
  return `${capitalise(dayWords(day.date, today))}: ${figure}`;
};

/** Says how things stand after a change was taken back, with the day's figure where its page is open. */
export const sayUndone = (
  back: DayChange,
  day: TodayPage | null,
  pending: readonly DayChange[],
  today: string,
): void => {
  const figure =
    day === null ? undefined : undoneFigure(back, pending.reduce(applyChange<TodayPage>, day), today);
  showToast(`Undone: ${undoneWords(back, today)}`, { ...(figure !== undefined && { description: figure }) });
};
