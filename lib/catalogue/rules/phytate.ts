import phytate from "@/data/reference/phytate.json";
import type { FoodGroup } from "../groups";
import type { PhytateEntry } from "../layout";
import { NAMED_OTHERWISE } from "./phytate-names";
import { PHYTATE_RULES, type PhytateRule } from "./phytate-rules";

export type PhytateFood = {
  readonly name: string;
  readonly group: FoodGroup;
  readonly waterG: number | null;
  readonly carbohydrateG: number | null;
};

export type PhytateTable = { readonly source: string; readonly entries: readonly PhytateEntry[] };

/** data/reference/phytate.json, with the water content each entry stands for. */
export function readPhytate(): PhytateTable & { readonly waterOf: ReadonlyMap<string, number | null> } {
  const table = phytate as {
    about: { source: string };
    entries: (PhytateEntry & { waterG: number | null })[];
  };
  return {
    source: table.about.source,
    waterOf: new Map(table.entries.map(({ id, waterG }) => [id, waterG])),
    entries: table.entries.map(({ id, name, state, low, typical, high, confidence, note }) => ({
      id,
      name,
      state,
      low,
      typical,
      high,
      confidence,
      note,
    })),
  };
}

/** Permitted ratio of a food's dry matter to that of its entry, which tells boiled from dry beans. */
const DRY_MATTER_RATIO = { least: 0.65, most: 1.55 } as const;

/** Whether a food has about the water its entry was judged at. Entries without one hold at any water. */
export function hasTheWaterOf(entryWaterG: number | null, foodWaterG: number | null): boolean {
  if (entryWaterG === null) return true;
  if (foodWaterG === null) return false;
  const ratio = (100 - foodWaterG) / (100 - entryWaterG);
  return ratio >= DRY_MATTER_RATIO.least && ratio <= DRY_MATTER_RATIO.most;
}

/**
 * Upper limits of carbohydrate in pure meat and fish, g per 100 g (liver has 5, whelk 16); more means flour or filler.
 */
const MAX_CARBOHYDRATE: ReadonlyMap<string, number> = new Map([
  ["meat_poultry", 6],
  ["fish_seafood", 16],
]);

const describes = ({ groups, name, except, needs }: PhytateRule, food: PhytateFood): boolean => {
  const said = food.name.toLowerCase();
  return groups.includes(food.group) && name.test(said) && !except?.test(said) && (needs?.test(said) ?? true);
};

/**
 * The phytate entry of a food of an installed table: as {@link phytateOf}, and by the names of other publishers, of
 * whose entries for one food (dry, boiled) the one with its water is taken.
 */
export function installedPhytateOf(food: PhytateFood, table: ReturnType<typeof readPhytate>): string | null {
  const found = phytateOf(food, table);
  if (found !== null || PHYTATE_RULES.some((rule) => describes(rule, food))) return found;
  const rule = NAMED_OTHERWISE.find(
    (each) => describes(each, food) && hasTheWaterOf(table.waterOf.get(each.entry) ?? null, food.waterG),
  );
  return rule?.entry ?? null;
}

/** The phytate entry of a food by the rules, or null when none describes it in its state of cooking. */
export function phytateOf(food: PhytateFood, table: ReturnType<typeof readPhytate>): string | null {
  const found = PHYTATE_RULES.find((rule) => describes(rule, food));
  if (found === undefined) return null;
  const water = table.waterOf.get(found.entry);
  if (water === undefined) throw new Error(`No phytate entry ${found.entry}`);
  const most = MAX_CARBOHYDRATE.get(found.entry);
  if (most !== undefined && !(food.carbohydrateG !== null && food.carbohydrateG <= most)) return null;
  return hasTheWaterOf(water, food.waterG) ? found.entry : null;
}
