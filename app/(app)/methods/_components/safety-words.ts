import { formatReferenceAmount, joinList } from "@/lib/format";
import { avoidedKindWords, NUTRIENTS, type NutrientId, type SafetyRow } from "@/lib/nutrition";

/** "vitamin K", as it stands within a sentence. */
const nameOf = (nutrient: NutrientId): string => {
  const { label } = NUTRIENTS[nutrient];
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
};

const names = (nutrients: readonly NutrientId[]): string =>
  joinList(nutrients.map((nutrient) => nameOf(nutrient)));

const amounts = (caps: { readonly [N in NutrientId]?: number }): string =>
  joinList(
    (Object.entries(caps) as [NutrientId, number][]).map(
      ([nutrient, cap]) => `${formatReferenceAmount(nutrient, cap)} ${nameOf(nutrient)}`,
    ),
  );

const CONTENT_NAMES: { readonly [content: string]: string } = { gluten: "gluten" };

/** What a condition or medicine changes, a sentence each, in the order of the rules; empty where it changes nothing. */
export const changesOf = (row: SafetyRow): readonly string[] => {
  const { noTips = [], noComparison = [], noSupplementTips = [], nutrients = [], caps, setCaps } = row;
  return [
    ...(row.implies === null ? [] : [`The same as: ${row.implies}.`]),
    ...(noTips.length === 0 ? [] : [`No target, verdict, gap or suggestion of ${names(noTips)}.`]),
    ...(noComparison.length === 0 ? [] : [`No word on ${names(noComparison)}, limits included.`]),
    ...(caps === undefined ? [] : [`A portion named holds at most ${amounts(caps)}.`]),
    ...(setCaps === undefined ? [] : [`The portions of one set together hold at most ${amounts(setCaps)}.`]),
    ...row.avoid.map((kind) => `Not named: ${avoidedKindWords(kind)}`),
    ...row.avoidContents.map(
      (content) => `Not named: foods with ${CONTENT_NAMES[content] ?? content}, or of which it is not known.`,
    ),
    ...(noSupplementTips.length === 0
      ? []
      : [`No supplement of ${names(noSupplementTips)} is prompted for.`]),
    ...(nutrients.length === 0 ? [] : [`The hours apart from supplements of ${names(nutrients)} are told.`]),
    ...(row.hideScores ? ["Scores, streaks and calories are hidden."] : []),
  ];
};
