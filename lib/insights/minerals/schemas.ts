import { z } from "zod";
import type { Meal } from "../../diary/schemas";
import type { Gates, Mineral, PlantIronMeals, Standard, TabletDays } from "../../nutrition";
import type { TargetView } from "../../profile/schemas";
import type {
  AbsorptionView,
  AdequacyItem,
  AssessedDays,
  LeftOutReason,
  PublishedReference,
  WeekSeries,
} from "../assessment/schemas";

export * from "./explained-schemas";
export * from "./sources-schemas";

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

/** The distribution of requirements, for the chart beside the usual intake. */
export type RequirementShape =
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  /** Amounts at rising percentiles (0 to 100). */
  | {
      readonly kind: "percentiles";
      readonly percentiles: readonly number[];
      readonly values: readonly number[];
    }
  /** An adequate or a recommended intake without an average need: one line, no distribution. */
  | {
      readonly kind: "level";
      readonly value: number;
      readonly name: "adequate intake" | "recommended intake";
    };

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
  /** Days with at least 50 mg of zinc from supplements that were not prescribed. */
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
  /** Whether advice to eat or absorb more is hidden, by a condition or in the first year of life. */
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
