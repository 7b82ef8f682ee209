import {
  ageOn,
  type DietAllowance,
  type GateProfile,
  type Gates,
  gatesFor,
  type LifeOnDay,
  type LocalDate,
  lifeOn,
  type Profile,
  type ReferenceIntake,
  type ReferenceNutrient,
  referenceIntake,
  type Standard,
} from "../nutrition";
import type { ProfileView } from "./schemas";

/** What held of the person on a day. What is asked of females only holds for nobody else. */
export const lifeOfProfile = (
  { periods, sex }: Pick<ProfileView, "periods" | "sex">,
  date: LocalDate,
): LifeOnDay => {
  const life = lifeOn(periods, date);
  return sex === "male" ? { ...lifeOn([], date), weightKg: life.weightKg } : life;
};

/** What the reference tables ask of a person on a day, or null until birth date and sex are set. */
export const referencePerson = (profile: ProfileView, date: LocalDate): Profile | null => {
  const { birthDate, sex } = profile;
  if (birthDate === null || sex === null) return null;
  const { weightKg: _, ...life } = lifeOfProfile(profile, date);
  return { birthDate, sex, ...life };
};

/** Vegetarian and vegan diets get the allowance for the lower absorption of their iron, where a standard has one. */
export const allowanceOf = ({ diet }: Pick<ProfileView, "diet">): DietAllowance =>
  diet === "everything" ? "mixed" : "vegetarian";

/**
 * A standard's values of a nutrient as they hold for the person, their diet included: what targets, gaps and verdicts
 * compare with. Null until the profile says whose. Absorption takes {@link mixedDietReferenceOf}.
 */
export const referenceOf = (
  nutrient: ReferenceNutrient,
  profile: ProfileView,
  date: LocalDate,
  standard: Standard = profile.standard,
): ReferenceIntake | null => {
  const person = referencePerson(profile, date);
  return person && referenceIntake(nutrient, person, date, standard, { allowance: allowanceOf(profile) });
};

/**
 * A standard's values without the allowance for a vegetarian diet, for the comparison with absorbed amounts: the
 * allowance and a model of absorption express the same loss.
 */
export const mixedDietReferenceOf = (
  nutrient: ReferenceNutrient,
  profile: ProfileView,
  date: LocalDate,
  standard: Standard = profile.standard,
): ReferenceIntake<"mixed"> | null => {
  const person = referencePerson(profile, date);
  return person && referenceIntake(nutrient, person, date, standard);
};

/** What the gates ask of a person on a day. */
export const gateProfile = (profile: ProfileView, date: LocalDate): GateProfile => {
  const { lifeStage, menstruating } = lifeOfProfile(profile, date);
  return {
    conditions: profile.conditions,
    medicines: profile.medicines,
    age: profile.birthDate === null ? null : (ageOn(profile.birthDate, date)?.years ?? null),
    lifeStage,
    menstruating,
    sex: profile.sex,
    diet: profile.diet,
  };
};

/** What the person's age, life stage and conditions switch off. */
export const safetyGates = (profile: ProfileView, date: LocalDate): Gates =>
  gatesFor(gateProfile(profile, date));
