import { z } from "zod";
import type { Meal } from "../../diary/schemas";
import { dayMark, MEALS, totalView } from "../../diary/schemas";
import { localDate } from "../../fields";
import { FOOD_SOURCES } from "../../foods/schemas";
import type { Gates, Mineral, PlantIronMeals, Standard, TabletDays } from "../../nutrition";
import { REFERENCE_KINDS, SOURCE_ORDERS } from "../../nutrition";
import type { TargetView } from "../../profile/schemas";
import { mineralField } from "../../profile/schemas";
import type {
  AbsorptionView,
  AdequacyItem,
  AssessedDays,
  LeftOutReason,
  PublishedReference,
  WeekSeries,
} from "../assessment/schemas";
import { LEFT_OUT_REASONS } from "../assessment/schemas";

// What the page of one mineral shows, ready to be drawn.

/** How far back a mineral's page can look. */
export const PERIODS = [7, 30, 90, 365] as const;
export type Period = (typeof PERIODS)[number];

/** The search parameter of a mineral's page; anything else is the usual 30 days. */
export const periodField = z.coerce.number().pipe(z.literal(PERIODS)).catch(30);

/** One day a place, oldest first: columns, since a year of objects is three times as many bytes. */
export type DaySeries = {
  readonly from: string;
  /** One letter a day: c complete, i not everything logged, p logged without a mark, n not logged. */
  readonly states: string;
  readonly amounts: readonly (number | null)[];
  readonly supplements: readonly (number | null)[];
  readonly known: readonly number[];
  readonly entries: readonly number[];
};

/** What the need of people like this one is, for the picture beside the usual intake. */
export type RequirementShape =
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  /** Amounts at rising percentiles (0 to 100). */
  | {
      readonly kind: "percentiles";
      readonly percentiles: readonly number[];
      readonly values: readonly number[];
    }
  /** An adequate intake: one line, no distribution. */
  | { readonly kind: "level"; readonly value: number };

/** A food that gave some of the mineral. */
export type FoodShare = {
  readonly food: string;
  readonly name: string;
  /** What was done to it, in words. */
  readonly preparation: string | null;
  readonly days: number;
  /** A day, on average over the days that count. */
  readonly amount: number;
};

/** Where the mean comes from; the parts add up to it. */
export type SourcesView = {
  readonly foods: readonly FoodShare[];
  readonly others: { readonly count: number; readonly amount: number } | null;
  readonly supplements: number | null;
  /** Foods without a value for the mineral; the share of the food energy they gave, where that is known. */
  readonly unknown: {
    readonly count: number;
    readonly names: readonly string[];
    readonly share: number | null;
  };
};

/** What a meal gives of the mineral a day, on average over the days behind the mean. */
export type MealShare = {
  readonly meal: Meal;
  /** Days on which something was logged at it. */
  readonly days: number;
  /** Null where no food of it has a value; a lower bound where `unknownShare` is above 0. */
  readonly amount: number | null;
  /** Part of its food energy from foods without a value, 0 to 1, by number where energies are missing; null without food. */
  readonly unknownShare: number | null;
  /** What those foods might add at the density of the others; for the drawing, never in a total. */
  readonly possibleExtra: number | null;
};

/** The mean by meal; meals and supplements add up to it. */
export type MealsView = {
  /** Days behind the mean. */
  readonly days: number;
  /** Every meal, in the order of the day. */
  readonly meals: readonly MealShare[];
  /** Null where no supplement was logged that names the mineral. */
  readonly supplements: { readonly amount: number; readonly days: number } | null;
};

/** Vitamin D beside calcium, over the days that count. */
export type VitaminDView = {
  readonly days: number;
  /** µg a day, a lower bound where `coverageOfMean` is below 1. */
  readonly mean: number | null;
  readonly coverageOfMean: number | null;
  /** Share of the food energy that reports it, over all days that count. */
  readonly coverage: number | null;
  /** Whether enough is known to hold it against the reference. */
  readonly enough: boolean;
  readonly target: number | null;
};

/** A food that would bring vitamin C to a meal with iron. */
export type VitaminCStep = {
  readonly food: string;
  /** "a kiwi" */
  readonly name: string;
  readonly grams: number;
  readonly vitaminC: number;
  /** The food of such meals that brings the iron. */
  readonly beside: string;
};

/** What the person's own diary says beside the statements on pairing: counts, never a share absorbed. */
export type PairingView = {
  /** Days back that meals and doses were looked at. */
  readonly days: number;
  /** Whether any meal or dose of those days could be counted. */
  readonly any: boolean;
  readonly vitaminD: VitaminDView | null;
  readonly iron: PlantIronMeals | null;
  readonly calciumIron: TabletDays | null;
  /** Iron of 25 mg and more with zinc. */
  readonly ironZinc: TabletDays | null;
  /** Days with 50 mg of zinc and more from supplements that nobody prescribed. */
  readonly highZincDays: number | null;
  readonly step: VitaminCStep | null;
};

/** What the page of a mineral shows at once: nothing of it needs the diary. */
export type MineralFrame = {
  readonly mineral: Mineral;
  readonly period: Period;
  readonly from: string;
  readonly to: string;
  readonly standard: Standard;
  readonly hasPerson: boolean;
  /** The target in force, the person's own where they set one. */
  readonly target: TargetView;
  /** Every authority's published values, the one in use first; none until the profile says whose. */
  readonly references: readonly PublishedReference[];
  /** Nothing that says "eat more of it", and nothing of how to absorb more: a condition or the first year asks for that. */
  readonly noTips: boolean;
  /** What statements may be made and what figures shown to the person. */
  readonly gates: Gates;
  /** What the conditions in the profile say about this mineral. */
  readonly cautions: readonly string[];
  /** Medicines of the profile that supplements of the mineral must be kept apart from. */
  readonly medicineNotes: readonly string[];
};

/** What the days of the period say. */
export type MineralDays = {
  /** Each day; null for a year, which is drawn by weeks. */
  readonly series: DaySeries | null;
  /** Its weeks; null for a period whose days fit a phone. */
  readonly weeks: WeekSeries | null;
  readonly adequacy: AdequacyItem;
  readonly requirement: RequirementShape | null;
  readonly days: Omit<AssessedDays, "leftOut"> & {
    readonly leftOut: readonly {
      readonly reason: LeftOutReason;
      readonly dates: readonly string[];
      readonly count: number;
    }[];
  };
};

/** What the foods of the period say. */
export type MineralFoods = { readonly sources: SourcesView; readonly absorption: AbsorptionView };

// The foods richest in one mineral, of those a person eats.

/** Most lines of a list. */
const MAX_SOURCES = 100;

export const sourcesParams = z.object({ mineral: mineralField });
export const sourcesQuery = z.object({
  by: z.enum(SOURCE_ORDERS, "must be portion or energy").default("portion"),
  limit: z.coerce.number().int().min(1).max(MAX_SOURCES).default(50),
  /** Id of a food group: the list without the others. */
  group: z.string().max(40).optional(),
});
export type SourcesQuery = z.output<typeof sourcesQuery>;

/** What to know of a food as a source, in words. */
const sourceNote = z.object({
  code: z.enum(["selenium-varies", "calcium-bound", "phytate"]),
  text: z.string(),
});
export type SourceNoteView = z.output<typeof sourceNote>;

export const sourceView = z.object({
  food: z.string(),
  name: z.string(),
  /** The name as a person would say it. */
  short: z.string(),
  group: z.string(),
  portion: z.object({ id: z.string().nullable(), label: z.string(), count: z.number() }),
  grams: z.number(),
  /** Null where it is unknown, or the person asked not to see energy. */
  energyKcal: z.number().nullable(),
  /** In the portion, in the mineral's unit. */
  amount: z.number(),
  /** In as much of the food as has 100 kcal; null where the energy is. */
  per100Kcal: z.number().nullable(),
  /** Of the person's own target, 0 or more; null without one. */
  share: z.number().nullable(),
  /** The kind of food that the article picks. */
  pick: z.enum(["leafy-green", "seed", "nut", "yogurt", "kefir"]).nullable(),
  /** A pick whose portion is a rich source: these come first. */
  first: z.boolean(),
  /** On how many of the last 30 days it was eaten, in any form; at least so many where forms differ. */
  eatenDays: z.int(),
  /** In how many forms it was eaten: raw and boiled are two. */
  eatenForms: z.int(),
  notes: z.array(sourceNote),
});
export type SourceView = z.output<typeof sourceView>;

export const bestSourcesView = z.object({
  mineral: mineralField,
  unit: z.enum(["mg", "µg"]),
  /** The order of `items`: the one asked for, or portion where the person asked not to see energy. */
  by: z.enum(SOURCE_ORDERS),
  /** Whether the person asked not to see energy; then nothing states it. */
  energyHidden: z.boolean(),
  /** Whether it is for a child, for whom the portions, an adult's, are too large. */
  forChild: z.boolean(),
  /** False where a condition or the age asks for no list; `reasons` says which. */
  offered: z.boolean(),
  reasons: z.array(z.string()),
  target: z.number().nullable(),
  ul: z.number().nullable(),
  ulScope: z.enum(["total", "supplements"]).nullable(),
  /** Lines in all, of which `items` are the first. */
  count: z.int(),
  items: z.array(sourceView),
  /** The food groups of all lines, the one with most first. */
  groups: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
  /** Plain foods that fit the person's diet, exclusions and conditions; those of them without a value are not ranked. */
  permitted: z.int(),
  unknown: z.int(),
});
export type BestSourcesView = z.output<typeof bestSourcesView>;

// A day's total of one mineral, taken apart into the entries behind it.

/** What a preparation leaves of the mineral, where raw and cooked foods were measured. */
const retainedView = z.object({
  /** Share left, 0 to 1: the factor that was used, and the plausible range. */
  typical: z.number(),
  low: z.number(),
  high: z.number(),
  /** Pairs of raw and cooked foods it was measured on. */
  pairs: z.int(),
});

/** Where an entry's amount comes from, as its food or supplement stands now. */
const originView = z.object({
  /** "gone": the food has been deleted since; what was logged stays. */
  kind: z.enum([...FOOD_SOURCES, "supplement", "gone"]),
  source: z.string().nullable(),
  row: z.string().nullable(),
  column: z.string().nullable(),
  note: z.string().nullable(),
  /** The source's own value: in 100 g of a food, in one dose of a supplement. */
  value: z.number().nullable(),
  retained: retainedView.nullable(),
  /** The preparation may take some of the mineral out and nobody measured how much: the amount may be too high. */
  unmeasuredLoss: z.boolean(),
  /** What the same entry would hold if it were logged now; null is unknown. */
  amountNow: z.number().nullable(),
  /** Whether that differs from what was logged. */
  changed: z.boolean(),
});

export const explainedEntry = z.object({
  id: z.string(),
  kind: z.enum(["food", "supplement"]),
  /** Null for a supplement, which belongs to no meal. */
  meal: z.enum(MEALS).nullable(),
  time: z.string().nullable(),
  food: z.string(),
  name: z.string(),
  grams: z.number().nullable(),
  portion: z.object({ label: z.string(), count: z.number() }).nullable(),
  /** What was done to it, in words. */
  preparation: z.string().nullable(),
  /** As it was computed when it was logged; null is unknown, of a supplement "not listed". */
  amount: z.number().nullable(),
  /** Part of the day's known amount, 0 to 1. */
  share: z.number().nullable(),
  /** What a food without a value might hold: its energy at the density of the others; never in the total. */
  mightHold: z.number().nullable(),
  /** When it was logged, or last changed. */
  loggedAt: z.string(),
  origin: originView,
});
export type ExplainedEntry = z.output<typeof explainedEntry>;

/** The answer of `GET /days/{date}/{mineral}`: the amounts of `entries` add up to `total`. */
export const explainedTotal = z.object({
  date: z.string(),
  mineral: mineralField,
  complete: z.boolean(),
  mark: dayMark,
  /** Food and supplements together, as the day shows it. */
  total: totalView,
  fromFood: totalView,
  fromSupplements: totalView,
  target: z.number().nullable(),
  kind: z.enum(REFERENCE_KINDS).nullable(),
  /** How much the foods without a value might add together; null where it cannot be said. */
  possibleExtra: z.number().nullable(),
  entries: z.array(explainedEntry),
});
export type ExplainedTotal = z.output<typeof explainedTotal>;

/** What a food or a supplement gave of the mineral over some days, each preparation of it apart. */
const explainedPart = z.object({
  kind: z.enum(["food", "supplement"]),
  food: z.string(),
  /** Whether it has been deleted since; what was logged stays. */
  gone: z.boolean(),
  name: z.string(),
  /** What was done to it, in words. */
  preparation: z.string().nullable(),
  /** A day, on average over all days behind the mean; null where no entry of it has a value. */
  amount: z.number().nullable(),
  /** Part of the mean, 0 to 1. */
  share: z.number().nullable(),
  /** The days it was eaten on. An amount is null where no entry of the day has a value, a lower bound where only some have. */
  days: z.array(
    z.object({ date: z.string(), amount: z.number().nullable(), known: z.int(), entries: z.int() }),
  ),
});
export type ExplainedPart = z.output<typeof explainedPart>;

/** The answer of `GET /minerals/{mineral}/average`: the amounts of `parts` add up to `mean`. */
export const explainedMean = z.object({
  mineral: mineralField,
  from: z.string(),
  to: z.string(),
  /** The days behind the mean, with what each held, and how many of its foods state it: a lower bound where not all do. */
  days: z.array(z.object({ date: z.string(), amount: z.number(), known: z.int(), entries: z.int() })),
  /** Days with entries that are not behind it, and why. */
  leftOut: z.array(z.object({ date: z.string(), reason: z.enum(LEFT_OUT_REASONS) })),
  /** A day, food and supplements together; null without a day. */
  mean: z.number().nullable(),
  fromFood: z.number().nullable(),
  /** Share of the food energy of those days that reports the mineral; null without a day. */
  coverageOfMean: z.number().nullable(),
  /** The largest first, then those without a value. */
  parts: z.array(explainedPart),
});
export type ExplainedMean = z.output<typeof explainedMean>;

export const explainedParams = z.object({ date: localDate, mineral: mineralField });
