import { MIN_COVERAGE } from "../adequacy";
import type { IronInhibitor } from "../bioavailability/iron";
import { claimById } from "../claims";
import { REFERENCE_NUTRIENTS } from "../reference-types";
import { gateTextsAbout } from "../safety/gates";
import { canSuggestIncrease } from "../safety/permissions";
import { NOT_ABOUT_THE_BODY } from "../safety/table";
import { type Alert, type AlertInput, claimNote, NO_EVIDENCE, safetyNote } from "./alert";
import { gutNotes } from "./notes";

/** Fewest days for a pattern of absorption, as for the nutrients with the largest within-person variation. */
const PATTERN_DAYS_FROM = 3;
/** Share of known calcium from oxalate-rich foods, 0 to 1, from which it is mentioned. Our choice. */
const OXALATE_SHARE_FROM = 0.25;
/** Fewest meals that can be judged, and least share of them with reduced iron absorption, for a pattern. Our choice. */
const MEALS_FROM = 6;
const POOR_MEALS_SHARE_FROM = 0.5;

/**
 * Phytate:zinc molar ratio above 15 over three days or more, by its typical value. Worded "probably" where the low end
 * of the band is below 15: phytate values vary by a factor of two either way.
 */
const phytateZinc = ({ zinc, gates }: AlertInput): Alert[] => {
  if (!zinc?.ratio.ok || zinc.days < PATTERN_DAYS_FROM || !canSuggestIncrease(gates, "zinc")) return [];
  const { ratio, availability, availabilityAtLow } = zinc.ratio;
  if (availability !== "low") return [];
  const certain = availabilityAtLow === "low";
  return [
    {
      key: "poor-absorption:phytate-zinc",
      rule: "poor-absorption",
      nutrients: ["zinc"],
      finding: `Phytate is ${certain ? "" : "probably "}high beside the zinc in the foods logged.`,
      evidence: { ...NO_EVIDENCE, days: zinc.days, detail: { kind: "phytate-zinc", ratio } },
      gut: [],
      eat: { suggestFor: "zinc", by: "low-phytate", notes: [claimNote(claimById("phytate-zinc"))] },
      careful: gateTextsAbout(gates, "zinc", "advice").map(safetyNote),
      notMeaning: safetyNote(NOT_ABOUT_THE_BODY),
      furtherDays: null,
    },
  ];
};

/** A quarter or more of the known calcium comes from oxalate-rich foods. */
const boundCalcium = ({ calcium, gates }: AlertInput): Alert[] => {
  if (calcium === null || calcium.days < PATTERN_DAYS_FROM || !canSuggestIncrease(gates, "calcium"))
    return [];
  const { totalMg, highOxalateMg, highOxalateFoods, known, entries } = calcium.quality;
  if (totalMg === null || totalMg <= 0 || known < MIN_COVERAGE * entries) return [];
  const share = highOxalateMg / totalMg;
  if (share < OXALATE_SHARE_FROM) return [];
  return [
    {
      key: "poor-absorption:oxalate-calcium",
      rule: "poor-absorption",
      nutrients: ["calcium"],
      finding: "Much of the calcium logged comes from foods whose oxalate holds it back.",
      evidence: {
        ...NO_EVIDENCE,
        days: calcium.days,
        mean: totalMg / calcium.days,
        unit: "mg",
        coverage: known / entries,
        detail: { kind: "oxalate", share, foods: highOxalateFoods },
      },
      gut: [],
      eat: { suggestFor: "calcium", notes: [claimNote(claimById("calcium-oxalate"))] },
      careful: gateTextsAbout(gates, "calcium", "advice").map(safetyNote),
      notMeaning: safetyNote(NOT_ABOUT_THE_BODY),
      furtherDays: null,
    },
  ];
};

export const poorAbsorption = (input: AlertInput): Alert[] => [...phytateZinc(input), ...boundCalcium(input)];

/** For each inhibitor, the finding and the advice: vitamin C in the meal, or another time for the inhibitor. */
const INHIBITOR_WORDS: {
  readonly [I in IronInhibitor]: {
    readonly finding: string;
    readonly claim: string;
    readonly subject: string;
    readonly move?: string;
  };
} = {
  "tea-or-coffee": {
    subject: "tea-iron",
    finding: "Tea or coffee comes with half or more of the meals that bring iron.",
    claim: "tea-coffee-iron",
  },
  calcium: {
    subject: "calcium-iron",
    finding: "Half or more of the meals that bring iron bring a lot of calcium too.",
    claim: "calcium-iron-meal",
    move: "Having milk, cheese, calcium-set tofu or a calcium tablet at another meal keeps the two apart.",
  },
  phytate: {
    subject: "phytate-iron",
    finding:
      "Half or more of the meals that bring iron are rich in phytate, often with little beside it that helps.",
    claim: "phytate-iron",
  },
};

/**
 * Iron absorption is reduced in half or more of the meals that can be judged, and one inhibitor is present in half or
 * more of all meals. Only where iron is not known to be adequate: it matters for people whose iron may be low.
 */
const ironMeals = ({ iron, adequacy, gates }: AlertInput): Alert[] => {
  if (iron === null || !canSuggestIncrease(gates, "iron")) return [];
  const verdict = adequacy.find(({ nutrient }) => nutrient === "iron")?.verdict;
  if (verdict !== "cannot-tell" && verdict !== "probably-below" && verdict !== "very-probably-below")
    return [];
  const { more, typical, less } = iron.directions;
  const judged = more + typical + less;
  if (judged < MEALS_FROM || less < judged * POOR_MEALS_SHARE_FROM) return [];
  const [first] = (Object.entries(iron.inhibitors) as [IronInhibitor, number][])
    .filter(([, meals]) => meals >= iron.meals * POOR_MEALS_SHARE_FROM)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (!first) return [];
  const [inhibitor, affected] = first;
  const { subject, finding, claim, move } = INHIBITOR_WORDS[inhibitor];
  const about = claimNote(claimById(claim));
  return [
    {
      key: `poor-pairing:${subject}`,
      rule: "poor-pairing",
      nutrients: ["iron"],
      finding,
      evidence: { ...NO_EVIDENCE, detail: { kind: "iron-meals", meals: iron.meals, affected, inhibitor } },
      gut: gutNotes("iron", gates),
      eat:
        move === undefined
          ? { suggestFor: "iron", by: "vitamin-c", notes: [about, claimNote(claimById("vitamin-c-iron"))] }
          : { suggestFor: null, notes: [{ ...about, grade: null, text: move }, about] },
      careful: gateTextsAbout(gates, "iron", "advice").map(safetyNote),
      notMeaning: safetyNote(NOT_ABOUT_THE_BODY),
      furtherDays: null,
    },
  ];
};

/** Supplement pairs better taken apart. Pairs that matter through a high dose are covered by the upper limit. */
const APART = { "iron-calcium": ["iron", "calcium"], "zinc-iron": ["zinc", "iron"] } as const;

const supplementPairs = ({ pairings, gates, prescribed }: AlertInput): Alert[] =>
  pairings.flatMap((pair): Alert[] => {
    if (gates.referenceOnly || !(pair.code === "iron-calcium" || pair.code === "zinc-iron")) return [];
    const nutrients = APART[pair.code];
    if (nutrients.some((nutrient) => gates.noComparison.has(nutrient) || prescribed.has(nutrient))) return [];
    return [
      {
        key: `poor-pairing:${pair.code}`,
        rule: "poor-pairing",
        nutrients,
        finding: pair.text,
        evidence: NO_EVIDENCE,
        gut: [],
        eat: { suggestFor: null, notes: [] },
        careful: [safetyNote(pair)],
        notMeaning: null,
        furtherDays: null,
      },
    ];
  });

/** Medicines to be taken apart from a supplement; shown whatever the gates switch off. */
const medicineTimes = ({ timings, gates }: AlertInput): Alert[] =>
  gates.referenceOnly
    ? []
    : timings.map((note) => ({
        key: `poor-pairing:medicine-${note.medicine}`,
        rule: "poor-pairing",
        nutrients: REFERENCE_NUTRIENTS.filter((nutrient) => note.nutrients.includes(nutrient)),
        finding: note.text,
        evidence: NO_EVIDENCE,
        gut: [],
        eat: { suggestFor: null, notes: [] },
        careful: [safetyNote(note)],
        notMeaning: null,
        furtherDays: null,
      }));

export const poorPairing = (input: AlertInput): Alert[] => [
  ...medicineTimes(input),
  ...supplementPairs(input),
  ...ironMeals(input),
];
