import { loadCatalogue } from "@/lib/catalogue/load";
import {
  type AlertInput,
  adequacyOf,
  alertsFor,
  dayIntakeOf,
  eachDay,
  forGrams,
  type IntakeEntry,
  type Profile,
  personOn,
  REFERENCE_NUTRIENTS,
  referenceIntake,
  upperLimitOf,
} from "@/lib/nutrition";
import { OPEN_GATES } from "../support/nutrition";
import { compare } from "./measure";

const FROM = "2025-11-23";
const TO = "2026-11-22";
const ENTRIES_A_DAY = 15;

/* The pure core over a year of fifteen entries a day, beside the bare thing: one walk that adds the same numbers. */
export const benchNutrition = async (): Promise<void> => {
  const table = loadCatalogue();
  let n = 0;
  const entry = (): IntakeEntry => ({
    kind: "food",
    amounts: forGrams(table.at((n++ * 37) % table.size).per100g, 30),
  });
  const year = eachDay(FROM, TO).map((date) => ({
    date,
    entries: Array.from({ length: ENTRIES_A_DAY }, entry),
  }));
  const profile: Profile = { birthDate: "1988-03-02", sex: "female", lifeStage: "none" };
  const person = personOn(profile, TO);
  if (!person) throw new Error("The person of the benchmark has no life stage");

  const answer = () => {
    const days = year.map(({ date, entries }) => dayIntakeOf(date, entries, "complete"));
    const references = REFERENCE_NUTRIENTS.map((nutrient) => referenceIntake(nutrient, profile, TO, "nasem"));
    const input: AlertInput = {
      gates: OPEN_GATES,
      adequacy: references.map((reference) => adequacyOf(reference, days, person)),
      upperLimits: references.map((reference) => upperLimitOf(reference, days, person)),
      supplements: [],
      prescribed: new Set(),
      zinc: null,
      calcium: null,
      iron: null,
      pairings: [],
      timings: [],
      alarms: [],
    };
    return alertsFor(input);
  };
  const walk = () => {
    let sum = 0;
    for (const { entries } of year) {
      for (const { amounts } of entries) {
        for (const amount of Object.values(amounts)) if (amount !== null) sum += amount;
      }
    }
    return sum;
  };
  const days = year.map(({ date, entries }) => dayIntakeOf(date, entries, "complete"));
  const references = REFERENCE_NUTRIENTS.map((nutrient) => referenceIntake(nutrient, profile, TO, "nasem"));
  await compare(
    `${references.length} verdicts, and as many limits, over the totals of that year`,
    ["verdicts", () => references.map((reference) => adequacyOf(reference, days, person))],
    ["limits", () => references.map((reference) => upperLimitOf(reference, days, person))],
  );
  await compare(
    `A year of ${ENTRIES_A_DAY} entries a day: totals, adequacy, upper limits and alerts`,
    ["the core", answer],
    ["one walk over the same amounts", walk],
  );
};
