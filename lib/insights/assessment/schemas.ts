import { z } from "zod";
import { entryView, totalView } from "../../diary/schemas";
import { localDate } from "../../fields";
import { type ContentView, safetyNote, supplementView } from "../../foods/schemas";
import type {
  IronDirection,
  IronEnhancer,
  IronInhibitor,
  PhytateBand,
  ZincAbsorption,
} from "../../nutrition";
import {
  ADEQUACY_WORDS,
  type AdequacyReason,
  type AdequacyVerdict,
  NUTRIENT_IDS,
  PUBLISHED_KINDS,
  REFERENCE_KINDS,
  STANDARDS,
  UPPER_LIMIT_WORDS,
  type UpperLimitVerdict,
} from "../../nutrition";
import { mineralField, targetView, withoutAllowance } from "../../profile/schemas";

export * from "./second-line-schemas";

// What the nutrition core says of a person's days, as the API and the pages tell it.

const keysOf = <K extends string>(words: { readonly [key in K]: string }) =>
  Object.keys(words) as [K, ...K[]];

/** Why there is no verdict, or a weaker one. The last two come from the profile, the others from the core. */
export const ADEQUACY_REASONS = [
  "no-days",
  "too-few-days",
  "low-coverage",
  "coverage-could-change-it",
  "no-reference",
  "below-ai",
  "under-14",
  "pregnancy-target-only",
  "method-does-not-hold",
  "close-to-requirement",
  "no-profile",
  "switched-off",
] as const satisfies readonly (AdequacyReason | "no-profile" | "switched-off")[];

/** Why a day does not count. A day is left out for one nutrient alone when none of its foods reports it. */
export const LEFT_OUT_REASONS = [
  "marked-incomplete",
  "implausible-energy",
  "unknown-energy",
  "no-food",
  "no-value",
  "still-running",
  "not-yet",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

const standardField = z.enum(STANDARDS);
const scopeField = z.enum(["total", "supplements"]);

/**
 * A standard's values for the person, their diet included (`withoutAllowance` has them as published); a target of their
 * own does not enter.
 */
export const publishedReference = z.object({
  standard: standardField,
  target: z.number().nullable(),
  kind: z.enum(PUBLISHED_KINDS).nullable(),
  ear: z.number().nullable(),
  withoutAllowance: withoutAllowance.nullable(),
  ul: z.number().nullable(),
  ulScope: scopeField.nullable(),
  ulKind: z.enum(["UL", "safe level"]),
  group: z.string().nullable(),
  source: z.string(),
  url: z.string(),
  year: z.int(),
  ulSource: z.string().nullable(),
  ulYear: z.int().nullable(),
  note: z.string().nullable(),
});
export type PublishedReference = z.output<typeof publishedReference>;

export const adequacyItem = z.object({
  mineral: mineralField,
  unit: z.enum(["mg", "µg"]),
  /** Days that count for this mineral. */
  days: z.int(),
  /** How many of them the person marked complete. */
  completeDays: z.int(),
  /** Food and supplements a day over `days`, a lower bound where `coverageOfMean` is below 1. */
  mean: z.number().nullable(),
  fromFood: z.number().nullable(),
  verdict: z.enum(keysOf<AdequacyVerdict>(ADEQUACY_WORDS)),
  words: z.string(),
  /** Of IOM 2000, 0 to 1: that usual intake meets the need (EAR, iron) or lies above the adequate intake. Null with a reason. */
  probability: z.number().nullable(),
  /** The same if the foods without a value held as much as the others. */
  probabilityIfFilled: z.number().nullable(),
  /**
   * Lowest and highest probability that usual intake meets the need, which the verdict holds over: for a person of a group
   * that eats little of the mineral, without what is unknown; and of one that eats much, with twice the known density in it.
   */
  range: z.object({ low: z.number(), high: z.number() }).nullable(),
  reason: z.enum(ADEQUACY_REASONS).nullable(),
  method: z.enum(["ear", "iron-distribution", "ai"]).nullable(),
  /** Where usual intake lies with 90 % confidence; null while there are too few days for it. */
  interval90: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Share of food energy that reports the mineral, over all usable days. */
  coverage: z.number().nullable(),
  coverageOfMean: z.number().nullable(),
  /** The within-person SD that was used: a survey's, pooled with the person's own where that is far larger. */
  sdWithin: z
    .object({
      value: z.number(),
      basis: z.enum(["published", "estimated", "assumed"]),
      checked: z.boolean(),
      source: z.string(),
    })
    .nullable(),
  /** SD of the person's own days from food where it was pooled; else null. */
  ownSd: z.number().nullable(),
  /** The single day that sets the own spread apart, with its part of all days' intake, 0 to 1. */
  oddDay: z.object({ date: z.string(), share: z.number() }).nullable(),
  /** Up to three foods without a value that leave the verdict open, those with the most energy first. */
  openFoods: z.array(z.object({ food: z.string(), name: z.string() })),
  sdRequirement: z.object({ value: z.number(), basis: z.enum(["published", "derived"]) }).nullable(),
  z: z.number().nullable(),
  /** Further days like these until there is a verdict; 0 with one, null when no number would do. */
  furtherDays: z.int().nullable(),
  caveats: z.array(z.string()),
  /**
   * The day since which another life stage holds than before in the span, where that changes this mineral's values; all
   * days are compared with what holds on the last one. Null when nothing changed.
   */
  changedOn: z.string().nullable(),
  /** What would be said without the allowance for a vegetarian diet; null where none is made. */
  withoutAllowance: z
    .object({
      verdict: z.enum(keysOf<AdequacyVerdict>(ADEQUACY_WORDS)),
      words: z.string(),
      probability: z.number().nullable(),
    })
    .nullable(),
  /** Days on which no food reports the mineral; the days left out for all minerals stand in `days`. */
  daysWithoutValue: z.int(),
  reference: publishedReference.nullable(),
  upperLimit: z
    .object({
      limit: z.number().nullable(),
      scope: scopeField.nullable(),
      days: z.int(),
      /** Mean a day of what the limit counts. */
      mean: z.number().nullable(),
      daysAbove: z.int(),
      /** 0 to 1, that usual intake passes the limit; null with a reason. */
      probability: z.number().nullable(),
      verdict: z.enum(keysOf<UpperLimitVerdict>(UPPER_LIMIT_WORDS)),
      words: z.string(),
      reason: z
        .enum(["no-reference", "no-days", "too-few-days", "low-coverage", "no-probability"])
        .nullable(),
    })
    .nullable(),
});
export type AdequacyItem = z.output<typeof adequacyItem>;

/** Which days of the span there are, and which count. */
export const assessedDays = z.object({
  /** Days of the span. */
  span: z.int(),
  logged: z.int(),
  /** Days that count and that the person marked complete. */
  complete: z.int(),
  /** Days that count. */
  usable: z.int(),
  leftOut: z.array(z.object({ date: z.string(), reason: z.enum(LEFT_OUT_REASONS) })),
});
export type AssessedDays = z.output<typeof assessedDays>;

/** The answer of `GET /adequacy`. */
export const adequacyView = z.object({
  from: z.string(),
  to: z.string(),
  standard: standardField,
  days: assessedDays,
  items: z.array(adequacyItem),
});
export type AdequacyView = z.output<typeof adequacyView>;

export const adequacyQuery = z
  .object({ from: localDate.optional(), to: localDate.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    error: "must not be before from",
  });
export type AdequacyQuery = z.output<typeof adequacyQuery>;

/** One dose on one day: to be taken, or taken. */
export const doseView = z.object({
  supplement: z.string(),
  /** 1 for the first time of the day; null for what was taken of a supplement that is gone. */
  slot: z.int().nullable(),
  taken: z.boolean(),
  /** Taken as needed: no schedule asks for it. */
  asNeeded: z.boolean(),
  /** The diary entry, or what it will be once the dose is taken. */
  entry: entryView,
});
export type DoseView = z.output<typeof doseView>;

/** The dose of a supplement that would be taken next, and what a dose holds. */
export type NextDose = { readonly dose: DoseView; readonly contents: readonly ContentView[] };

/** What the supplements of a plan hold together on its fullest day, against the upper limit. */
export const planLimit = z.object({
  nutrient: z.enum(NUTRIENT_IDS),
  unit: z.enum(["mg", "µg", "g", "kcal"]),
  /** On the fullest day of the week, with one dose of each that is taken as needed; prescribed doses included. */
  amount: z.number(),
  /** What of it a doctor prescribed: no upper limit applies to that. */
  prescribed: z.number().nullable(),
  ul: z.number().nullable(),
  /** "supplements": the limit counts nothing else; "total": food counts as well. */
  ulScope: z.enum(["total", "supplements"]).nullable(),
  /** How far what is not prescribed lies above the limit, food left aside. */
  overLimit: z.number().nullable(),
  source: z.string().nullable(),
});
export type PlanLimit = z.output<typeof planLimit>;

/** The answer of `GET /supplements`. */
export const supplementsView = z.object({
  items: z.array(supplementView),
  nextCursor: z.null(),
  plan: z.object({
    limits: z.array(planLimit),
    /** Alarms, upper limits, conditions, medicines and pairs that the plan as a whole calls for; the gravest first. */
    notices: z.array(safetyNote.extend({ tone: z.enum(["alarm", "notice"]) })),
  }),
});
export type SupplementsView = z.output<typeof supplementsView>;

/** One mineral on one day, ready to be shown. */
export const mineralDay = z.object({
  mineral: mineralField,
  /** Food and supplements together, a lower bound. */
  total: totalView,
  fromSupplements: totalView,
  target: z.number().nullable(),
  kind: z.enum(REFERENCE_KINDS).nullable(),
  ear: z.number().nullable(),
  ul: z.number().nullable(),
  ulScope: z.enum(["total", "supplements"]).nullable(),
  /** Target minus amount where the amount lies below it; null where a condition leaves no gap to be closed. */
  short: z.number().nullable(),
  /** Amount as a percentage of the target; not rounded. */
  percent: z.number().nullable(),
  /** What of it a doctor prescribed, which the upper limit does not count; absent where nothing was. */
  prescribed: z.number().optional(),
  /** How far what the upper limit counts lies above it. */
  overLimit: z.number().nullable(),
  /** How much the entries without a value might add, at the density of those with one; never in a total. */
  possibleExtra: z.number().nullable(),
  /** Whether the published target and limit are meant for the person; see the target. */
  state: targetView.shape.state,
  /** Whether shares of the target may be shown; false for somebody whom scores would weigh on, and for infants. */
  scores: z.boolean(),
});
export type MineralDay = z.output<typeof mineralDay>;

export const suggestionView = z.object({
  food: z.string(),
  name: z.string(),
  group: z.string(),
  portion: z.object({ id: z.string().nullable(), label: z.string(), count: z.number() }),
  grams: z.number(),
  /** What it adds: the largest share of a target first, up to what is missing of it. */
  adds: z.array(
    z.object({
      mineral: mineralField,
      amount: z.number(),
      unit: z.enum(["mg", "µg"]),
      /** Part of today's gap it closes, 0 to 1; null where there is none. */
      share: z.number().nullable(),
    }),
  ),
  pick: z.enum(["leafy-green", "seed", "nut", "yogurt", "kefir"]).nullable(),
  /** On how many of the last 14 days it was eaten. */
  eatenDays: z.int(),
  why: z.string(),
  caution: z.string().nullable(),
});
export type SuggestionView = z.output<typeof suggestionView>;

/** What conditions, medicines or life stage leave out of the foods named, and why: a sentence each. */
export const leftOutField = z.array(z.string());

export const suggestionsView = z.object({
  items: z.array(suggestionView),
  leftOut: leftOutField,
  /** What eating all of `items` would do. */
  together: z.object({
    atTarget: z.int(),
    of: z.int(),
    reached: z.array(mineralField),
    close: z.array(mineralField),
    stillShort: z.array(mineralField),
  }),
});
export type SuggestionsView = z.output<typeof suggestionsView>;

export const gapView = z.object({
  mineral: mineralField,
  short: z.number(),
  /** Whether `short` is an upper bound: an entry of the day has no full value, or the day is marked incomplete. */
  atMost: z.boolean(),
  percent: z.number().nullable(),
  /** Alternatives: any one of them. */
  suggestions: z.array(suggestionView),
  /** Whether only one of them may be eaten: together they would be too much of something, as of an upper limit. */
  chooseOne: z.boolean(),
});
export type GapView = z.output<typeof gapView>;

/** Phytate a day, and how much of the food it is known of. */
export type PhytateView = {
  readonly band: PhytateBand | null;
  readonly coverage: number;
  readonly enough: boolean;
};

export type AbsorptionView = {
  /** Days the figures rest on. */
  readonly days: number;
  readonly phytate: PhytateView | null;
  readonly zinc: ZincAbsorption | { readonly ok: false; readonly reason: "too-few-days" } | null;
  readonly iron: IronMealsView | null;
  readonly calcium: CalciumView | null;
  /** Days back that meals were looked at; meals are read for iron and calcium only. */
  readonly mealDays: number;
};

export type CalciumView = {
  /** mg a day from food. */
  readonly total: number | null;
  /** As much milk calcium as would be absorbed alike, mg a day; unmeasured foods count as milk does. */
  readonly milkEquivalent: number | null;
  readonly unmeasured: number;
  readonly highOxalate: number;
  readonly highOxalateFoods: readonly string[];
  /** Calcium of the meal that an average milligram came in, mg; null without calcium. */
  readonly sitting: number | null;
};

/** Iron of single meals, in counts of meals and in directions; never a share that a person absorbs. */
export type IronMealsView = {
  /** Meals with iron in them. */
  readonly meals: number;
  readonly directions: { readonly [D in IronDirection]: number };
  /** Meals of which too little is known. */
  readonly open: number;
  readonly enhancers: { readonly [E in IronEnhancer]: number };
  readonly inhibitors: { readonly [I in IronInhibitor]: number };
  /** Part of the iron that is heme iron, 0 to 1; null when dishes leave it open. */
  readonly hemeShare: number | null;
  /** The average day as a whole; null when too little is known of it. */
  readonly day: IronDirection | null;
};

/** The means of ISO weeks over the days that count, oldest first. A week without such a day is a gap: its mean is null. */
export type WeekSeries = {
  /** The Monday of each week. */
  readonly starts: readonly string[];
  /** Days behind each mean. */
  readonly days: readonly number[];
  readonly means: readonly (number | null)[];
  /** The part of each mean from supplements; null where there were none. */
  readonly supplements: readonly (number | null)[];
  /** One letter a week: k all of it known, a at least, n nothing. */
  readonly known: string;
};
