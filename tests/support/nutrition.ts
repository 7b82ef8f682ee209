import absorption from "@/data/reference/absorption.json";
import {
  calciumFraction,
  composition,
  type DayIntake,
  type DayMark,
  dayIntakeOf,
  gatesFor,
  type NutrientId,
  type Person,
  type Profile,
} from "@/lib/nutrition";

type Amounts = { readonly [N in NutrientId]?: number | null };

/** A day of one food of 2000 kcal with these amounts, and optionally one supplement. */
export const day = (
  date: string,
  food: Amounts,
  supplement: Amounts | null = null,
  mark: DayMark = null,
): DayIntake =>
  dayIntakeOf(
    date,
    [
      { kind: "food", amounts: composition({ energy: 2000, ...food }) },
      ...(supplement ? [{ kind: "supplement" as const, amounts: composition(supplement) }] : []),
    ],
    mark,
  );

/** `n` days in a row, each with these amounts. */
export const days = (n: number, food: Amounts, supplement: Amounts | null = null): DayIntake[] =>
  Array.from({ length: n }, (_, i) => day(`2026-06-${String(i + 1).padStart(2, "0")}`, food, supplement));

/** The day everybody here is assessed on. */
export const ON = "2026-07-01";
export const woman40: Profile = { birthDate: "1986-03-01", sex: "female", lifeStage: "none" };
export const man40: Profile = { birthDate: "1986-03-01", sex: "male", lifeStage: "none" };
export const person = (profile: Profile, ageYears = 40): Person => ({
  sex: profile.sex,
  ageYears,
  lifeStage: profile.lifeStage,
});

/** Calcium absorbed from sittings of milk-like calcium, mg; a sitting of 0 mg counts nothing. */
export const calciumAbsorbedFrom = (loadsMg: readonly number[]): number =>
  loadsMg.reduce((sum, load) => (load > 0 ? sum + load * calciumFraction(load) : sum), 0);

const { maxAbsorption, kr, kp } = absorption.zincModel;
const { phyticAcid, zinc } = absorption.molarMass;

/**
 * The inverse of `absorbedZinc`, solved by hand: zinc to eat in a day, mg, so that `absorbedMg` is absorbed beside
 * `phytateMg` of phytate. Infinite at and above the model's maximum (5.95 mg a day).
 */
export const zincToAbsorb = (absorbedMg: number, phytateMg: number): number => {
  const absorbed = absorbedMg / zinc;
  return absorbed >= maxAbsorption
    ? Number.POSITIVE_INFINITY
    : zinc * (absorbed + (kr * (1 + phytateMg / phyticAcid / kp) * absorbed) / (maxAbsorption - absorbed));
};

/** The gates of an adult who named no condition: nothing is switched off. */
export const OPEN_GATES = gatesFor({ conditions: [], age: 30, lifeStage: "none" });
