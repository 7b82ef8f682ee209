import { typedNumber } from "@/app/_profile/draft";
import type { FoodLabel, FoodView, ProductView } from "@/lib/foods/schemas";
import { formatFigure, formatReference, formatReferenceAmount, NBSP, unitOf } from "@/lib/format";
import {
  basisGrams,
  dailyValue,
  type LabelAmount,
  type LabelConvention,
  type LabelUnit,
  labelUnits,
  labelValue,
  NUTRIENT_IDS,
  type NutrientId,
  percentName,
} from "@/lib/nutrition";

/** A figure of a label while it is being typed; `as` is the label's usual unit until another is chosen. */
export type TypedAmount = {
  readonly text: string;
  readonly as: LabelUnit | null;
  /** Where it was read, until it is changed. */
  readonly from?: "openfoodfacts";
};

/** A label while it is being typed in. */
export type LabelDraft = {
  readonly convention: LabelConvention;
  readonly per: FoodLabel["basis"]["per"];
  /** What 100 ml or a serving weighs, as typed. */
  readonly grams: string;
  /** What a serving is in the kitchen, such as "1 cup"; it becomes the first portion. */
  readonly household: string;
  readonly amounts: { readonly [N in NutrientId]: TypedAmount };
  readonly source: FoodLabel["source"];
};

const draftAmounts = (typed: (id: NutrientId) => TypedAmount | null) =>
  Object.fromEntries(
    NUTRIENT_IDS.map((id) => [id, typed(id) ?? { text: "", as: null }]),
  ) as unknown as LabelDraft["amounts"];

const draftAmount = (amount: FoodLabel["amounts"][NutrientId]): TypedAmount | null =>
  amount === undefined
    ? null
    : {
        text: `${amount.lessThan ? "<" : ""}${amount.value}`,
        as: amount.as,
        ...(amount.from && { from: amount.from }),
      };

/** An empty label of the convention that is usual where the person lives. */
export const emptyLabel = (units: "metric" | "us"): LabelDraft => ({
  convention: units === "us" ? "us" : "eu",
  per: units === "us" ? "serving" : "100g",
  grams: "",
  household: "",
  amounts: draftAmounts(() => null),
  source: null,
});

/** The same draft for a label of another convention; one that is still empty begins as such labels do. */
export const withConvention = (draft: LabelDraft, convention: LabelConvention): LabelDraft => {
  const begun = draft.grams !== "" || NUTRIENT_IDS.some((id) => draft.amounts[id].text !== "");
  const per = convention === "us" ? "serving" : "100g";
  return { ...draft, convention, ...(!begun && { per }) };
};

/** The label of a food, as it was typed in; a food without one gets its amounts per 100 g. */
export const labelOfFood = ({ label, per100g }: FoodView): LabelDraft => ({
  convention: label?.convention ?? "none",
  per: label?.basis.per ?? "100g",
  grams: label && label.basis.per !== "100g" ? String(label.basis.grams) : "",
  household: "",
  amounts: draftAmounts((id) => {
    const typed = draftAmount(label?.amounts[id]);
    if (typed !== null) return typed;
    const value = per100g[id];
    if (value === null) return null;
    // What is known beside the label is kept per 100 g, and shown on the label's own basis.
    const shown = Number(((value * (label ? basisGrams(label.basis) : 100)) / 100).toPrecision(12));
    return { text: String(shown), as: "amount" };
  }),
  source: label?.source ?? null,
});

export const labelOfProduct = ({ label }: ProductView): LabelDraft => ({
  convention: label.convention,
  per: label.basis.per,
  grams: label.basis.per === "100g" || label.basis.grams === null ? "" : String(label.basis.grams),
  household: "",
  amounts: draftAmounts((id) => draftAmount(label.amounts[id])),
  source: label.source,
});

/** The unit a figure is in: the chosen one where such a label has it, else its usual one. */
export const unitIn = (draft: LabelDraft, id: NutrientId): LabelUnit => {
  const units = labelUnits(draft.convention, id);
  const { as } = draft.amounts[id];
  return as !== null && units.includes(as) ? as : (units[0] ?? "amount");
};

/** What a unit is called: "mg", "% DV", "g salt", "kJ", "IU". */
export const unitWords = (convention: LabelConvention, id: NutrientId, as: LabelUnit): string =>
  as === "percent"
    ? (percentName(convention) ?? "%")
    : as === "salt"
      ? "g salt"
      : as === "kilojoules"
        ? "kJ"
        : as === "iu"
          ? "IU"
          : unitOf(id);

/** A figure as typed: "2,4", "<0.5"; null where nothing is typed, NaN in it where it cannot be read. */
const typedAmount = (draft: LabelDraft, id: NutrientId): LabelAmount | null => {
  const text = draft.amounts[id].text.trim();
  if (text === "") return null;
  const lessThan = text.startsWith("<");
  const value = typedNumber(lessThan ? text.slice(1) : text);
  return { value, as: unitIn(draft, id), ...(lessThan && { lessThan }) };
};

/** The amount of a typed figure, where it needs converting: a percentage, salt, or a zero that is a bound. */
export const labelHint = (draft: LabelDraft, id: NutrientId): string | undefined => {
  const typed = typedAmount(draft, id);
  if (typed === null || !(typed.value >= 0)) return undefined;
  const { amount, high } = labelValue(draft.convention, id, typed);
  if (amount === null)
    return `Less than ${formatReferenceAmount(id, high)}: a bound, so the amount stays unknown.`;
  const daily = dailyValue(draft.convention, id);
  if (typed.as === "percent" && daily !== null)
    return `Of ${formatReference(daily)}${NBSP}${unitOf(id)}: ${formatFigure(id, amount)}${NBSP}${unitOf(id)}.`;
  if (typed.as !== "amount") return `${formatFigure(id, amount)}${NBSP}${unitOf(id)}.`;
  return undefined;
};

/**
 * Reads a typed label. A blank figure is left out, so it stays unknown; the weight of 100 ml or of a serving has to
 * be given, because nothing can be assumed. An unreadable figure is NaN, which the schema refuses.
 */
export const toFoodLabel = (draft: LabelDraft): FoodLabel => {
  const amounts: { [N in NutrientId]?: NonNullable<FoodLabel["amounts"][N]> } = {};
  for (const id of NUTRIENT_IDS) {
    const typed = typedAmount(draft, id);
    if (typed === null) continue;
    const { from } = draft.amounts[id];
    amounts[id] = { ...typed, ...(from && { from }) };
  }
  const read = Object.values(amounts).some(({ from }) => from !== undefined);
  return {
    convention: draft.convention,
    basis: draft.per === "100g" ? { per: "100g" } : { per: draft.per, grams: typedNumber(draft.grams) },
    amounts,
    source: read ? draft.source : null,
  };
};
