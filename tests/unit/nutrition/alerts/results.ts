import { adequacyOf } from "@/lib/nutrition/adequacy";
import type { AlertInput } from "@/lib/nutrition/alerts/alert";
import { composition } from "@/lib/nutrition/composition";
import { addDays } from "@/lib/nutrition/dates";
import { type DayIntake, dayIntakeOf, type IntakeEntry } from "@/lib/nutrition/day-intake";
import type { Profile } from "@/lib/nutrition/life-stage";
import type { NutrientId } from "@/lib/nutrition/nutrients";
import { personOn } from "@/lib/nutrition/person";
import { referenceIntake } from "@/lib/nutrition/reference-intakes";
import { REFERENCE_NUTRIENTS, type ReferenceNutrient } from "@/lib/nutrition/reference-types";
import { upperLimitOf } from "@/lib/nutrition/upper-limit";
import { OPEN_GATES } from "../../../support/nutrition";

const TO = "2026-05-14";
/** A woman of 40. */
export const WOMAN: Profile = { birthDate: "1986-01-01", sex: "female", lifeStage: "none" };

type Amounts = { readonly [N in NutrientId]?: number | null };

/** Everything at about its need, so that only what a test changes can give an alert. */
const ENOUGH: Amounts = {
  energy: 2000,
  magnesium: 600,
  zinc: 20,
  calcium: 1500,
  iron: 30,
  selenium: 150,
  potassium: 4000,
  vitaminC: 150,
  vitaminD: 10,
};

/** Days that each hold the same food and supplement. */
export const days = (count: number, food: Amounts = {}, supplement: Amounts | null = null): DayIntake[] =>
  Array.from({ length: count }, (_, i) => {
    const entries: IntakeEntry[] = [{ kind: "food", amounts: composition({ ...ENOUGH, ...food }) }];
    if (supplement) entries.push({ kind: "supplement", amounts: composition({ energy: 0, ...supplement }) });
    return dayIntakeOf(addDays(TO, -i), entries);
  });

const referenceOf = (nutrient: ReferenceNutrient, profile: Profile) =>
  referenceIntake(nutrient, profile, TO, "nasem");

/** The results of the core on some days, as the alerts get them. */
export const input = (
  list: readonly DayIntake[],
  change: Partial<AlertInput> = {},
  profile: Profile = WOMAN,
): AlertInput => {
  const person = personOn(profile, TO);
  if (person === null) throw new Error("born after the test");
  return {
    gates: OPEN_GATES,
    adequacy: REFERENCE_NUTRIENTS.map((nutrient) => adequacyOf(referenceOf(nutrient, profile), list, person)),
    upperLimits: REFERENCE_NUTRIENTS.map((nutrient) =>
      upperLimitOf(referenceOf(nutrient, profile), list, person),
    ),
    supplements: [],
    prescribed: new Set(),
    zinc: null,
    calcium: null,
    iron: null,
    pairings: [],
    timings: [],
    alarms: [],
    ...change,
  };
};
