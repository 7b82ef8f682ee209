import {
  ageOn,
  type DietAllowance,
  type Gates,
  gatesFor,
  type LocalDate,
  type Profile,
  type ReferenceIntake,
  type ReferenceNutrient,
  referenceIntake,
  type Standard,
} from "../nutrition";
import type { ProfileView } from "./schemas";

/** What the reference tables ask of a person, or null until birth date and sex are set. */
export const referencePerson = (profile: ProfileView): Profile | null =>
  profile.birthDate === null || profile.sex === null
    ? null
    : { birthDate: profile.birthDate, sex: profile.sex, lifeStage: profile.lifeStage };

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
  const person = referencePerson(profile);
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
  const person = referencePerson(profile);
  return person && referenceIntake(nutrient, person, date, standard);
};

/** What the person's age, life stage and conditions switch off. */
export const safetyGates = (profile: ProfileView, date: LocalDate): Gates =>
  gatesFor({
    conditions: profile.conditions,
    medicines: profile.medicines,
    age: profile.birthDate === null ? null : (ageOn(profile.birthDate, date)?.years ?? null),
    lifeStage: profile.lifeStage,
    sex: profile.sex,
    diet: profile.diet,
  });
