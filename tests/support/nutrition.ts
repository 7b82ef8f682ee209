import {
  composition,
  type DayIntake,
  type DayMark,
  dayIntakeOf,
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
