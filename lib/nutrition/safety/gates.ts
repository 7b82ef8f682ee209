import type { LifeStage, Sex } from "../life-stage";
import type { NutrientId } from "../nutrients";
import type { Content } from "../suggestions/candidates";
import {
  type AvoidedFood,
  type ConditionRow,
  type FoodRules,
  type Helpline,
  SAFETY,
  type SafetyText,
  safetyText,
} from "./table";

/** Conditions that a person may state, voluntarily; used only for warnings and to switch content off. */
export const CONDITIONS = [
  "chronic-kidney-disease",
  "potassium-affecting-medicine",
  "heart-failure",
  "hypertension",
  "addisons-disease",
  "iron-overload",
  "iron-overload-uncertain",
  "kidney-stones",
  "high-blood-calcium",
  "diabetes",
  "gout",
  "coeliac-disease",
  "irritable-bowel",
  "absorption-condition",
  "wilsons-disease",
  "low-copper",
  "eating-disorder-history",
  "trying-to-conceive",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Medicines whose timing matters beside minerals. */
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

/** Question for each condition on the settings page. */
export const CONDITION_LABELS = Object.fromEntries(SAFETY.conditions.map((row) => [row.code, row.label])) as {
  readonly [C in Condition]: string;
};
/** Name of each medicine on the settings page. */
export const MEDICINE_LABELS = Object.fromEntries(SAFETY.medicines.map((row) => [row.code, row.label])) as {
  readonly [M in Medicine]: string;
};

/** The personal data that the gates depend on. Null is unknown and treated conservatively. */
export type GateProfile = {
  readonly conditions: readonly Condition[];
  /** Completed years. */
  readonly age: number | null;
  readonly lifeStage: LifeStage;
  readonly sex?: Sex | null;
  /** Null or absent: not told, and taken from age. */
  readonly menstruating?: boolean | null;
  readonly medicines?: readonly Medicine[];
  readonly diet?: "everything" | "vegetarian" | "vegan";
};

/** What is switched off for a person, and what is shown instead. All suggestions and alerts respect it. */
export type Gates = {
  /**
   * Nutrients without usual target, verdict on the need, gap, suggestion or low-intake alert. Amounts are still shown.
   */
  readonly noTips: ReadonlySet<NutrientId>;
  /** Nutrients for which no supplement is suggested. */
  readonly noSupplementTips: ReadonlySet<NutrientId>;
  /**
   * No comparison with any reference value and no statement about these except single-day alarms: their dose is a
   * physician's decision.
   */
  readonly noComparison: ReadonlySet<NutrientId>;
  /** Whether probabilities of adequacy are hidden. */
  readonly noProbability: boolean;
  /** Whether only amounts and reference values are shown: no gaps, suggestions or alerts. */
  readonly referenceOnly: boolean;
  /** Whether shares of targets, counts of targets reached and of complete days, and calories are hidden. */
  readonly hideScores: boolean;
  /** Whether suggested portions are at most half of an adult's usual portion. */
  readonly halfPortions: boolean;
  /** Whether texts address the person or a parent or carer. */
  readonly wording: "self" | "parent";
  /** Largest amount of a nutrient, in its unit, in one suggested portion. An unknown amount is too much. */
  readonly caps: ReadonlyMap<NutrientId, number>;
  /** The same for all portions of one set of suggestions together. */
  readonly setCaps: ReadonlyMap<NutrientId, number>;
  readonly avoid: ReadonlySet<AvoidedFood>;
  /** Contents that a suggested food must be known not to have. */
  readonly avoidContents: ReadonlySet<Content>;
  /** What is left out of suggestions and why, in a sentence each. */
  readonly foodTexts: readonly SafetyText[];
  /** Texts for the person, each once, in the order of the table. */
  readonly texts: readonly SafetyText[];
  /** Helplines for people whom tracking burdens. */
  readonly helplines: readonly Helpline[];
};

/** Below this age no probability is shown: within-person variation is known for adults (IOM 2000). */
const NO_PROBABILITY_UNDER_YEARS = 14;
/** Below this age no supplement is suggested and texts address a parent. */
const MINOR_UNDER_YEARS = 18;
/** Below this age whole nuts, seeds, grapes and other foods are a choking hazard. */
const CHOKING_UNDER_YEARS = 5;
/** Below this age dairy foods with full fat are advised. */
const WHOLE_MILK_UNDER_YEARS = 2;
/** Assumed age of menopause where the person does not say, as in the iron tables (IOM 2001). */
const POSTMENOPAUSAL_FROM_YEARS = 51;
/** Nutrients that supplements could be suggested for. */
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
 * Whether a suspected iron overload is respected: for men, women after menopause, under 18 years, and with sex or age
 * unknown. Not for menstruating women, who lose iron every month.
 */
const doubtHolds = ({ sex, age, menstruating }: GateProfile): boolean =>
  !(
    sex === "female" &&
    age !== null &&
    age >= MINOR_UNDER_YEARS &&
    (menstruating ?? age < POSTMENOPAUSAL_FROM_YEARS)
  );

/** Conditions that apply: those stated and those implied by a listed medicine, in the order of the table. */
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

/** The lowest cap of each nutrient. */
const lowest = (caps: readonly FoodRules["caps"][]): ReadonlyMap<NutrientId, number> => {
  const found = new Map<NutrientId, number>();
  for (const row of caps) {
    for (const [nutrient, cap] of Object.entries(row ?? {}) as [NutrientId, number][]) {
      found.set(nutrient, Math.min(cap, found.get(nutrient) ?? Number.POSITIVE_INFINITY));
    }
  }
  return found;
};

/** Codes of the life-stage rows that apply, the youngest age group last; a vegan diet is one of them. */
const lifeStageCodes = ({ age, lifeStage, diet }: GateProfile): ReadonlySet<string> => {
  const codes = new Set<string>(diet === "vegan" ? ["vegan"] : []);
  if (lifeStage !== "none") codes.add(lifeStage);
  if (age === null) return codes;
  if (age < MINOR_UNDER_YEARS) codes.add("under-18");
  if (age < NO_PROBABILITY_UNDER_YEARS && age >= 1) codes.add("under-14");
  if (age < CHOKING_UNDER_YEARS && age >= 1) codes.add("under-5");
  if (age < WHOLE_MILK_UNDER_YEARS && age >= 1) codes.add("under-2");
  if (age < 1) codes.add("infant");
  return codes;
};

/**
 * The gates of a person: what is switched off and what is shown instead, by the rules of `data/reference/safety.json`.
 * Examples: potassium in kidney disease and with medicines that raise it, iron in iron overload, the rules for minors.
 *
 * Monotonic: adding a condition never switches a target, suggestion or food back on. With an unknown age probabilities
 * and supplement suggestions are off, as for a child.
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

  const medicines = SAFETY.medicines.filter(({ code }) => profile.medicines?.some((own) => own === code));
  const foodRules: readonly (FoodRules & { readonly code: string; readonly sources: readonly string[] })[] = [
    ...rows,
    ...stageRows,
    ...medicines,
  ];
  return {
    noTips: new Set(rows.flatMap((row) => row.noTips)),
    noSupplementTips: new Set([
      ...rows.flatMap((row) => row.noSupplementTips),
      ...medicines.flatMap((row) => row.noSupplementTips ?? []),
      ...(minor ? SUPPLEMENT_NUTRIENTS : []),
    ]),
    noComparison: new Set(rows.flatMap((row) => row.noComparison)),
    noProbability: age === null || age < NO_PROBABILITY_UNDER_YEARS,
    referenceOnly: stages.has("infant"),
    // For infants amounts and reference values are shown side by side without comparison.
    hideScores: stages.has("infant") || rows.some((row) => row.hideScores),
    halfPortions: stages.has("under-14"),
    wording: age !== null && age < MINOR_UNDER_YEARS ? "parent" : "self",
    caps: lowest(foodRules.map(({ caps }) => caps)),
    setCaps: lowest(foodRules.map(({ setCaps }) => setCaps)),
    avoid: new Set(foodRules.flatMap(({ avoid = [] }) => avoid)),
    avoidContents: new Set(foodRules.flatMap(({ avoidContents = [] }) => avoidContents)),
    foodTexts: foodRules.flatMap(({ code, foods, sources }) =>
      foods === undefined ? [] : [safetyText(code, { text: foods, sources })],
    ),
    texts: [...rows, ...stageRows].map((row) => safetyText(row.code, row)),
    helplines: rows.flatMap((row) => row.helplines ?? []),
  };
};

/** Life stages with a text on supplements. */
const SUPPLEMENT_STAGES: ReadonlySet<string> = new Set(["pregnant", "lactating", "under-18"]);

/**
 * Cautions for a person who takes supplements of these nutrients: for stated or implied conditions in which they should
 * be taken only when prescribed, and for pregnancy, lactation and minors. Empty without nutrients.
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

/** Texts not specific to a nutrient: on life stages, shown beside advice; on the meaning of figures, beside figures. */
const GENERAL_TEXTS = {
  advice: new Set(["pregnant", "lactating", "under-18", "vegan", "absorption-condition", "coeliac-disease"]),
  figures: new Set(["under-14", "infant", "absorption-condition", "coeliac-disease"]),
} as const satisfies { readonly [where: string]: ReadonlySet<string> };

/** The text of a condition for one nutrient, where it has a specific one. */
const ofNutrient = (text: SafetyText, nutrient: NutrientId): SafetyText => {
  const own = SAFETY.conditions.find(({ code }) => code === text.code)?.about?.[nutrient];
  return own === undefined ? text : { ...text, text: own };
};

/** A person's texts to show beside advice on, or figures of, one nutrient. */
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

/** Why nothing is suggested for a nutrient: conditions that switch it off, and the first year of life. */
export const noTipTexts = (gates: Gates, nutrient: NutrientId): readonly SafetyText[] =>
  gates.texts
    .filter(
      ({ code }) =>
        (gates.referenceOnly && code === "infant") ||
        SAFETY.conditions.some((row) => row.code === code && row.noTips.includes(nutrient)),
    )
    .map((text) => ofNutrient(text, nutrient));
