import type { Adequacy } from "../adequacy";
import { isMineral, MINERALS, NUTRIENTS } from "../nutrients";
import type { ReferenceNutrient } from "../reference-types";
import type { Gates } from "../safety/gates";
import { canSuggestIncrease } from "../safety/permissions";
import { NOT_ABOUT_THE_BODY } from "../safety/table";
import type { UpperLimit } from "../upper-limit";
import type { ExcludedDay } from "../usual-intake";
import { type Alert, type AlertEvidence, type AlertInput, NO_EVIDENCE, safetyNote } from "./alert";
import { eatNotes, gutNotes, highCautions, limitMeaning, lowCautions } from "./notes";

/** Fewest days for comparing supplements as logged with a limit; a single day above it is no concern. */
const SUPPLEMENT_DAYS_FROM = 2;

const nameOf = (nutrient: ReferenceNutrient): string => NUTRIENTS[nutrient].label.toLowerCase();

const lowWords = ({ words, nutrient }: Adequacy, gates: Gates): string =>
  gates.wording === "parent"
    ? `Usual ${nameOf(nutrient)} is ${words} the need at this age.`
    : `Your usual ${nameOf(nutrient)} is ${words} your need.`;

/**
 * Usual intake probably or very probably below the requirement (80 % or more). Days, coverage and the effect of foods
 * without a value are already part of the verdict. Not for AIs, from which no inadequacy follows, and only for the six
 * minerals.
 */
export const lowUsualIntake = ({ adequacy, gates }: AlertInput): Alert[] =>
  adequacy.flatMap((result): Alert[] => {
    const { nutrient, verdict, usual, reference, range } = result;
    if (!isMineral(nutrient)) return [];
    if (verdict !== "probably-below" && verdict !== "very-probably-below") return [];
    if (gates.noProbability || !canSuggestIncrease(gates, nutrient)) return [];
    return [
      {
        key: `low-usual-intake:${nutrient}`,
        rule: "low-usual-intake",
        nutrients: [nutrient],
        finding: lowWords(result, gates),
        evidence: {
          days: usual.days,
          completeDays: usual.completeDays,
          mean: usual.mean,
          unit: usual.unit,
          // The least that the verdict rests on.
          probability: range === null ? null : 1 - range.high,
          coverage: usual.coverage,
          against:
            reference.ear === null
              ? null
              : { value: reference.ear, kind: "average-need", source: reference.source.citation },
          detail: usual.interval90 === null ? null : { kind: "interval", ...usual.interval90 },
        },
        gut: gutNotes(nutrient, gates),
        eat: { suggestFor: nutrient, notes: eatNotes(nutrient, gates) },
        careful: lowCautions(nutrient, gates),
        notMeaning: safetyNote(NOT_ABOUT_THE_BODY),
        furtherDays: result.furtherDays,
      },
    ];
  });

/** Whether an upper limit applies: not where the dose is prescribed or the gates switch comparison off. */
const mayWarn = ({ gates, prescribed }: AlertInput, nutrient: ReferenceNutrient): boolean =>
  !gates.referenceOnly && !gates.noComparison.has(nutrient) && !prescribed.has(nutrient);

const aboveLimit = (
  input: AlertInput,
  limit: UpperLimit,
  rule: "supplement-above-limit" | "high-usual-intake",
  finding: string,
  measured: Pick<AlertEvidence, "days" | "mean" | "probability" | "detail">,
): Alert => ({
  key: `${rule}:${limit.nutrient}`,
  rule,
  nutrients: [limit.nutrient],
  finding,
  evidence: {
    ...NO_EVIDENCE,
    ...measured,
    unit: NUTRIENTS[limit.nutrient].unit,
    against:
      limit.limit === null
        ? null
        : {
            value: limit.limit,
            kind: "upper-limit",
            source: (limit.reference.ulSource ?? limit.reference.source).citation,
          },
  },
  gut: rule === "supplement-above-limit" ? gutNotes(limit.nutrient, input.gates) : [],
  eat: { suggestFor: null, notes: [] },
  careful: highCautions(limit.nutrient, input.gates),
  notMeaning: limitMeaning(),
  furtherDays: null,
});

/** Supplements alone exceed an upper limit, by their mean over at least two days as logged. */
export const supplementAboveLimit = (input: AlertInput): Alert[] =>
  input.upperLimits.flatMap((limit): Alert[] => {
    if (limit.limit === null || !mayWarn(input, limit.nutrient)) return [];
    const own = input.supplements.find(({ nutrient }) => nutrient === limit.nutrient);
    const taken = limit.scope === "supplements" ? { mean: limit.mean, days: limit.days } : own;
    if (!taken || taken.mean === null || taken.days < SUPPLEMENT_DAYS_FROM || taken.mean <= limit.limit)
      return [];
    const finding = `${NUTRIENTS[limit.nutrient].label} from supplements is above its upper limit.`;
    // A limit that also counts food is compared with both together, as on the mineral's page.
    const both = limit.scope === "total" && limit.mean !== null && limit.mean > taken.mean;
    const { days, mean } = both ? limit : taken;
    return [
      aboveLimit(input, limit, "supplement-above-limit", finding, {
        days,
        mean,
        probability: null,
        detail: both ? { kind: "from-supplements", mean: taken.mean } : null,
      }),
    ];
  });

/**
 * Usual intake from all sources probably above the limit (80 % or more); where no probability exists, by the mean of
 * two days or more as logged. Omitted where supplements alone exceed the limit, which is reported instead.
 */
export const highUsualIntake = (input: AlertInput): Alert[] => {
  const said = new Set(supplementAboveLimit(input).flatMap(({ nutrients }) => nutrients));
  return input.upperLimits.flatMap((limit): Alert[] => {
    const { nutrient, scope, verdict, words, days, mean, probability } = limit;
    if (scope !== "total" || said.has(nutrient) || !mayWarn(input, nutrient)) return [];
    const sure = verdict === "probably-above" || verdict === "very-probably-above";
    if (!sure && !(verdict === "above-as-logged" && days >= SUPPLEMENT_DAYS_FROM)) return [];
    const subject = input.gates.wording === "parent" ? "Usual" : "Your usual";
    const finding = `${subject} ${nameOf(nutrient)} is ${words}.`;
    return [
      aboveLimit(input, limit, "high-usual-intake", finding, {
        days,
        mean,
        probability: input.gates.noProbability ? null : probability,
        detail: null,
      }),
    ];
  });
};

/** Names without a serial comma: "iron, zinc and selenium". */
const NAMES = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Largest number of further days until a verdict; null when it is unknown for one of them. */
const longest = (results: readonly Adequacy[]): number | null =>
  results.reduce<number | null>(
    (most, { furtherDays }) => (most === null || furtherDays === null ? null : Math.max(most, furtherDays)),
    0,
  );

/** Lowest coverage among the minerals; null without a day that counts. */
const leastCoverage = (results: readonly Adequacy[]): number | null =>
  results.reduce<number | null>(
    (least, { usual: { coverage } }) =>
      coverage === null || (least !== null && least <= coverage) ? least : coverage,
    null,
  );

/** Whether a day contains food but does not count. */
const isBegun = ({ reason }: ExcludedDay): boolean =>
  reason === "implausible-energy" || reason === "unknown-energy" || reason === "marked-incomplete";

/**
 * Missing data: minerals with low coverage, and missing days. One alert per reason, not per mineral. None before the
 * first day with food. Reported also when no day counts, since the absence of alerts could be taken for an all-clear.
 */
export const notEnoughData = ({ adequacy, gates }: AlertInput): Alert[] => {
  if (gates.noProbability) return [];
  const open = adequacy.filter(
    ({ nutrient, usual }) =>
      isMineral(nutrient) &&
      canSuggestIncrease(gates, nutrient) &&
      (usual.days > 0 || usual.excluded.some(isBegun)),
  );
  const byMineral = (results: readonly Adequacy[]) =>
    MINERALS.flatMap((mineral) => results.filter(({ nutrient }) => nutrient === mineral));
  const thin = byMineral(
    open.filter(({ reason }) => reason === "low-coverage" || reason === "coverage-could-change-it"),
  );
  const few = byMineral(open.filter(({ reason }) => reason === "too-few-days" || reason === "no-days"));
  const alert = (subject: string, results: readonly Adequacy[], finding: string): Alert[] =>
    results.length === 0
      ? []
      : [
          {
            key: `not-enough-data:${subject}`,
            rule: "not-enough-data",
            nutrients: results.map(({ nutrient }) => nutrient),
            finding,
            evidence: {
              ...NO_EVIDENCE,
              days: Math.max(...results.map(({ usual }) => usual.days)),
              coverage: leastCoverage(results),
            },
            gut: [],
            eat: { suggestFor: null, notes: [] },
            careful: [],
            notMeaning: safetyNote(NOT_ABOUT_THE_BODY),
            furtherDays: longest(results),
          },
        ];
  const names = (results: readonly Adequacy[]) =>
    NAMES.format(results.map(({ nutrient }) => nameOf(nutrient)));
  return [
    ...alert("coverage", thin, `Too few of the foods logged report ${names(thin)} to say more.`),
    ...alert("days", few, `A few more complete days are needed to say something of ${names(few)}.`),
  ];
};
