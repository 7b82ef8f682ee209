import { type Composition, forGrams } from "../composition";
import { MINERALS } from "../nutrients";

/** Contents that diets and exclusions refer to. Null is unknown and treated as contained. */
export const CONTENTS = [
  "meat",
  "pork",
  "fish",
  "shellfish",
  "dairy",
  "egg",
  "gluten",
  "treeNuts",
  "peanut",
  "soy",
  "alcohol",
  "sesame",
  "lupin",
  "mustard",
  "celery",
  "sulphites",
] as const;
export type Content = (typeof CONTENTS)[number];
export type Contents = { readonly [C in Content]: boolean | null };

/** Classes of the oxalate in a usual serving; `data/reference/oxalate.json` says from which amount each begins. */
export const OXALATE_CLASSES = ["low", "moderate", "high", "very-high"] as const;
export type OxalateClass = (typeof OXALATE_CLASSES)[number];

/** The kinds of food that the article picks for the six minerals. */
export type PickKind = "leafy-green" | "seed" | "nut" | "yogurt" | "kefir";

/** A plain food in its usual portion that may be suggested. */
export type Candidate = {
  readonly foodId: string;
  readonly name: string;
  readonly group: string;
  readonly pick: PickKind | null;
  /** One portion in household measures: "1 cup". */
  readonly portionLabel: string;
  readonly portionId: string | null;
  /** Weight of one portion, g, above 0. */
  readonly portionGrams: number;
  readonly per100g: Composition;
  readonly contains: Contents;
  /** Oxalate of a usual serving; null is unknown. */
  readonly oxalate: OxalateClass | null;
  /** Whether oxalate binds most of its calcium (spinach, chard, rhubarb …). */
  readonly highOxalate: boolean;
};

/** Candidates with precomputed values; see {@link prepareCandidates}. */
export type PreparedCandidates = {
  /** Sorted by id. */
  readonly candidates: readonly Candidate[];
  /** Composition of one portion. */
  readonly portions: readonly Composition[];
  /** The six minerals of one portion, a row per candidate in the order of MINERALS; NaN is unknown. */
  readonly minerals: Float64Array;
  /** Energy of one portion in kcal; NaN is unknown. */
  readonly kcal: Float64Array;
  /** Number of each candidate's {@link familyOf}. */
  readonly families: Int32Array;
};

/**
 * Family of a food; a list of suggestions contains at most one food of a family. Families are the leafy greens, the
 * nuts, the seeds, yogurt and kefir together, and otherwise the food groups.
 */
export const familyOf = (candidate: Candidate): string => {
  if (candidate.pick === "yogurt" || candidate.pick === "kefir") return "pick:cultured-milk";
  return candidate.pick === null ? `group:${candidate.group}` : `pick:${candidate.pick}`;
};

/**
 * Precomputes what all requests share: portions, their minerals in one array, families. The result contains nothing
 * personal and can be reused for everyone.
 * @throws RangeError for a portion that does not weigh more than 0 g, or an id that comes twice.
 */
export const prepareCandidates = (input: readonly Candidate[]): PreparedCandidates => {
  const candidates = [...input].sort((a, b) => (a.foodId < b.foodId ? -1 : a.foodId > b.foodId ? 1 : 0));
  const minerals = new Float64Array(candidates.length * MINERALS.length);
  const kcal = new Float64Array(candidates.length);
  const families = new Int32Array(candidates.length);
  const numbers = new Map<string, number>();
  const portions = candidates.map((candidate, i) => {
    if (!(candidate.portionGrams > 0)) {
      throw new RangeError(`A portion must weigh more than 0 g: ${candidate.foodId}`);
    }
    if (candidates[i - 1]?.foodId === candidate.foodId) {
      throw new RangeError(`The same food comes twice: ${candidate.foodId}`);
    }
    const portion = forGrams(candidate.per100g, candidate.portionGrams);
    for (const [k, mineral] of MINERALS.entries()) {
      minerals[i * MINERALS.length + k] = portion[mineral] ?? Number.NaN;
    }
    kcal[i] = portion.energy ?? Number.NaN;
    const family = familyOf(candidate);
    const number = numbers.get(family) ?? numbers.size;
    numbers.set(family, number);
    families[i] = number;
    return portion;
  });
  return { candidates, portions, minerals, kcal, families };
};
