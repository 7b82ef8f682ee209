import type { LifeStage, Sex } from "../life-stage";
import type { NutrientId } from "../nutrients";
import {
  type AvoidedFood,
  type ConditionRow,
  type Helpline,
  SAFETY,
  type SafetyText,
  safetyText,
} from "./table";

/** Conditions a person may, but need not, tell Assay; used for warnings and for what is left out, nothing else. */
export const CONDITIONS = [
  "chronic-kidney-disease",
  "potassium-affecting-medicine",
  "heart-failure",
  "addisons-disease",
  "iron-overload",
  "iron-overload-uncertain",
  "kidney-stones",
  "high-blood-calcium",
  "absorption-condition",
  "wilsons-disease",
  "low-copper",
  "eating-disorder-history",
  "trying-to-conceive",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Medicines with something to say about their timing beside minerals. */
export const MEDICINES = [
  "levothyroxine",
  "fluoroquinolone",
  "tetracycline",
  "bisphosphonate",
  "levodopa-methyldopa",
  "penicillamine-trientine",
  "hiv-integrase-inhibitor",
  "mycophenolate-cefdinir",
  "thiazide-diuretic",
  "loop-diuretic",
  "digoxin",
  "proton-pump-inhibitor",
  "potassium-raising",
  "warfarin",
] as const;
export type Medicine = (typeof MEDICINES)[number];

/** The question a settings page asks for each condition. */
export const CONDITION_LABELS = Object.fromEntries(SAFETY.conditions.map((row) => [row.code, row.label])) as {
  readonly [C in Condition]: string;
};
/** The name a settings page gives each medicine. */
export const MEDICINE_LABELS = Object.fromEntries(SAFETY.medicines.map((row) => [row.code, row.label])) as {
  readonly [M in Medicine]: string;
};

/** What of a person the gates ask for. Null is unknown, and unknown takes the cautious side. */
export type GateProfile = {
  readonly conditions: readonly Condition[];
  /** Completed years. */
  readonly age: number | null;
  readonly lifeStage: LifeStage;
  readonly sex?: Sex | null;
  readonly medicines?: readonly Medicine[];
};

/** What is switched off, and what is said instead. Every suggestion and alert obeys it. */
export type Gates = {
  /**
   * Switched off: the usual target does not apply, so there is none, no verdict on the need, no gap, no suggestion
   * and no low-intake alert. The amount is shown without them.
   */
  readonly noTips: ReadonlySet<NutrientId>;
  /** Nothing that prompts a supplement of these. */
  readonly noSupplementTips: ReadonlySet<NutrientId>;
  /** No comparison with any reference value and no statement about these except single-day alarms: their dose is a physician's decision. */
  readonly noComparison: ReadonlySet<NutrientId>;
  /** No likelihood of meeting or missing a need. */
  readonly noProbability: boolean;
  /** Amounts and reference values only: no gaps, suggestions or alerts. */
  readonly referenceOnly: boolean;
  /** No scores, streaks or calories: no share of a target, no count of targets reached or of complete days. */
  readonly hideScores: boolean;
  /** Suggested portions are at most half of an adult's usual one. */
  readonly halfPortions: boolean;
  /** Word it for a parent or carer. */
  readonly wording: "self" | "parent";
  /** The most of a nutrient, in its unit, that one suggested portion may hold. */
  readonly caps: ReadonlyMap<NutrientId, number>;
  readonly avoid: ReadonlySet<AvoidedFood>;
  /** What to tell the person, each once, in the order of the table. */
  readonly texts: readonly SafetyText[];
  /** Whom to turn to when tracking weighs on somebody. */
  readonly helplines: readonly Helpline[];
};

/** Below this age no likelihood is shown: the day-to-day spread is known for adults (safety.md and IOM 2000). */
const NO_PROBABILITY_UNDER_YEARS = 14;
/** Below this age nothing prompts a supplement and texts speak to a parent. */
const MINOR_UNDER_YEARS = 18;
/** Below this age whole nuts can choke. */
const CHOKING_UNDER_YEARS = 5;
/** Women are taken to have passed the menopause from here on, as the iron tables do (IOM 2001). */
const POSTMENOPAUSAL_FROM_YEARS = 51;
/** Every nutrient that someone could be prompted to take as a supplement. */
const SUPPLEMENT_NUTRIENTS: readonly NutrientId[] = [
  "magnesium",
  "zinc",
  "calcium",
  "iron",
  "selenium",
  "potassium",
  "vitaminD",
  "vitaminC",
  "copper",
  "phosphorus",
];

/**
 * A doubt about iron overload holds for men and for women after the menopause; a woman who menstruates
 * loses iron every month. With sex or age unknown the doubt holds. Under 18 it holds too: stores are a
 * doctor's matter there.
 */
const doubtHolds = ({ sex, age }: GateProfile): boolean =>
  !(sex === "female" && age !== null && age >= MINOR_UNDER_YEARS && age < POSTMENOPAUSAL_FROM_YEARS);

/** The conditions that hold: those told, and those that a listed medicine implies, in the order of the table. */
const conditionRows = (profile: GateProfile): readonly ConditionRow[] => {
  const codes = new Set<string>(profile.conditions);
  for (const medicine of SAFETY.medicines) {
    if (medicine.condition !== null && profile.medicines?.some((code) => code === medicine.code)) {
      codes.add(medicine.condition);
    }
  }
  if (!doubtHolds(profile)) codes.delete("iron-overload-uncertain");
  return SAFETY.conditions.filter((row) => codes.has(row.code));
};

/** Rows of the life-stage table that hold, the youngest group last. */
const lifeStageCodes = ({ age, lifeStage }: GateProfile): ReadonlySet<string> => {
  const codes = new Set<string>();
  if (lifeStage !== "none") codes.add(lifeStage);
  if (age === null) return codes;
  if (age < MINOR_UNDER_YEARS) codes.add("under-18");
  if (age < NO_PROBABILITY_UNDER_YEARS && age >= 1) codes.add("under-14");
  if (age < CHOKING_UNDER_YEARS && age >= 1) codes.add("under-5");
  if (age < 1) codes.add("infant");
  return codes;
};

/**
 * What Assay leaves out and says for a person: potassium off in kidney disease and with the medicines that
 * raise it, iron off in iron overload, the rules for young people, and the rest of `data/reference/safety.json`.
 *
 * Conditions only ever switch more off: adding one never brings a target, tip or food back. With the age
 * unknown there is no likelihood and no supplement prompt, as for a child.
 * @throws RangeError when the age is negative or not finite.
 */
export const gatesFor = (profile: GateProfile): Gates => {
  const { age } = profile;
  if (age !== null && !(Number.isFinite(age) && age >= 0)) {
    throw new RangeError(`Age must be 0 or more completed years, got ${age}`);
  }
  const rows = conditionRows(profile);
  const stages = lifeStageCodes(profile);
  const stageRows = SAFETY.lifeStages.filter((row) => stages.has(row.code));
  const minor = age === null || age < MINOR_UNDER_YEARS;

  const caps = new Map<NutrientId, number>();
  for (const row of rows) {
    for (const [nutrient, cap] of Object.entries(row.caps) as [NutrientId, number][]) {
      caps.set(nutrient, Math.min(cap, caps.get(nutrient) ?? Number.POSITIVE_INFINITY));
    }
  }
  return {
    noTips: new Set(rows.flatMap((row) => row.noTips)),
    noSupplementTips: new Set([
      ...rows.flatMap((row) => row.noSupplementTips),
      ...(minor ? SUPPLEMENT_NUTRIENTS : []),
    ]),
    noComparison: new Set(rows.flatMap((row) => row.noComparison)),
    noProbability: age === null || age < NO_PROBABILITY_UNDER_YEARS,
    referenceOnly: stages.has("infant"),
    // For an infant amounts and reference values stand beside each other and nothing is made of them.
    hideScores: stages.has("infant") || rows.some((row) => row.hideScores),
    halfPortions: stages.has("under-14"),
    wording: age !== null && age < MINOR_UNDER_YEARS ? "parent" : "self",
    caps,
    avoid: new Set([...rows.flatMap((row) => row.avoid), ...stageRows.flatMap((row) => row.avoid)]),
    texts: [...rows, ...stageRows].map((row) => safetyText(row.code, row)),
    helplines: rows.flatMap((row) => row.helplines ?? []),
  };
};

/** Life stages whose text speaks of supplements. */
const SUPPLEMENT_STAGES: ReadonlySet<string> = new Set(["pregnant", "lactating", "under-18"]);

/**
 * What to say to a person who takes supplements of these nutrients: of each condition, told or implied by a listed
 * medicine, in which they are only for when they are prescribed, and of pregnancy, lactation and youth. Empty
 * without nutrients.
 */
export const supplementCautions = (
  profile: GateProfile,
  nutrients: readonly NutrientId[],
): readonly SafetyText[] => {
  if (nutrients.length === 0) return [];
  const stages = lifeStageCodes(profile);
  return [
    ...conditionRows(profile).filter((row) => row.noSupplementTips.some((id) => nutrients.includes(id))),
    ...SAFETY.lifeStages.filter(({ code }) => stages.has(code) && SUPPLEMENT_STAGES.has(code)),
  ].map((row) => safetyText(row.code, row));
};

/** Texts about every nutrient: beside advice those on life stages, beside figures those on what figures can tell. */
const GENERAL_TEXTS = {
  advice: new Set(["pregnant", "lactating", "under-18", "absorption-condition"]),
  figures: new Set(["under-14", "infant", "absorption-condition"]),
} as const satisfies { readonly [where: string]: ReadonlySet<string> };

/** What a text says of one nutrient: the condition's own words for it, where it has some. */
const ofNutrient = (text: SafetyText, nutrient: NutrientId): SafetyText => {
  const own = SAFETY.conditions.find(({ code }) => code === text.code)?.about?.[nutrient];
  return own === undefined ? text : { ...text, text: own };
};

/** Those of a person's texts that belong beside something said of one nutrient, advice or figures, in its own words. */
export const gateTextsAbout = (
  gates: Gates,
  nutrient: NutrientId,
  beside: keyof typeof GENERAL_TEXTS,
): readonly SafetyText[] =>
  gates.texts
    .filter(({ code }) => {
      const row = SAFETY.conditions.find((condition) => condition.code === code);
      const concerned = row ? [...row.noTips, ...row.noSupplementTips] : [];
      return GENERAL_TEXTS[beside].has(code) || concerned.includes(nutrient);
    })
    .map((text) => ofNutrient(text, nutrient));

/** Why nothing is suggested of a nutrient: the conditions that switch it off, and the first year of life. */
export const noTipTexts = (gates: Gates, nutrient: NutrientId): readonly SafetyText[] =>
  gates.texts
    .filter(
      ({ code }) =>
        (gates.referenceOnly && code === "infant") ||
        SAFETY.conditions.some((row) => row.code === code && row.noTips.includes(nutrient)),
    )
    .map((text) => ofNutrient(text, nutrient));
