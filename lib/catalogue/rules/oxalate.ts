import oxalate from "@/data/reference/oxalate.json";
import type { OxalateClass } from "@/lib/nutrition";
import type { FoodGroup } from "../groups";

type Row = {
  readonly id: string;
  readonly match: string;
  readonly except?: string;
  readonly groups: readonly string[];
  /** Stated where the source gives no amount. */
  readonly class?: string;
  readonly mg: number | null;
  readonly servingG: number | null;
};
type Entry = {
  readonly row: Row;
  readonly match: RegExp;
  readonly except: RegExp | null;
};

const ENTRIES: readonly Entry[] = (oxalate.foods as readonly Row[]).map((row) => ({
  row,
  match: new RegExp(row.match),
  except: row.except === undefined ? null : new RegExp(row.except),
}));
const CLASSES = oxalate.classes as readonly { readonly class: OxalateClass; readonly fromMg: number }[];

/** Class of an amount of oxalate in a serving, mg, by the bounds of `data/reference/oxalate.json`. */
export const oxalateClass = (mg: number): OxalateClass =>
  CLASSES.findLast(({ fromMg }) => mg >= fromMg)?.class ?? "low";

/** The entry of the table that a food takes; null where none fits. */
export const oxalateEntry = (food: { readonly name: string; readonly group: FoodGroup }): Row | null => {
  const text = food.name.toLowerCase();
  const found = ENTRIES.find(
    ({ row, match, except }) =>
      row.groups.includes(food.group) && match.test(text) && !(except?.test(text) ?? false),
  );
  return found?.row ?? null;
};

/**
 * Class of a food's oxalate in a usual serving: of the larger of the source's serving and the food's own portion.
 * @param portionGrams weight of the food's own portion, g; null where it has none.
 */
export const oxalateOf = (
  food: { readonly name: string; readonly group: FoodGroup },
  portionGrams: number | null,
): OxalateClass | null => {
  const row = oxalateEntry(food);
  if (row === null) return null;
  if (row.mg === null || row.servingG === null) return row.class as OxalateClass;
  const ofPortion = portionGrams === null ? row.mg : (row.mg / row.servingG) * portionGrams;
  return oxalateClass(Math.max(row.mg, ofPortion));
};
