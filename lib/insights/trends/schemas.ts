import { z } from "zod";
import { localDate } from "../../fields";
import {
  BALANCES,
  type BalanceId,
  type LocalDate,
  MINERALS,
  type Mineral,
  REFERENCE_KINDS,
  STANDARDS,
} from "../../nutrition";
import { mineralField, targetView } from "../../profile/schemas";
import { secondLineFigures } from "../assessment/schemas";

// What a span of days says at a glance: averages, weeks, a calendar, balances, refined food, and one span against
// another. Columns in place of objects where there is one value a day, so that a year stays small.

/** How far back the page of trends looks. */
export const TREND_SPANS = [30, 90, 365] as const;
export type TrendSpan = (typeof TREND_SPANS)[number];

/** The search parameter of the page; anything else is the usual 90 days. */
export const trendSpanField = z.coerce.number().pipe(z.literal(TREND_SPANS)).catch(90);

const perMineral = <S extends z.ZodType>(schema: S) =>
  z.object(Object.fromEntries(MINERALS.map((mineral) => [mineral, schema])) as Record<Mineral, S>);

const unitField = z.enum(["mg", "µg"]);

/** One mineral over the days of a span that count. */
const trendMineral = z.object({
  mineral: mineralField,
  unit: unitField,
  target: z.number().nullable(),
  kind: z.enum(REFERENCE_KINDS).nullable(),
  ear: z.number().nullable(),
  /** Whether the target is meant for the person; see the targets. */
  state: targetView.shape.state,
  /** Days that count on which something is known of it. */
  days: z.int(),
  /** Food and supplements a day over `days`; a lower bound where `coverageOfMean` is below 1. */
  mean: z.number().nullable(),
  fromFood: z.number().nullable(),
  /** Share of the food energy that reports it, over all days that count. */
  coverage: z.number().nullable(),
  coverageOfMean: z.number().nullable(),
  /** Days that count, by where they stand to the target; null without a target, and where no scores are shown. */
  standing: z
    .object({
      reached: z.int(),
      below: z.int(),
      /** Below in what is known; foods without a value may have made it up. */
      open: z.int(),
    })
    .nullable(),
  /** Logged days that do not count, apart: what is known of them a day. */
  incomplete: z.object({ days: z.int(), mean: z.number().nullable() }),
});
export type TrendMineral = z.output<typeof trendMineral>;

/** Means of ISO weeks, Monday first. A week without a day that counts is a gap: its mean is null. */
const trendWeeks = z.object({
  /** The Monday of each week. */
  starts: z.array(z.string()),
  minerals: perMineral(
    z.object({
      /** Days behind each mean. */
      days: z.array(z.int()),
      means: z.array(z.number().nullable()),
      /** One letter a week: k all of it known, a at least, n nothing. */
      known: z.string(),
    }),
  ),
});
export type TrendWeeks = z.output<typeof trendWeeks>;

/** Every day of the span. */
const trendCalendar = z.object({
  from: z.string(),
  /** One letter a day: c complete, i not everything logged, p logged without a mark, n not logged. */
  states: z.string(),
  minerals: perMineral(
    z.object({
      /** Null where nothing is known, a lower bound where `known` says a; cut off one digit beyond what is shown. */
      amounts: z.array(z.number().nullable()),
      /** One letter a day: k all entries report it, a some do, n none does. */
      known: z.string(),
    }),
  ),
});
export type TrendCalendar = z.output<typeof trendCalendar>;

export const trendDaysView = z.object({
  from: z.string(),
  to: z.string(),
  standard: z.enum(STANDARDS),
  /** Whether the person is not to be shown scores: shares of targets, days at target, how well days are logged. */
  hideScores: z.boolean(),
  days: z.object({
    span: z.int(),
    logged: z.int(),
    /** Days that count and that the person marked complete. */
    complete: z.int(),
    /** Days that count: a believable amount of food, or marked complete. */
    counted: z.int(),
  }),
  minerals: z.array(trendMineral),
  /** Nutrients beside the six: mean, target and limit. */
  secondLine: z.array(secondLineFigures),
  weeks: trendWeeks,
  calendar: trendCalendar,
});
export type TrendDaysView = z.output<typeof trendDaysView>;

const NO_BALANCE_REASONS = ["too-few-days", "none-of-it", "low-coverage", "switched-off"] as const;
const noBalanceReason = z.enum(NO_BALANCE_REASONS).nullable();
const availabilityField = z.enum(["high", "moderate", "low"]);

const balanceView = z.object({
  id: z.enum(BALANCES.map(({ id }) => id) as [BalanceId, ...BalanceId[]]),
  /** Days of which both are known well enough. */
  days: z.int(),
  /** Milligram for milligram. */
  mass: z.number().nullable(),
  /** Atom for atom. */
  molar: z.number().nullable(),
  /** Mean share of the food energy that reports each. */
  coverage: z.object({ over: z.number(), under: z.number() }).nullable(),
  reason: noBalanceReason,
});
export type BalanceView = z.output<typeof balanceView>;

/** Phytate to zinc in food, atom for atom, as a band. */
const phytateZincView = z.object({
  days: z.int(),
  molar: z.object({ low: z.number(), typical: z.number(), high: z.number() }).nullable(),
  /** WHO/FAO class at each end of the band. */
  availability: z
    .object({ low: availabilityField, typical: availabilityField, high: availabilityField })
    .nullable(),
  coverage: z.number().nullable(),
  reason: noBalanceReason,
});
export type PhytateZincView = z.output<typeof phytateZincView>;

/** Shares of the known energy of the days that count; refined, other and unknown add up to 1. */
const refinedView = z.object({
  days: z.int(),
  refined: z.number(),
  byKind: z.object({
    "refined-grain": z.number(),
    "sugar-or-sweet": z.number(),
    "sweet-drink": z.number(),
  }),
  other: z.number(),
  unknown: z.number(),
  /** Foods with incomplete energy; excluded from the shares. */
  withoutEnergy: z.int(),
  /** The foods of unknown kind that gave the most energy. */
  unknownNames: z.array(z.string()),
});
export type RefinedView = z.output<typeof refinedView>;

export const trendFoodsView = z.object({
  balances: z.array(balanceView),
  phytateZinc: phytateZincView,
  refined: refinedView.nullable(),
});
export type TrendFoodsView = z.output<typeof trendFoodsView>;

/** The answer of `GET /trends`. */
export const trendsView = trendDaysView.extend(trendFoodsView.shape);
export type TrendsView = z.output<typeof trendsView>;

const periodView = z.object({ from: z.string(), to: z.string(), counted: z.int() });
const periodMean = z.object({
  days: z.int(),
  mean: z.number().nullable(),
  coverageOfMean: z.number().nullable(),
});

export const comparisonItem = z.object({
  mineral: mineralField,
  unit: unitField,
  target: z.number().nullable(),
  before: periodMean,
  now: periodMean,
  /** Now minus before, with where it lies with 95 % confidence. */
  change: z.object({ difference: z.number(), low: z.number(), high: z.number() }).nullable(),
  verdict: z.enum(["more", "less", "cannot-tell"]),
  reason: z
    .enum(["too-few-days", "low-coverage", "interval-spans-zero", "coverage-could-change-it"])
    .nullable(),
});
export type ComparisonItem = z.output<typeof comparisonItem>;

/** The answer of `GET /trends/compare`. */
export const comparisonView = z.object({
  before: periodView,
  now: periodView,
  confidence: z.number(),
  items: z.array(comparisonItem),
});
export type ComparisonView = z.output<typeof comparisonView>;

const inOrder = (from: string | undefined, to: string | undefined): boolean =>
  from === undefined || to === undefined || from <= to;

export const trendsQuery = z
  .object({ from: localDate.optional(), to: localDate.optional() })
  .refine(({ from, to }) => inOrder(from, to), { path: ["to"], error: "must not be before from" });
export type TrendsQuery = z.output<typeof trendsQuery>;

export const comparisonQuery = z
  .object({
    from: localDate.optional(),
    to: localDate.optional(),
    againstFrom: localDate.optional(),
    againstTo: localDate.optional(),
  })
  .refine(({ from, to }) => inOrder(from, to), { path: ["to"], error: "must not be before from" })
  .refine(({ againstFrom, againstTo }) => inOrder(againstFrom, againstTo), {
    path: ["againstTo"],
    error: "must not be before againstFrom",
  })
  .refine(({ againstFrom, againstTo }) => (againstFrom === undefined) === (againstTo === undefined), {
    path: ["againstTo"],
    error: "must be given together with againstFrom",
  });
export type ComparisonQuery = z.output<typeof comparisonQuery>;

/** A span of local days, both included. */
export type Span = { readonly from: LocalDate; readonly to: LocalDate };

/** The earlier span and the later one; they share no day. */
export type ChosenSpans = { readonly before: Span; readonly now: Span };

/** Search parameters of the page: two spans as the API calls them, or a day that parts them. */
export type SpanField = "from" | "to" | "againstFrom" | "againstTo" | "around";
export type TypedSpans = { readonly [F in SpanField]: string };

export type SpanPreset = ChosenSpans & {
  /** `before` is what the page compares when nothing is asked for. */
  readonly id: "before" | "year-ago" | "this-month" | "last-month";
  readonly current: boolean;
};

/** Which spans the page of trends compares, and what its form shows. */
export type SpanChoice = {
  /** The fields' contents as typed, also where invalid. */
  readonly typed: TypedSpans;
  /** Errors by field; nothing is compared while there are any. */
  readonly problems: { readonly [F in SpanField]?: string };
  /** The spans asked for; null where none are or they cannot be read. */
  readonly spans: ChosenSpans | null;
  readonly presets: readonly SpanPreset[];
};
