import { preparationKindOf, type SourceFood } from "@/lib/nutrition";
import type { Catalogue, ReferenceFood } from "./decode";
import type { FoodGroup } from "./groups";
import { indexCatalogue } from "./search/food-search";
import { GROUP_COST, ORGAN_COST, RARE_WORD, SHELVES, saysOnlyForm } from "./search/plainness";
import { wordsOf } from "./search/words";

/*
 * The foods of the whole table that people eat as they are, each in one usual form and a realistic portion. What is
 * plain is decided by what the project has: the list of plain foods with their portions, and, for the 8,400 foods that
 * are not on it, the search's prices for every word of a name that nobody would say. No second list of names.
 */

/** A portion as it is logged: `count` of what `label` names. */
type UsualPortion = {
  /** Id of one of the food's own measures; null where only the weight can be logged. */
  readonly id: string | null;
  readonly label: string;
  readonly count: number;
  /** Of all of it. */
  readonly grams: number;
};

type UsualFood = {
  readonly food: ReferenceFood;
  /** Foods of one family are one food in other forms: raw, boiled, canned, of another cut. */
  readonly family: string;
  /** What the name costs in the search: how far it is from what people say. */
  readonly plainness: number;
  readonly portion: UsualPortion;
};

/** A name is plain while it costs no more than those of this share of the listed foods. Our choice. */
const LISTED_SHARE = 0.75;
/** Shelves of products, mixed dishes and bakery: what is not listed there is nobody's plain food. */
const MAX_GROUP_COST = 0.35;
/** Seasonings and fats: nobody eats a portion of them. */
const NO_DISH: ReadonlySet<FoodGroup> = new Set(["spicesHerbs", "fatsOils"]);
/** An animal's cut is no other food. */
const BY_ANIMAL: ReadonlySet<FoodGroup> = new Set(["beef", "pork", "poultry", "lambVealGame"]);
const ANIMAL: ReadonlySet<FoodGroup> = new Set([...BY_ANIMAL, "fishShellfish"]);
/** Powders, dry grains and pulses: another weight than on the plate. */
const NOT_AS_EATEN =
  /\b(dry(?!(?: heat|[- ]roasted))|dried|uncooked|unprepared|unheated|powder|powdered|mix|flour|meal|concentrate|dehydrated|freeze-dried)\b/i;
/** What was added is no property of the food. */
const FORTIFIED = /\b(fortified|enriched|with added|formulated)\b/i;
/** Foods that somebody sweetened, flavoured, thinned or imitated. */
const MADE_UP =
  /\b(imitation|process(?:ed)?|nonfat|fat[- ]free|low[- ]fat|lowfat|reduced|glazed|honey|chocolate|fruit variety|vanilla|flavou?red|seasoned|sweetened|candied|pickled|smoked|breaded|salad|sticks?)\b/i;
/** Offal other than liver, and trimmings. */
const OFFAL =
  /\b(variety meats|giblets|brains?|heart|gizzard|separable fat|skin only|rendered|mechanically|bone marrow)\b/i;
/** Mothers' milk is in the table, too. */
const NOT_FOR_ADULTS = /\bhuman\b/i;
const LIVER = /\bliver\b/i;
const RAW = /\b(raw|as purchased)\b/i;

/** Words of a first segment that are no part of what a food is called: "sesame seed kernels" is sesame. */
const AROUND_HEAD: ReadonlySet<string> = new Set(["and", "or", "kernel", "seed", "nut"]);
/** Words of the later segments that the search prices as another food, and yet are a form of the same at table. */
const ALSO_FORM: ReadonlySet<string> = new Set(
  `and or kernel seed nut bone oil sauce liquid chopped grated shredded cut cob off part leaf milk skim fat fluid cultured
  producer sodium creamed crude farmed wild mixed specy uncooked unsweetened sweetened sulfured blanched unblanched rinsed tap quick
  original vanilla unfortified smooth chunk firm soft hard large small medium curd immature russet golden seedless california
  florida stir sauteed fried heated microwave microwaved mashed blend
  goat sheep`.split(/\s+/),
);

const stemsOf = (text: string): string[] => wordsOf(text).map(({ stem }) => stem);

/** The segments of a name without notes in brackets, what was added and the shelf; and the shelf, where it names one. */
const segmentsOf = (
  name: string,
): { readonly shelf: string | null; readonly segments: readonly string[] } => {
  const segments = name
    .replaceAll(/\([^()]*\)/g, "")
    .replace(/,? with added .*$/i, "")
    .split(",")
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "");
  const first = segments[0]?.toLowerCase() ?? "";
  return segments.length > 1 && SHELVES.has(first)
    ? { shelf: first, segments: segments.slice(1) }
    : { shelf: null, segments };
};

/** What the foods of a kind have in common: the shelf of fish, nuts and seeds, else the head of the name. */
const kindOf = (name: string, group: FoodGroup): string => {
  const { shelf, segments } = segmentsOf(name);
  const head = stemsOf(segments[0] ?? "").filter((word) => !AROUND_HEAD.has(word));
  return `${group}:${shelf ?? head.join(" ")}`;
};

/**
 * What a food is, whatever was done to it: "Spinach, frozen, cooked, boiled" and "Spinach, raw" are "spinach". From the
 * words of the name that say more than a form; of meat the animal, of fish and shellfish the kind.
 */
export const foodFamily = (name: string, group: FoodGroup): string => {
  const { shelf, segments } = segmentsOf(name);
  const [head = "", ...rest] = segments;
  const heads = stemsOf(head);
  const named = heads.filter((word) => !AROUND_HEAD.has(word));
  const key = named.length > 0 ? named : heads;
  if (BY_ANIMAL.has(group)) return LIVER.test(name) ? "liver" : key.join(" ");
  if (group === "fishShellfish" && shelf !== null) return key.join(" ");
  const more = rest
    .filter((segment) => !/^(?:with|without|no|not|packed|prepared|in|canned in)\b/i.test(segment))
    .flatMap(stemsOf)
    .filter((word) => !saysOnlyForm(word) && !ALSO_FORM.has(word));
  return [...new Set([...key, ...more])].sort().join(" ");
};

/** Whether a food that is not listed is one that could be eaten as it stands, by its group and name. */
const isDish = (name: string, group: FoodGroup): boolean => {
  if (GROUP_COST[group] > MAX_GROUP_COST || NO_DISH.has(group)) return false;
  if (NOT_AS_EATEN.test(name) || FORTIFIED.test(name) || MADE_UP.test(name)) return false;
  if (NOT_FOR_ADULTS.test(name)) return false;
  if (ANIMAL.has(group) && OFFAL.test(name) && !LIVER.test(name)) return false;
  const kind = preparationKindOf({ name, group });
  return kind === null || kind === "vegetable" || kind === "nut-or-seed";
};

const COUNTS = [1, 0.5, 2] as const;
/** A measure further from the usual weight of its group than this is none that anybody would eat. */
const FURTHEST = 1.3;

/** The food's own measure that comes nearest to a weight, once, in half or twice; null when none is near. */
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

/** What the listed foods of one kind tell of its other foods. */
type Kind = { readonly families: Set<string>; readonly grams: number[]; raw: number };

/**
 * Every listed plain food; and of each family of the table that has none on the list, its plainest form, where
 * a name costs no more than those of three quarters of the listed foods, the list knows a food of the kind, nothing
 * is open about what it contains, and a measure of its own comes near to the portion that is usual in the kind. In the
 * order of the table.
 */
const usualFoods = (table: Catalogue): readonly UsualFood[] => {
  const index = indexCatalogue(table);
  // Nobody means liver by "chicken"; at table it is a food like another.
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
    if (plainness > mostCost || table.traitsAt(at).plain || !isDish(name, group)) continue;
    const kind = kinds.get(kindOf(name, group));
    const family = foodFamily(name, group);
    // Where the list has one family of a kind, the others are varieties of it: Scotch kale is kale.
    if (kind === undefined || families.has(family) || (kind.families.size === 1 && !LIVER.test(name)))
      continue;
    // Raw where most of the kind on the list is: an onion, but no squash and no fish.
    if (RAW.test(name) && kind.raw * 2 <= kind.grams.length) continue;
    const before = plainest.get(family);
    if (before !== undefined && before.plainness <= plainness) continue;
    const food = table.at(at);
    // What may hold something unnamed is a dish, and its "no fish" is worth little: kimchi.
    if (Object.values(food.traits.contains).some((known) => known === null)) continue;
    const portion = nearestPortion(food, quantile(kind.grams.toSorted(ascending), 0.5));
    if (portion !== null) plainest.set(family, { at, food, family, plainness, portion });
  }
  return [...found, ...plainest.values()].sort((a, b) => a.at - b.at).map(({ at: _, ...usual }) => usual);
};

/**
 * The foods of the table that lists of sources are made of, ready for `prepareSources`; holds nothing about a person.
 * Takes some tens of milliseconds, and more where no name was searched for yet: keep the answer.
 */
export const sourceFoods = (table: Catalogue): readonly SourceFood[] =>
  usualFoods(table).map(({ food, family, plainness, portion }) => ({
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
    highOxalate: food.traits.highOxalate,
    family,
    plainness,
    phytateMg: food.phytate === null ? null : food.phytate.typical,
  }));
