import { countNoun, formatAmount, formatDate, formatReferenceAmount } from "@/lib/format";
import type { Logged } from "@/lib/insights/client";
import { LOGGED_WORDS } from "@/lib/insights/client";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";

/** One local day of a mineral. `amount` (food and supplement together) is null when nothing reports it. */
export type DailyPoint = {
  readonly date: string;
  readonly amount: number | null;
  /** How much of the day is logged. */
  readonly state: Logged;
  /** The part of `amount` from supplements; null when there is none. */
  readonly supplement: number | null;
  /** Entries that report the mineral, of all entries; a day with some that do not is a lower bound. */
  readonly known?: number;
  readonly entries?: number;
};

export type DailyRefs = {
  readonly target: number | null;
  /** Average need; null for a mineral that only has an adequate intake. */
  readonly ear: number | null;
  readonly ul: number | null;
  readonly ulScope: "total" | "supplements" | null;
};

/** Edges of the plot area in pixels; the drawing keeps to them, so that what lies over it needs no measuring. */
export const PLOT = { top: 10, bottom: 26, left: 46 };

const WIDEST_BAR = 20;
/** Share of a day's column that its bar takes, where that is not wider than the widest bar. */
const BAR_SHARE = 0.64;

/**
 * Where a day stands: the middle of its column, its width, and that of its bar, in pixels.
 * @param end right edge of the plot.
 */
export const dayBand = (
  index: number,
  count: number,
  end: number,
): { middle: number; band: number; bar: number } => {
  const band = (end - PLOT.left) / count;
  return { middle: PLOT.left + (index + 0.5) * band, band, bar: Math.min(band * BAR_SHARE, WIDEST_BAR) };
};

/** Whether the day's amount is only "at least": foods lack a value, or the person says that something is missing. */
export const isAtLeast = ({ state, known, entries }: DailyPoint): boolean =>
  state === "incomplete" || (known !== undefined && entries !== undefined && known < entries);

/** How much of a day is logged and how sure its amount is, in words. */
export const stateWords = (point: DailyPoint): string => {
  const logged = LOGGED_WORDS[point.state];
  if (point.state === "none") return logged;
  if (point.amount === null) return "logged, no data";
  if (point.state === "incomplete") return `${logged}, at least`;
  return isAtLeast(point) ? `${logged}, some foods without data, at least` : logged;
};

/** A limit further than this times the rest of the scale is named in words instead of squeezing the bars. */
const FARTHEST_LIMIT = 2;

const STEPS = [1, 2, 2.5, 5, 10];

/**
 * The y axis: from 0, at most five ticks at round numbers, high enough for every day and reference.
 * `limit` is the upper limit when it is drawn.
 * @param atLeast something else that must fit, such as the end of an interval.
 */
export const yScale = (
  points: readonly DailyPoint[],
  refs: DailyRefs,
  atLeast = 0,
): { ticks: readonly number[]; top: number; limit: number | null } => {
  const amounts = points.flatMap((point) => (point.amount === null ? [] : [point.amount]));
  const base = Math.max(...amounts, refs.target ?? 0, refs.ear ?? 0, atLeast);
  const near =
    refs.ulScope === "total" && refs.ul !== null && refs.ul <= Math.max(base, 1e-9) * FARTHEST_LIMIT;
  const limit = near ? refs.ul : null;
  // Room above for the hatch of an incomplete day and for the label of the topmost line.
  const highest = Math.max(base * 1.12, (limit ?? 0) * 1.04) || 1;
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const count = Math.ceil(highest / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { ticks, top: ticks.at(-1) ?? step, limit };
};

/** Which days get a label below them: every week (rarer over long spans), and the last day. */
export const labelledDays = (points: readonly DailyPoint[]): readonly string[] => {
  const last = points.length - 1;
  const every = 7 * Math.max(1, Math.ceil(points.length / 42));
  return points
    .filter((_, index) => index === last || (index % every === 0 && last - index >= every / 2))
    .map((point) => point.date);
};

/** A day of the x axis: "Today" for today, otherwise "6 May". */
export const dayLabel = (date: string, today: string | undefined): string =>
  date === today ? "Today" : formatDate(date, "tick");

export type SideLabel = {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly y: number;
};

/**
 * Labels at the right of their lines, moved apart where they would touch.
 * @param lines where each line lies, in pixels from the top.
 * @param height of one label, in pixels.
 */
export const placeLabels = (lines: readonly SideLabel[], height: number, bottom: number): SideLabel[] => {
  const placed = [...lines].sort((a, b) => a.y - b.y).map((line) => ({ ...line }));
  for (const [index, label] of placed.entries()) {
    const above = placed[index - 1];
    if (above && label.y < above.y + height) label.y = above.y + height;
  }
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const label = placed[index];
    const ceiling = index === placed.length - 1 ? bottom : (placed[index + 1]?.y ?? bottom) - height;
    if (label && label.y > ceiling) label.y = ceiling;
  }
  return placed;
};

const daysAre = (count: number): string => countNoun(count, "day is", "days are");

/** The chart as text, for screen readers. */
export const describeDays = (mineral: Mineral, points: readonly DailyPoint[], refs: DailyRefs): string => {
  const complete = points.flatMap((point) =>
    point.state === "complete" && point.amount !== null && !isAtLeast(point) ? [point.amount] : [],
  );
  const none = points.filter((point) => point.state === "none").length;
  const lacking = points.filter((point) => point.state === "complete" && isAtLeast(point)).length;
  const missing = points.filter((point) => point.state === "incomplete").length;
  const unmarked = points.filter((point) => point.state === "partial").length;
  const average =
    complete.length === 0 ? null : complete.reduce((sum, amount) => sum + amount, 0) / complete.length;
  return [
    average !== null &&
      `${daysAre(complete.length)} complete, with ${formatAmount(mineral, average)} on average.`,
    lacking > 0 && `${daysAre(lacking)} complete but for foods without data.`,
    unmarked > 0 && `${daysAre(unmarked)} not marked complete.`,
    missing > 0 && `Of ${countNoun(missing, "day")} not everything is logged.`,
    none > 0 && `${daysAre(none)} not logged.`,
    refs.target !== null && `Target ${formatReferenceAmount(mineral, refs.target)}.`,
    refs.ear !== null && `Average need ${formatReferenceAmount(mineral, refs.ear)}.`,
    refs.ul !== null && refs.ulScope === "total" && `Upper limit ${formatReferenceAmount(mineral, refs.ul)}.`,
    refs.ul !== null &&
      refs.ulScope === "supplements" &&
      points.some(({ supplement }) => supplement !== null && supplement > 0) &&
      `Upper limit for supplements ${formatReferenceAmount(mineral, refs.ul)}.`,
  ]
    .filter(Boolean)
    .join(" ");
};

/** The default title: "Magnesium per day". */
export const dailyTitle = (mineral: Mineral): string => `${NUTRIENTS[mineral].label} per day`;
