import type { NutrientId, PreparationId, PreparationKind, RetentionFactor } from "@/lib/nutrition";
import type { CompiledFood } from "./compile";
import {
  MEASURED_GROUPS,
  METHODS,
  type MeasuredGroup,
  type Method,
  type Pair,
  pairsOf,
} from "./retention-pairs";
import { groupBy } from "./tables";

/*
 * What cooking leaves of the minerals, vitamins C and A and folate, from the raw and cooked pairs of the food table.
 *
 *   retention = (nutrient / basis, cooked) / (nutrient / basis, raw)
 *
 * The basis stands for what cooking does not take away: solids (100 − water) in plants, protein in animal foods,
 * whose fat drips off. See docs/decisions/015-mineral-retention.md.
 */

const MEASURED_NUTRIENTS = [
  "magnesium",
  "zinc",
  "calcium",
  "iron",
  "selenium",
  "potassium",
  "vitaminC",
  "sodium",
  "phosphorus",
  "copper",
  "manganese",
  "folate",
  "vitaminA",
] as const satisfies readonly NutrientId[];
type Measured = (typeof MEASURED_NUTRIENTS)[number];

/** With 8 pairs the second lowest and second highest ratio enclose the median with 93 % confidence: 1 − 2·9/2⁸. */
export const MIN_PAIRS = 8;

/** Range of the ratio of solids to protein retention; outside it the raw and cooked samples are not comparable. */
const BASES_AGREE = { low: 0.8, high: 1.25 } as const;

/** Smallest step in which SR28 gives a nutrient, in its unit per 100 g. A raw value below five steps is mostly rounding. */
const STEP: { readonly [N in Measured]: number } = {
  magnesium: 1,
  zinc: 0.01,
  calcium: 1,
  iron: 0.01,
  selenium: 0.1,
  potassium: 1,
  vitaminC: 0.1,
  sodium: 1,
  phosphorus: 1,
  copper: 0.001,
  manganese: 0.001,
  folate: 1,
  vitaminA: 1,
};
const MIN_STEPS = 5;

/** Ratios above this are not due to cooking but to hard water, another harvest or another soil. */
const IMPLAUSIBLE_ABOVE = 1.2;

/** Ratios within this distance of the median indicate one applied factor instead of separate measurements. */
const ALIKE_WITHIN = 0.015;

export type Basis = "solids" | "protein";
const basisOf = (group: MeasuredGroup): Basis =>
  group === "meat" || group === "poultry" || group === "fish" ? "protein" : "solids";

const numberOf = (text: string): number | null => (text === "" ? null : Number(text));

/** What the cooked food has of the raw one's solids and of its protein, per 100 g; null where unknown or none. */
function concentration({ raw, cooked }: Pair): { readonly [B in Basis]: number } | null {
  const [before, after] = [numberOf(raw.values.protein), numberOf(cooked.values.protein)];
  if (raw.waterG === null || cooked.waterG === null || before === null || after === null) return null;
  if (raw.waterG >= 100 || cooked.waterG >= 100 || before <= 0 || after <= 0) return null;
  return { solids: (100 - cooked.waterG) / (100 - raw.waterG), protein: after / before };
}

/** Whether solids and protein of a pair agree well enough that it is the same kind of food raw and cooked. */
export function isComparable(pair: Pair): boolean {
  const by = concentration(pair);
  if (by === null) return false;
  const ratio = by.protein / by.solids;
  return ratio >= BASES_AGREE.low && ratio <= BASES_AGREE.high;
}

/**
 * Share of a nutrient left in the cooked food of a pair, on the basis of its group. Null where either value is
 * unknown or the raw one is too small for its rounding.
 */
export function ratioOf(pair: Pair, nutrient: Measured): number | null {
  const by = concentration(pair);
  const [before, after] = [numberOf(pair.raw.values[nutrient]), numberOf(pair.cooked.values[nutrient])];
  if (by === null || before === null || after === null) return null;
  // Half a step of tolerance against binary fractions: 0.05 / 0.01 is 5.000…
  if (before < (MIN_STEPS - 0.5) * STEP[nutrient]) return null;
  return after / before / by[basisOf(pair.group)];
}

/** Quantile with linear interpolation (type 7 of Hyndman and Fan 1996) of at least one ascending value. */
export function quantile(ascending: readonly number[], p: number): number {
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below] as number;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] as number;
  return low + (high - low) * (place - below);
}

const LEAFY =
  /\b(leaves|leafy|greens|spinach|kale|collards|chard|cabbage|cress|endive|lambsquarters|borage|dock|purslane|chrysanthemum|pokeberry|jute|butterbur)\b/i;
const ROOTS =
  /^(arrowhead|beets|burdock root|carrots|celeriac|lotus root|parsnips|potatoes|radishes|rutabagas|salsify|sweet potato|taro|turnips|yam|yambean)\b/i;

/** The part of a group that is looked at by itself as well; null for groups that are not parted. */
const subgroupOf = ({ group, raw }: Pair): string | null =>
  group !== "vegetables" ? null : LEAFY.test(raw.name) ? "leafy" : ROOTS.test(raw.name) ? "roots" : "other";

const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

export type Summary = {
  /** Pairs with both values. */
  readonly pairs: number;
  /** Of the ratios as they are, not capped. */
  readonly quartile1: number;
  readonly median: number;
  readonly quartile3: number;
  /** Pairs in which cooking would have added more than a fifth. */
  readonly implausible: number;
  /** Pairs within 0.015 of the median: many of them means one factor applied by USDA, not many measurements. */
  readonly alike: number;
};

export type MeasuredRow = {
  readonly group: MeasuredGroup;
  /** Leafy, roots or other; null for the whole group. */
  readonly subgroup: string | null;
  readonly method: Method;
  readonly basis: Basis;
  readonly pairs: number;
  /** Only nutrients with {@link MIN_PAIRS} pairs. */
  readonly nutrients: { readonly [N in Measured]?: Summary };
};

function summarise(pairs: readonly Pair[], nutrient: Measured): Summary | null {
  const ratios = pairs.flatMap((pair) => ratioOf(pair, nutrient) ?? []).sort((a, b) => a - b);
  if (ratios.length < MIN_PAIRS) return null;
  const median = quantile(ratios, 0.5);
  return {
    pairs: ratios.length,
    quartile1: thousandths(quantile(ratios, 0.25)),
    median: thousandths(median),
    quartile3: thousandths(quantile(ratios, 0.75)),
    implausible: ratios.filter((ratio) => ratio > IMPLAUSIBLE_ABOVE).length,
    alike: ratios.filter((ratio) => Math.abs(ratio - median) <= ALIKE_WITHIN).length,
  };
}

function rowOf(pairs: readonly Pair[], subgroup: string | null): MeasuredRow | null {
  const [first] = pairs;
  if (first === undefined || pairs.length < MIN_PAIRS) return null;
  const { group, method } = first;
  const nutrients = Object.fromEntries(
    MEASURED_NUTRIENTS.flatMap((nutrient) => {
      const summary = summarise(pairs, nutrient);
      return summary === null ? [] : [[nutrient, summary] as const];
    }),
  );
  return { group, subgroup, method, basis: basisOf(group), pairs: pairs.length, nutrients };
}

/** Which measured group and method stands for which preparation of which kinds of food. */
const STANDS_FOR: readonly {
  readonly group: MeasuredGroup;
  readonly method: Method;
  readonly kinds: readonly PreparationKind[];
  readonly preparations: readonly PreparationId[];
}[] = [
  {
    group: "vegetables",
    method: "boiled, drained",
    kinds: ["vegetable"],
    preparations: ["boiled-drained"],
  },
  // USDA calls these "boiled" and gives them without the water. Whether they were soaked it does not say.
  {
    group: "legumes",
    method: "boiled",
    kinds: ["pulse", "soybean"],
    preparations: ["boiled-drained", "soaked-boiled"],
  },
  // Pasta is drained; what it loses of potassium, against rice that takes its water up, shows it.
  { group: "pasta", method: "cooked", kinds: ["pasta"], preparations: ["boiled-drained"] },
];

export type Retention = {
  readonly pairs: readonly Pair[];
  /** Pairs of which solids and protein disagree; they are not counted. */
  readonly incomparable: readonly Pair[];
  readonly measured: readonly MeasuredRow[];
  /** Groups and methods with too few pairs. */
  readonly refused: readonly {
    readonly group: MeasuredGroup;
    readonly method: Method;
    readonly pairs: number;
  }[];
  readonly retentions: readonly RetentionFactor[];
};

/** Ratios above 1 count as 1: food does not gain minerals by cooking. */
const capped = (ratio: number): number => Math.min(1, ratio);

/** Measures retention on the foods of the compiled table. Pure; the same foods give the same answer. */
export function measureRetention(foods: readonly CompiledFood[]): Retention {
  const all = pairsOf(foods);
  const pairs = all.filter(isComparable);
  const measured: MeasuredRow[] = [];
  const refused: { group: MeasuredGroup; method: Method; pairs: number }[] = [];
  for (const group of MEASURED_GROUPS) {
    for (const method of METHODS) {
      const own = pairs.filter((pair) => pair.group === group && pair.method === method);
      if (own.length === 0) continue;
      const row = rowOf(own, null);
      if (row === null) {
        refused.push({ group, method, pairs: own.length });
        continue;
      }
      measured.push(row);
      const parts = groupBy(
        own.filter((pair) => subgroupOf(pair) !== null),
        (pair) => subgroupOf(pair) as string,
      );
      for (const [subgroup, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const partRow = rowOf(part, subgroup);
        if (partRow !== null) measured.push(partRow);
      }
    }
  }
  const retentions = STANDS_FOR.flatMap(({ group, method, kinds, preparations }) => {
    const row = measured.find((r) => r.group === group && r.method === method && r.subgroup === null);
    if (row === undefined) return [];
    return kinds.flatMap((kind) =>
      preparations.flatMap((preparation) =>
        MEASURED_NUTRIENTS.flatMap((nutrient): RetentionFactor[] => {
          const summary = row.nutrients[nutrient];
          if (summary === undefined) return [];
          const { quartile1, median, quartile3, pairs } = summary;
          return [
            {
              kind,
              preparation,
              nutrient,
              low: capped(quartile1),
              typical: capped(median),
              high: capped(quartile3),
              pairs,
            },
          ];
        }),
      ),
    );
  });
  return { pairs, incomparable: all.filter((pair) => !isComparable(pair)), measured, refused, retentions };
}
