import { formatAmount, formatDate, formatProbability } from "@/lib/format";
import type { AlertView } from "@/lib/insights/schemas";
import type { ResolvedView } from "@/lib/notices/schemas";
import { NUTRIENTS, REFERENCE_NUTRIENTS, type ReferenceNutrient } from "@/lib/nutrition";
import { getAlertTitle } from "./alert-words";

/** The nutrient something resolved was about; null for several. */
export const getSingleNutrient = ({
  nutrients,
}: Pick<ResolvedView, "nutrients">): ReferenceNutrient | null =>
  nutrients.length === 1 ? (REFERENCE_NUTRIENTS.find((id) => id === nutrients[0]) ?? null) : null;

const getNutrientLabel = (nutrient: ReferenceNutrient): string => NUTRIENTS[nutrient].label;

/** The present state, in a few words. */
export const resolvedTitle = (resolved: ResolvedView): string => {
  const { rule, by, now, id, finding } = resolved;
  const nutrient = getSingleNutrient(resolved);
  if (nutrient !== null && by === "changed") {
    if (rule === "low-usual-intake" && now.words !== null)
      return now.words === "cannot tell yet"
        ? `Whether your usual ${getNutrientLabel(nutrient).toLowerCase()} meets your need can no longer be told`
        : `Your usual ${getNutrientLabel(nutrient).toLowerCase()} ${now.words} your need`;
    if (rule === "high-usual-intake" || rule === "supplement-above-limit")
      return `${getNutrientLabel(nutrient)} is no longer above its upper limit`;
  }
  if (rule === "not-enough-data" && by === "changed") return "There is enough data now";
  // The title of a pair or a medicine is by its id; a single day by its date.
  return getAlertTitle({ id, rule, nutrient, finding, evidence: {} as AlertView["evidence"] } as AlertView);
};

const formatCertainty = ({ was, nutrients }: ResolvedView): string | null =>
  was.probability === null
    ? null
    : `${formatProbability(was.probability, nutrients[0] === "iron" ? 5 : 1)} sure`;

/** What changed, in a sentence or two. */
export const resolvedChange = (resolved: ResolvedView): string => {
  const { by, was, now, finding, firstSeen } = resolved;
  const told = `You were told on ${formatDate(firstSeen, "day")}: “${finding.replace(/\.$/, "")}.”`;
  switch (by) {
    case "day-passed":
      return `${told} That day is more than a week ago.`;
    case "too-few-days":
      return `${told} Most of the days it rested on have passed; too few are left to say anything.`;
    case "not-judged":
      return `${told} With your profile, or with what the foods report, this is not judged any more.`;
    case "changed": {
      const nutrient = getSingleNutrient(resolved);
      if (nutrient === null || was.mean === null || now.mean === null) return `${told} It is no longer so.`;
      const sure = formatCertainty(resolved);
      const before = `${formatAmount(nutrient, was.mean)} a day${sure === null ? "" : ` (${sure})`}`;
      return `${told} It was about ${before} then, and about ${formatAmount(nutrient, now.mean)} a day when it ended.`;
    }
  }
};
