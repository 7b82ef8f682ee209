import type { CompiledFood } from "./compile";
import { groupBy } from "./tables";

/*
 * The same food raw and cooked, recognised by its name: "X, raw" and "X, cooked, boiled, drained, without salt".
 * The part, the cut, the variety and the grade are what is left of a name without its words of state, and must agree.
 */

export const MEASURED_GROUPS = [
  "vegetables",
  "legumes",
  "pasta",
  "grains",
  "nuts",
  "meat",
  "poultry",
  "fish",
] as const;
export type MeasuredGroup = (typeof MEASURED_GROUPS)[number];

export const METHODS = [
  "boiled, drained",
  "boiled",
  "cooked",
  "steamed",
  "microwaved",
  "baked or roasted",
  "grilled or broiled",
  "braised, stewed or simmered",
  "dry heat",
  "moist heat",
] as const;
export type Method = (typeof METHODS)[number];

export type Pair = {
  readonly group: MeasuredGroup;
  readonly method: Method;
  readonly raw: CompiledFood;
  readonly cooked: CompiledFood;
};

const RAW = new Set(["raw", "uncooked", "unprepared", "dry"]);
const UNSALTED = new Set(["without salt", "no salt added", "without salt added", "without added salt"]);
const NOT_COMPARABLE =
  /\b(with(?: added)? salt|salted|salt added|canned|frozen|fried|candied|prepared with|breaded)\b/;

/** Each word of a name that tells how it was cooked. "Cooked" alone says nothing of the water. */
const COOKING: ReadonlyMap<string, Method | "drained"> = new Map([
  ["cooked", "cooked"],
  ["boiled", "boiled"],
  ["drained", "drained"],
  ["steamed", "steamed"],
  ["microwaved", "microwaved"],
  ["baked", "baked or roasted"],
  ["roasted", "baked or roasted"],
  ["dry roasted", "baked or roasted"],
  ["dry-roasted", "baked or roasted"],
  ["broiled", "grilled or broiled"],
  ["grilled", "grilled or broiled"],
  ["braised", "braised, stewed or simmered"],
  ["stewed", "braised, stewed or simmered"],
  ["simmered", "braised, stewed or simmered"],
  ["dry heat", "dry heat"],
  ["moist heat", "moist heat"],
]);

/** USDA names these three differently raw and cooked; by NDB number of the cooked food, that of the raw one. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["16070", "16069"], // Lentils
  ["16086", "16085"], // Peas, split
  ["16109", "16108"], // Soybeans
]);

/** mg per 100 g of sodium that cooking without salt never adds. */
const SALT_SHOWS_MG = 100;

const PASTA = /^(pasta|macaroni|spaghetti|noodles|rice noodles)\b/i;

function measuredGroupOf({ name, group }: CompiledFood): MeasuredGroup | null {
  switch (group) {
    case "vegetables":
    case "poultry":
      return group;
    case "legumes":
      return /^peanuts\b/i.test(name) ? "nuts" : "legumes";
    case "grainsPasta":
      return PASTA.test(name) ? "pasta" : "grains";
    case "nutsSeeds":
      return "nuts";
    case "beef":
    case "pork":
    case "lambVealGame":
      return "meat";
    case "fishShellfish":
      return "fish";
    default:
      return null;
  }
}

type Named = { readonly raw: boolean; readonly method: Method | null; readonly food: string };

/**
 * What a name says of the state of a food; null where salt or fat was added, where it comes from a can or a freezer
 * (blanched before), or where it tells more than one way of cooking.
 */
export function stateOf(name: string): Named | null {
  // The table has "drained without salt", "cooked without salt" and "boiled. drained" for the usual commas.
  const text = name
    .toLowerCase()
    .replace(/\b(drained|cooked) without salt\b/, "$1, without salt")
    .replace("boiled. drained", "boiled, drained");
  const unsalted = text.replace(/\b(?:no salt added|without (?:added salt|salt added|salt))\b/g, "");
  if (NOT_COMPARABLE.test(unsalted)) return null;
  const parts = text.split(", ");
  const raw = parts.some((part) => RAW.has(part));
  const ways = new Set(parts.flatMap((part) => COOKING.get(part) ?? []));
  const drained = ways.delete("drained");
  if (ways.size > 1) ways.delete("cooked");
  const [way, ...more] = [...ways];
  if (more.length > 0 || (raw && way !== undefined)) return null;
  const method = way === "boiled" && drained ? "boiled, drained" : way === "drained" ? null : (way ?? null);
  const food = parts.filter((part) => !RAW.has(part) && !UNSALTED.has(part) && !COOKING.has(part)).join(", ");
  return { raw, method, food };
}

/** Enriched and unenriched rows differ in what was added, not in cooking: one of them stands for both. */
const unenriched = (food: string): string => food.replace(/, (?:un)?enriched\b/, "");

/** All pairs of the table, in the order of the cooked foods' NDB numbers. A raw food of two rows pairs with none. */
export function pairsOf(foods: readonly CompiledFood[]): Pair[] {
  const byNdb = new Map(foods.map((food) => [food.ndb, food]));
  const named = foods.flatMap((food) => {
    const group = measuredGroupOf(food);
    const state = stateOf(food.name);
    return group === null || state === null ? [] : [{ food, group, state }];
  });
  // USDA names most raw nuts without the word.
  const raws = groupBy(
    named.filter(({ group, state }) => state.raw || (group === "nuts" && state.method === null)),
    ({ group, state }) => `${group}|${state.food}`,
  );
  const found = named.flatMap(({ food: cooked, group, state }): (Pair & { readonly key: string })[] => {
    const { method } = state;
    if (state.raw || method === null) return [];
    const candidates = raws.get(`${group}|${state.food}`) ?? [];
    const raw =
      byNdb.get(RENAMED.get(cooked.ndb) ?? "") ?? (candidates.length === 1 ? candidates[0]?.food : undefined);
    if (raw === undefined || salted(raw, cooked)) return [];
    return [{ group, method, raw, cooked, key: `${group}|${method}|${unenriched(state.food)}` }];
  });
  return [...groupBy(found, ({ key }) => key).values()].map((same): Pair => {
    const { group, method, raw, cooked } = (same.find((pair) => /\bunenriched\b/i.test(pair.cooked.name)) ??
      same[0]) as Pair;
    return { group, method, raw, cooked };
  });
}

const salted = (raw: CompiledFood, cooked: CompiledFood): boolean =>
  raw.values.sodium !== "" &&
  cooked.values.sodium !== "" &&
  Number(cooked.values.sodium) - Number(raw.values.sodium) > SALT_SHOWS_MG;
