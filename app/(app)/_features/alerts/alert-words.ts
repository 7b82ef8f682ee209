import {
  countNoun,
  formatAmount,
  formatBasis,
  formatDate,
  formatEstimate,
  formatRatio,
  formatReferenceAmount,
  formatShare,
  formatSure,
  uncapitalise,
} from "@/lib/format";
import { type AlertType, alertTypeOf } from "@/lib/insights/client";
import type { AlertView } from "@/lib/insights/schemas";
import {
  isMineral,
  MEDICINE_LABELS,
  type Medicine,
  type Mineral,
  NUTRIENTS,
  type NutrientId,
} from "@/lib/nutrition";

export const getAlertKind = ({ rule }: Pick<AlertView, "rule">): AlertType => alertTypeOf(rule);

/** The mineral an alert is about; null for several, for none and for a vitamin. */
export const getAlertMineral = ({ nutrient }: { nutrient: NutrientId | null }): Mineral | null =>
  nutrient !== null && isMineral(nutrient) ? nutrient : null;

const PAIR_TITLES: { readonly [id: string]: string } = {
  "poor-pairing:iron-calcium": "Iron and calcium are taken together",
  "poor-pairing:zinc-iron": "Zinc and a good deal of iron are taken together",
};
const MEDICINE = "poor-pairing:medicine-";

/** Whether an alert is of a medicine that concerns food alone, whatever supplements are taken: warfarin. */
const isOfMedicineAndFood = ({ id, nutrients }: AlertView): boolean =>
  id.startsWith(MEDICINE) && nutrients.length === 0;

/** The claim in a few words; where the finding itself is long it follows as text. */
export const getAlertTitle = (alert: AlertView): string => {
  const { id, rule, nutrient, finding, evidence } = alert;
  if (id.startsWith(MEDICINE)) {
    const label = MEDICINE_LABELS[id.slice(MEDICINE.length) as Medicine];
    return `${label} and ${isOfMedicineAndFood(alert) ? "what you eat" : "your supplements"}`;
  }
  if (rule === "single-day-alarm" && nutrient !== null && evidence.detail?.kind === "day") {
    const { label } = NUTRIENTS[nutrient];
    return `A great deal of ${label.toLowerCase()} on ${formatDate(evidence.detail.date, "day")}`;
  }
  return PAIR_TITLES[id] ?? finding.replace(/\.$/, "");
};

/** The finding where the title does not say all of it. */
export const getAlertLead = (alert: AlertView): string | null =>
  getAlertTitle(alert) === alert.finding.replace(/\.$/, "") ? null : alert.finding;

/**
 * "84 % sure"; null without a probability. Iron's method is the roughest: steps of 5. Zinc varies so much that its
 * usual intake never gets the strongest words, and then no figure stronger than the words.
 */
export const sureWords = ({ rule, nutrient, evidence }: AlertView): string | null =>
  evidence.probability === null
    ? null
    : `${formatSure(evidence.probability, {
        step: nutrient === "iron" ? 5 : 1,
        strongest: !(rule === "low-usual-intake" && nutrient === "zinc"),
      })} sure`;

/** A mean in words: "at least" where some foods lack a value. */
export const meanWords = ({ nutrient, evidence }: AlertView): string | null => {
  if (nutrient === null || evidence.mean === null) return null;
  const lower = evidence.coverage !== null && evidence.coverage < 1;
  return formatEstimate(nutrient, evidence.mean, lower);
};

const INHIBITOR_WORDS = {
  "tea-or-coffee": "Tea or coffee",
  calcium: "Much calcium",
  phytate: "Much phytate",
} as const;

/** The first of some foods: "spinach", "spinach and swiss chard", "spinach and 3 others". */
const listFoodNames = ([first = "", second, ...more]: readonly string[]): string => {
  if (second === undefined) return uncapitalise(first);
  return `${uncapitalise(first)} and ${more.length === 0 ? uncapitalise(second) : `${more.length + 1} others`}`;
};

/** The days behind a finding: "9 complete days", "12 days, none marked complete". */
export const formatEvidenceDays = ({ days: count, completeDays }: AlertView["evidence"]): string | null =>
  count === null ? null : completeDays === null ? countNoun(count, "day") : formatBasis(count, completeDays);

/** What a finding rests on, in one line: "84 % sure, from 9 complete days". */
export const formatAlertBasis = (alert: AlertView): string => {
  const { rule, nutrient, evidence } = alert;
  const sure = sureWords(alert);
  const mean = meanWords(alert);
  const { detail, against } = evidence;
  const from = formatEvidenceDays(evidence);
  if (sure !== null && from !== null) return `${sure}, from ${from}`;
  switch (detail?.kind) {
    case "phytate-zinc":
      return `Ratio about ${formatRatio(detail.ratio.typical)}; above 15 less zinc is absorbed`;
    case "oxalate":
      return `${formatShare(detail.share)} of it, from ${listFoodNames(detail.foods)}`;
    case "iron-meals":
      return `${INHIBITOR_WORDS[detail.inhibitor]} in ${detail.affected} of ${detail.meals} meals`;
    case "day":
      return nutrient === null ? "" : `${formatAmount(nutrient, detail.amount)} logged`;
    default:
  }
  if (nutrient !== null && mean !== null && against !== null && evidence.days !== null) {
    const limit = formatReferenceAmount(nutrient, against.value);
    const taken =
      detail?.kind === "from-supplements"
        ? `, ${formatAmount(nutrient, detail.mean)} of it from supplements`
        : "";
    return `${mean} a day over ${countNoun(evidence.days, "day")}${taken}; the limit is ${limit}`;
  }
  if (rule === "not-enough-data") {
    const { furtherDays } = alert;
    if (furtherDays !== null && furtherDays > 0) return `About ${countNoun(furtherDays, "day")} more`;
    if (evidence.coverage !== null && evidence.coverage < 1)
      return `${formatShare(evidence.coverage)} of your food energy has a value`;
    return evidence.days === null ? "" : `${countNoun(evidence.days, "day")} so far`;
  }
  return isOfMedicineAndFood(alert) ? "From the medicines in your profile" : "From the supplements you take";
};

const MORE_DAYS = 5;

/** What would make the finding surer; null where nothing of the person's would. */
export const surerWords = ({ rule, nutrient, evidence, furtherDays }: AlertView): string | null => {
  if (rule === "not-enough-data") {
    if (furtherDays !== null && furtherDays > 0)
      return `About ${countNoun(furtherDays, "day")} more, logged in full, would allow an answer.`;
    return "Foods with a value in place of those without: match a food to the table, or fill in what its label says.";
  }
  const { detail, mean, days: count, completeDays, coverage } = evidence;
  const more: string[] = [];
  if (count !== null && completeDays !== null && completeDays < count) {
    more.push(
      `Of ${countNoun(count - completeDays, "day")} you have not said whether everything is logged. What is missing from them can only add: mark each as complete, or as “not everything logged”, which leaves it out.`,
    );
  }
  if (detail?.kind === "interval" && mean !== null && count !== null && nutrient !== null) {
    const half = (detail.high - detail.low) / 2;
    const then = half * Math.sqrt(count / (count + MORE_DAYS));
    more.push(
      `Five more days like these would narrow the range from ±${formatAmount(nutrient, half)} to about ±${formatAmount(nutrient, then)}.`,
    );
  }
  if (coverage !== null && coverage < 1)
    more.push(
      `Foods without a value give ${formatShare(1 - coverage)} of your energy; filling them in would help too.`,
    );
  return more.length === 0 ? null : more.join(" ");
};
