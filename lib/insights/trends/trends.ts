import "server-only";
import type { Viewer } from "../../access";
import { AppError, ignoreUnhandledRejection } from "../../errors";
import {
  addDaysWithin,
  averageIntakeOf,
  COMPARISON_CONFIDENCE,
  comparePeriods,
  FIRST_DAY,
  type LocalDate,
  MINERALS,
  NUTRIENTS,
} from "../../nutrition";
import { getProfile, targetsOn } from "../../profile";
import type { ProfileView, TargetsView } from "../../profile/schemas";
import { today } from "../../time";
import { countedDays, type ReadDays, readDays, secondLineTargets, spanOf } from "../assessment";
import type { SecondLineTarget } from "../assessment/schemas";
import type {
  ChosenSpans,
  ComparisonItem,
  ComparisonQuery,
  ComparisonView,
  Span,
  SpanChoice,
  TrendDaysView,
  TrendFoodsView,
  TrendSpan,
  TrendsQuery,
  TrendsView,
} from "./schemas";
import { getTrendDays } from "./trend-days";
import { readTrendFoods } from "./trend-foods";
import { type AskedSpans, readSpans, spanBefore } from "./trend-spans";

const DEFAULT_DAYS = 90;

/** Two spans already read, held against each other mineral by mineral. */
export const compareSpans = (
  before: ReadDays,
  now: ReadDays,
  { items: targets }: TargetsView,
): ComparisonView => {
  const [first, second] = [countedDays(before), countedDays(now)];
  return {
    before: { from: before.from, to: before.to, counted: first.length },
    now: { from: now.from, to: now.to, counted: second.length },
    confidence: COMPARISON_CONFIDENCE,
    items: MINERALS.map((mineral): ComparisonItem => {
      const { change, verdict, reason } = comparePeriods(mineral, first, second);
      const [then, since] = [averageIntakeOf(mineral, first), averageIntakeOf(mineral, second)];
      return {
        mineral,
        unit: NUTRIENTS[mineral].unit,
        target: targets.find((item) => item.mineral === mineral)?.target ?? null,
        before: { days: then.days, mean: then.mean, coverageOfMean: then.coverageOfMean },
        now: { days: since.days, mean: since.mean, coverageOfMean: since.coverageOfMean },
        change: change && { difference: change.difference, low: change.low, high: change.high },
        verdict,
        reason,
      };
    }),
  };
};

/** {@link spanBefore}, of a span that must have one. @throws AppError invalid where there is none. */
const existingSpanBefore = (span: Span): Span => {
  const before = spanBefore(span);
  if (before !== null) return before;
  throw new AppError("invalid", "There is no day before this span.", {
    fields: { from: `must be after ${FIRST_DAY}` },
  });
};

/** Which spans are held against each other: the one asked for, and the one before it unless another is named. */
const parseSpans = (query: ComparisonQuery, now: LocalDate): { before: Span; now: Span } => {
  const span = spanOf(query, now, DEFAULT_DAYS);
  const { againstFrom, againstTo } = query;
  if (againstFrom === undefined || againstTo === undefined) {
    return { before: existingSpanBefore(span), now: span };
  }
  if (againstFrom <= span.to && span.from <= againstTo) {
    throw new AppError("invalid", "The two spans share days.", {
      fields: { againstTo: "must not overlap the span from–to" },
    });
  }
  return { before: { from: againstFrom, to: againstTo }, now: span };
};

/**
 * A span of days at a glance: the last 90 when none is given. Two or three grouped queries, whatever its length.
 * @throws AppError invalid for more than 400 days.
 */
export const trends = async (
  viewer: Viewer,
  ownerId: string,
  query: TrendsQuery = {},
): Promise<TrendsView> => {
  const profile = await getProfile(viewer, ownerId);
  const span = spanOf(query, today(profile.timeZone), DEFAULT_DAYS);
  const [read, targets] = await Promise.all([
    readDays(viewer, ownerId, profile, span),
    targetsOn(ownerId, profile, span.to),
  ]);
  return { ...getTrendDays(read, targets.items), ...(await readTrendFoods(viewer, ownerId, read)) };
};

/**
 * Two spans held against each other, mineral by mineral.
 * @throws AppError invalid for more than 400 days, or for spans that share days.
 */
export const compareTrends = async (
  viewer: Viewer,
  ownerId: string,
  query: ComparisonQuery = {},
): Promise<ComparisonView> => {
  const profile = await getProfile(viewer, ownerId);
  const spans = parseSpans(query, today(profile.timeZone));
  const [before, now, targets] = await Promise.all([
    readDays(viewer, ownerId, profile, spans.before),
    readDays(viewer, ownerId, profile, spans.now),
    targetsOn(ownerId, profile, spans.now.to),
  ]);
  return compareSpans(before, now, targets);
};

/** What the page of trends shows: its parts come when they are ready, from days that are read once. */
export type TrendsPage = {
  readonly span: TrendSpan;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly hasPerson: boolean;
  readonly days: Promise<TrendDaysView>;
  /** What the nutrients beside the six are compared with, with sources and notes. */
  readonly secondLine: readonly SecondLineTarget[];
  readonly foods: Promise<TrendFoodsView>;
  /** Which spans are compared, as the address says. */
  readonly choice: SpanChoice;
  /** Null where the address names no two spans that can be compared. */
  readonly comparison: Promise<ComparisonView> | null;
};

/**
 * The page of trends: the last `span` days up to the owner's today, and two spans held against each other: those days
 * and the ones before them unless others are asked for.
 */
export const trendsPage = async (
  viewer: Viewer,
  ownerId: string,
  span: TrendSpan,
  asked: AskedSpans = {},
): Promise<TrendsPage> => {
  const profile: ProfileView = await getProfile(viewer, ownerId);
  const to = today(profile.timeZone);
  const shown: Span = { from: addDaysWithin(to, 1 - span), to };
  const usual: ChosenSpans = { before: existingSpanBefore(shown), now: shown };
  const choice = readSpans(asked, usual, to);
  const read = readDays(viewer, ownerId, profile, shown);
  const targets = targetsOn(ownerId, profile, to);
  const days = ignoreUnhandledRejection(
    Promise.all([read, targets]).then(([all, { items }]) => getTrendDays(all, items)),
  );
  const foods = ignoreUnhandledRejection(read.then((all) => readTrendFoods(viewer, ownerId, all)));
  const compared = async (): Promise<ComparisonView> => {
    const { before, now } = choice.spans ?? usual;
    return compareSpans(
      ...(await Promise.all([
        readDays(viewer, ownerId, profile, before),
        now.from === shown.from && now.to === shown.to ? read : readDays(viewer, ownerId, profile, now),
        now.to === to ? targets : targetsOn(ownerId, profile, now.to),
      ])),
    );
  };
  return {
    span,
    ...shown,
    hasPerson: profile.birthDate !== null && profile.sex !== null,
    days,
    secondLine: secondLineTargets(profile, to),
    foods,
    choice,
    comparison: Object.keys(choice.problems).length > 0 ? null : ignoreUnhandledRejection(compared()),
  };
};
