import type { RawPortion } from "../raw-table";
import { eachRow, lookup } from "./csv";
import { CSV, type Draft } from "./fooddata-foods";
import { quantityText } from "./names";
import type { OfficialFile } from "./official-files";
import { refuse } from "./refusal";
import { numberOf } from "./values";

/** Weights that FoodData Central lists as portions and that are none: yields of cooking and drippings. */
const NO_PORTION = /^(?:paired (?:cooked|raw) w|dripping w|orig (?:ckd|rw) g)$/i;
/** Units that say less than the size behind them: "1 fruit, medium" is "1 medium". */
const GENERIC = /^(?:fruit|each)$/i;
const SIZE = /^(?:extra[- ]large|extra[- ]small|large|medium|small)\b/i;

/**
 * A household measure of Foundation Foods or SR Legacy as people read it: "1 cup, chopped", "1 medium (2-2/3\" dia)".
 * SR Legacy has the unit in `modifier` ("undetermined" is its measure unit).
 * @returns null when the row is no portion
 */
export function portionOf(
  amount: string,
  unit: string,
  description: string,
  modifier: string,
): string | null {
  const quantity = amount === "" ? 1 : numberOf(amount);
  if (quantity === null || quantity <= 0) return null;
  const details = modifier.trim();
  const measure = /^(?:undetermined)?$/i.test(unit) ? description.trim() || details : unit.trim();
  if (measure === "" || NO_PORTION.test(measure) || /quantity not specified/i.test(measure)) return null;
  const words = /^[A-Z][a-z]+s?$/.test(measure) ? measure.toLowerCase() : measure;
  const more = measure === details ? "" : details;
  const generic = GENERIC.test(words);
  if (generic && SIZE.test(more)) return `${quantityText(quantity)} ${more}`;
  const noun = generic && words.toLowerCase() === "each" ? "piece" : words;
  if (/^\d/.test(noun)) return noun;
  return `${quantityText(quantity)} ${noun}${more === "" ? "" : `, ${more}`}`;
}

/** Puts the household measures of a release into its foods. A row without a weight is none. */
export async function readPortions(
  find: (name: string) => OfficialFile | undefined,
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const file = find("food_portion.csv");
  if (file === undefined) return;
  const units = await lookup(find("measure_unit.csv"), CSV, "id", "name");
  await eachRow(
    file,
    CSV,
    ["fdc_id", "gram_weight"],
    ["seq_num", "amount", "measure_unit_id", "portion_description", "modifier"],
    ({
      cells: [id = "", weight = "", order = "", amount = "", unit = "", description = "", modifier = ""],
      row,
    }) => {
      const draft = drafts.get(id);
      if (draft === undefined || weight === "") return;
      const grams = numberOf(weight);
      if (grams === null)
        return refuse(`${file.label}, row ${row}, column gram_weight`, `“${weight}” is no weight`);
      const label =
        draft.listed.kind === "survey"
          ? description
          : portionOf(amount, units.get(unit) ?? "", description, modifier);
      if (label !== null)
        draft.portions.push({ label, grams, order: numberOf(order) ?? draft.portions.length });
    },
  );
}

/** Measures in the order of the release. */
export const ordered = (portions: Draft["portions"]): RawPortion[] =>
  [...portions].sort((a, b) => a.order - b.order).map(({ label, grams }) => ({ label, grams }));
