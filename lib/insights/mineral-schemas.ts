import { z } from "zod";
import type {
  IronDirection,
  IronEnhancer,
  IronInhibitor,
  Mineral,
  PhytateBand,
  Standard,
  ZincAbsorption,
} from "../nutrition";
import type { TargetView } from "../profile/schemas";
import type { AdequacyItem, AssessedDays, LeftOutReason, PublishedReference } from "./adequacy-schemas";

// What the page of one mineral shows, ready to be drawn.

/** How far back a mineral's page can look. */
export const PERIODS = [7, 30, 90, 365] as const;
export type Period = (typeof PERIODS)[number];

/** The search parameter of a mineral's page; anything else is the usual 30 days. */
export const periodField = z.coerce.number().pipe(z.literal(PERIODS)).catch(30);

/** One day a place, oldest first: columns, since a year of objects is three times as many bytes. */
export type DaySeries = {
  readonly from: string;
  /** One letter a day: c complete, p partly logged, n not logged. */
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

/** Phytate a day, and how much of the food it is known of. */
export type PhytateView = {
  readonly band: PhytateBand | null;
  readonly coverage: number;
  readonly enough: boolean;
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

/** Everything the page of one mineral shows. */
export type MineralPage = {
  readonly mineral: Mineral;
  readonly period: Period;
  readonly from: string;
  readonly to: string;
  readonly standard: Standard;
  readonly hasPerson: boolean;
  /** The target in force, the person's own where they set one. */
  readonly target: TargetView;
  /** Both standards' published values, US/Canada first; none until the profile says whose. */
  readonly references: readonly PublishedReference[];
  readonly series: DaySeries;
  readonly adequacy: AdequacyItem;
  readonly requirement: RequirementShape | null;
  readonly days: Omit<AssessedDays, "leftOut"> & {
    readonly leftOut: readonly {
      readonly reason: LeftOutReason;
      readonly dates: readonly string[];
      readonly count: number;
    }[];
  };
  readonly sources: SourcesView;
  readonly absorption: AbsorptionView;
  /** Nothing that says "eat more of it": a condition asks for that. */
  readonly noTips: boolean;
  /** What the conditions in the profile say about this mineral. */
  readonly cautions: readonly string[];
  /** Medicines of the profile that supplements of the mineral must be kept apart from. */
  readonly medicineNotes: readonly string[];
};
