import type { Composition } from "../composition";
import type { LocalDate } from "../dates";
import type { Profile, Standard } from "../life-stage";
import type { NutrientId } from "../nutrients";
import type { UpperLimitScope } from "../reference-types";
import type { Gates } from "../safety/gates";
import type { AvoidedFood } from "../safety/table";
import { countedByLimit, SECOND_LINE, secondLineReference } from "../second-line";
import type { Candidate, Content, Contents } from "./candidates";
import { avoidedKind } from "./food-kinds";
import { type Diet, type Exclusion, unwantedContents } from "./permitted";

/** What is known of a food that could be named: one of the table, a candidate, or one of a person's own. */
export type NameableFood = Pick<Candidate, "name" | "oxalate"> & {
  readonly foodId: string | null;
  /** Null where nothing is known of its contents: a person's own food. */
  readonly contains: Contents | null;
};

/** Upper limits that count food, in the unit of each nutrient. */
export type FoodLimits = ReadonlyMap<NutrientId, number>;

/** What decides about foods for one person. */
export type FoodPerson = {
  readonly diet: Diet;
  readonly exclusions: readonly Exclusion[];
  readonly excludedFoods: ReadonlySet<string>;
  readonly gates: Pick<Gates, "avoid" | "avoidContents" | "caps" | "setCaps">;
  readonly limits: FoodLimits;
};

/** Contents that a food must be known not to have: by diet, exclusions and conditions. */
const unwantedBy = (person: FoodPerson): ReadonlySet<Content> => {
  const before = unwanted.get(person);
  if (before !== undefined) return before;
  const { diet, exclusions, gates } = person;
  const found = new Set([...unwantedContents(diet, exclusions), ...gates.avoidContents]);
  unwanted.set(person, found);
  return found;
};
/** Worked out once for each person, as hundreds of foods are asked about. */
const unwanted = new WeakMap<FoodPerson, ReadonlySet<Content>>();

/** Why a food is not named to a person. `known` is false where only the absence of knowledge rules it out. */
export type RuledOut =
  | { readonly by: "excluded-food"; readonly known: true }
  | { readonly by: "content"; readonly content: Content; readonly known: boolean }
  | { readonly by: "kind"; readonly kind: AvoidedFood; readonly known: boolean }
  | { readonly by: "cap"; readonly nutrient: NutrientId; readonly known: boolean }
  | { readonly by: "upper-limit"; readonly nutrient: NutrientId; readonly known: true };

type Limited = { readonly ul: number | null; readonly ulScope: UpperLimitScope | null };

/** The limits of reference values or needs that count food: not that of magnesium, which is of supplements only. */
export const foodLimitsOf = (needs: { readonly [N in NutrientId]?: Limited }): FoodLimits =>
  new Map(
    (Object.entries(needs) as [NutrientId, Limited][]).flatMap(([nutrient, { ul, ulScope }]) =>
      ul !== null && ulScope === "total" ? [[nutrient, ul] as const] : [],
    ),
  );

/**
 * The upper limits of the nutrients beside the six that count food, for a person on a day: of vitamin A that of
 * retinol, not that of folic acid, and not the intake of sodium above which the risk of chronic disease falls.
 * @throws RangeError when a date is no calendar day.
 */
export const secondLineLimits = (profile: Profile, onDate: LocalDate, standard: Standard): FoodLimits =>
  new Map(
    SECOND_LINE.flatMap((nutrient) => {
      const { limit } = secondLineReference(nutrient, profile, onDate, standard);
      if (limit === null || limit.kind === "CDRR") return [];
      const counted = countedByLimit(nutrient, limit);
      return counted === null ? [] : [[counted, limit.value] as const];
    }),
  );

/**
 * Nutrients of which a portion alone holds more than the day's upper limit. A limit that is reached exactly is not
 * passed, and an unknown amount is not judged.
 */
const limitsPassedAlone = (portion: Composition, limits: FoodLimits, count: number): readonly NutrientId[] =>
  [...limits].flatMap(([nutrient, limit]) => {
    const amount = portion[nutrient];
    return amount !== null && amount * count > limit ? [nutrient] : [];
  });

const byContent = (contains: Contents | null, unwanted: ReadonlySet<Content>): RuledOut | null => {
  let unknown: Content | null = null;
  for (const content of unwanted) {
    const known = contains === null ? null : contains[content];
    if (known === true) return { by: "content", content, known: true };
    if (known === null) unknown ??= content;
  }
  return unknown === null ? null : { by: "content", content: unknown, known: false };
};

/**
 * Why `count` portions are too much for a person: a cap of a portion or of a set, or an upper limit that they pass
 * alone; null where they are not.
 */
export const tooMuch = (portion: Composition, { gates, limits }: FoodPerson, count = 1): RuledOut | null => {
  // A portion that alone passes the cap of a set is in no set.
  for (const [nutrient, cap] of [...gates.caps, ...gates.setCaps]) {
    const amount = portion[nutrient];
    if (amount === null || amount * count > cap) return { by: "cap", nutrient, known: amount !== null };
  }
  const [nutrient] = limitsPassedAlone(portion, limits, count);
  return nutrient === undefined ? null : { by: "upper-limit", nutrient, known: true };
};

/** Whether portions together pass a cap on a set; an unknown amount of a capped nutrient does. */
export const passSetCaps = (portions: readonly Composition[], { setCaps }: Pick<Gates, "setCaps">): boolean =>
  [...setCaps].some(([nutrient, cap]) => {
    const total = portions.reduce<number | null>((sum, { [nutrient]: amount }) => {
      return sum === null || amount === null ? null : sum + amount;
    }, 0);
    return total === null || total > cap;
  });

/**
 * Why a food may not be named to a person as something to eat: left out by the person, a content of their diet or
 * exclusions, a kind that their conditions or life stage rule out, a cap on a nutrient, or an upper limit that the
 * portion passes alone. Null where nothing speaks against it. A reason that is known comes before one that is not.
 * @param portion composition of the portion that would be named; null judges the food without an amount.
 */
export const ruledOut = (
  food: NameableFood,
  person: FoodPerson,
  portion: Composition | null,
): RuledOut | null => {
  if (food.foodId !== null && person.excludedFoods.has(food.foodId)) {
    return { by: "excluded-food", known: true };
  }
  const reasons = [
    byContent(food.contains, unwantedBy(person)),
    avoidedKind(food, person.gates.avoid),
    portion === null ? null : tooMuch(portion, person),
  ].filter((reason) => reason !== null);
  return reasons.find(({ known }) => known) ?? reasons[0] ?? null;
};
