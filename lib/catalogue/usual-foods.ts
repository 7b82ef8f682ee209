import { CONTENTS, preparationKindOf, type SourceFood } from "@/lib/nutrition";
import type { Catalogue, ReferenceFood } from "./decode";
import { ANIMAL, AROUND_HEAD, foodFamily, segmentsOf, stemsOf } from "./food-family";
import type { FoodGroup } from "./groups";
import { isDish as isTypicalDish } from "./layout";
import { GROUP_COST, ORGAN_COST, RARE_WORD } from "./search/plainness";
import { indexCatalogue } from "./search/table-index";
import { proposedFoods } from "./twins";

/*
 * The foods of the table that people eat as they are, each in its usual form and a realistic portion. Plainness is
 * decided by existing data: the list of plain foods with their portions and, for the 8,400 foods not on it, the
 * search's costs of uncommon words in a name.
 */

/** A portion as it is logged: `count` of the measure that `label` names. */
type UsualPortion = {
  /** Id of one of the food's own measures; null where only the weight can be logged. */
  readonly id: string | null;
  readonly label: string;
  readonly count: number;
  /** Weight of the whole portion. */
  readonly grams: number;
};

type UsualFood = {
  readonly food: ReferenceFood;
  /** Forms of the same food share a family: raw, boiled, canned, another cut. */
  readonly family: string;
  /** Cost of the name in the search: its distance from everyday words. */
  readonly plainness: number;
  readonly portion: UsualPortion;
};

/** A name is plain up to this quantile of the costs of the listed foods. Our choice. */
const LISTED_SHARE = 0.75;
/** Group cost above which unlisted foods are never plain: products, mixed dishes, bakery. */
const MAX_GROUP_COST = 0.35;
/** Seasonings and fats, which are not eaten as a portion of their own. */
const NO_DISH: ReadonlySet<FoodGroup> = new Set(["spicesHerbs", "fatsOils"]);
/** Powders, dry grains and pulses, whose weight differs from that on the plate. */
const NOT_AS_EATEN =
  /\b(dry(?!(?: heat|[- ]roasted))|dried|uncooked|unprepared|unheated|powder|powdered|mix|flour|meal|concentrate|dehydrated|freeze-dried)\b/i;
/** Fortified foods: added nutrients are not a property of the food. */
const FORTIFIED = /\b(fortified|enriched|with added|formulated)\b/i;
/** Foods that are sweetened, flavoured, diluted or imitations. */
const MADE_UP =
  /\b(imitation|process(?:ed)?|nonfat|fat[- ]free|low[- ]fat|lowfat|reduced|glazed|honey|chocolate|fruit variety|vanilla|flavou?red|seasoned|sweetened|candied|pickled|smoked|breaded|salad|sticks?)\b/i;
/** Offal other than liver, and trimmings. */
const OFFAL =
  /\b(variety meats|giblets|brains?|heart|gizzard|separable fat|skin only|rendered|mechanically|bone marrow)\b/i;
/** Human milk. */
const NOT_FOR_ADULTS = /\bhuman\b/i;
const LIVER = /\bliver\b/i;
const RAW = /\b(raw|as purchased)\b/i;

/** Kind of a food: the shelf of fish, nuts and seeds, else the head of the name. */
const kindOf = (name: string, group: FoodGroup): string => {
  const { shelf, segments } = segmentsOf(name);
  const head = stemsOf(segments[0] ?? "").filter((word) => !AROUND_HEAD.has(word));
  return `${group}:${shelf ?? head.join(" ")}`;
};

/** Whether an unlisted food could be eaten as it is, by its group and name. */
const isDish = (name: string, group: FoodGroup): boolean => {
  if (GROUP_COST[group] > MAX_GROUP_COST || NO_DISH.has(group)) return false;
  if (NOT_AS_EATEN.test(name) || FORTIFIED.test(name) || MADE_UP.test(name)) return false;
  if (NOT_FOR_ADULTS.test(name)) return false;
  if (ANIMAL.has(group) && OFFAL.test(name) && !LIVER.test(name)) return false;
  const kind = preparationKindOf({ name, group });
  return kind === null || kind === "vegetable" || kind === "nut-or-seed";
};

const COUNTS = [1, 0.5, 2] as const;
/** Largest distance of a measure from the usual weight of its kind, as a logarithm of their ratio. */
const FURTHEST = 1.3;

/** The food's own measure, halved, single or doubled, that is nearest to a weight; null when none is near. */
const nearestPortion = ({ portions }: ReferenceFood, usualGrams: number): UsualPortion | null => {
  let best: UsualPortion | null = null;
  let distance = Math.log(FURTHEST);
  for (const { id, label, grams } of portions) {
    for (const count of COUNTS) {
      const away = Math.abs(Math.log((grams * count) / usualGrams)) + (count === 1 ? 0 : 0.1);
      if (away < distance) [best, distance] = [{ id, label, count, grams: grams * count }, away];
    }
  }
  return best;
};

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] as number;
const ascending = (a: number, b: number): number => a - b;

/** What the listed foods of a kind imply for its other foods. */
type Kind = { readonly families: Set<string>; readonly grams: number[]; raw: number };

/**
 * All listed plain foods and, of each family without a listed food, its plainest form, where the name costs no more
 * than those of three quarters of the listed foods, a food of the kind is listed, its contents are known, and one of
 * its measures is near the usual portion of the kind. In the order of the table.
 */
const usualFoods = (table: Catalogue): readonly UsualFood[] => {
  const index = indexCatalogue(table);
  // The search adds a cost for liver, which is not meant by "chicken"; as a food it is plain.
  const ownCost = (name: string): number => (LIVER.test(name) ? ORGAN_COST - RARE_WORD : 0);
  const costOf = (at: number): number =>
    (index.nameCost[at] as number) + (index.baseCost[at] as number) - ownCost(table.names[at] as string);
  const found: (UsualFood & { readonly at: number })[] = [];
  const families = new Set<string>();
  const kinds = new Map<string, Kind>();
  const costs: number[] = [];
  for (let at = 0; at < table.size; at++) {
    if (!table.traitsAt(at).plain) continue;
    const food = table.at(at);
    const { suggestedPortion: portion, group, name } = food;
    if (portion === null) continue;
    const same = food.portions.find(({ label, grams }) => label === portion.label && grams === portion.grams);
    const family = foodFamily(name, group);
    const kind = kinds.get(kindOf(name, group)) ?? { families: new Set(), grams: [], raw: 0 };
    kinds.set(kindOf(name, group), kind);
    kind.families.add(family);
    kind.grams.push(portion.grams);
    if (RAW.test(name)) kind.raw++;
    families.add(family);
    costs.push(costOf(at));
    found.push({
      at,
      food,
      family,
      plainness: costOf(at),
      portion: { id: same?.id ?? null, label: portion.label, count: 1, grams: portion.grams },
    });
  }
  const mostCost = quantile(costs.sort(ascending), LISTED_SHARE);

  const plainest = new Map<string, UsualFood & { readonly at: number }>();
  for (let at = 0; at < table.size; at++) {
    const [name, group, plainness] = [table.names[at] as string, table.groupAt(at), costOf(at)];
    // A typical dish is our own recipe, not a food to point to.
    if (isTypicalDish(table.ids[at] as string)) continue;
    if (plainness > mostCost || table.traitsAt(at).plain || !isDish(name, group)) continue;
    const kind = kinds.get(kindOf(name, group));
    const family = foodFamily(name, group);
    // Where the list has one family of a kind, the others are its varieties: Scotch kale is kale.
    if (kind === undefined || families.has(family) || (kind.families.size === 1 && !LIVER.test(name)))
      continue;
    // Raw foods only where most listed foods of the kind are raw: onions, but not squash or fish.
    if (RAW.test(name) && kind.raw * 2 <= kind.grams.length) continue;
    const before = plainest.get(family);
    if (before !== undefined && before.plainness <= plainness) continue;
    const food = table.at(at);
    // Unknown contents mean a mixed dish, which cannot be excluded reliably: kimchi may contain fish.
    if (CONTENTS.some((content) => content !== "sulphites" && food.traits.contains[content] === null))
      continue;
    const portion = nearestPortion(food, quantile(kind.grams.toSorted(ascending), 0.5));
    if (portion !== null) plainest.set(family, { at, food, family, plainness, portion });
  }
  return [...found, ...plainest.values()].sort((a, b) => a.at - b.at).map(({ at: _, ...usual }) => usual);
};

/**
 * The foods that lists of sources are made of, for `prepareSources`. Contains nothing personal. Takes some tens of
 * milliseconds, more before the first search: keep the result.
 */
export const sourceFoods = (table: Catalogue): readonly SourceFood[] =>
  usualFoods(table.parts[0] as Catalogue).map((usual) => sourceFood(usualIn(table, usual)));

/** The same food as the newest table has it that may be proposed, in the same portion. */
const usualIn = (table: Catalogue, usual: UsualFood): UsualFood => {
  const at = proposedFoods(table).get(table.indexOf(usual.food.id));
  if (at === undefined || table.ids[at] === usual.food.id) return usual;
  const food = table.at(at);
  const { portion } = usual;
  const same = food.portions.find(({ label, grams }) => label === portion.label && grams === portion.grams);
  return { ...usual, food, portion: { ...portion, id: same?.id ?? null } };
};

const sourceFood = ({ food, family, plainness, portion }: UsualFood): SourceFood => ({
  foodId: food.id,
  name: food.name,
  group: food.group,
  pick: food.traits.pick,
  portionLabel: portion.label,
  portionId: portion.id,
  portionGrams: portion.grams,
  count: portion.count,
  per100g: food.per100g,
  contains: food.traits.contains,
  oxalate: food.traits.oxalate,
  highOxalate: food.traits.highOxalate,
  family,
  plainness,
  phytateMg: food.phytate === null ? null : food.phytate.typical,
});
