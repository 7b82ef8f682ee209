import { ageOn, type LocalDate } from "./dates";
import type { LifeStage, Profile, Sex } from "./life-stage";

/** The person who is assessed, as on the last day of the period. */
export type Person = {
  readonly sex: Sex;
  /** Completed years. */
  readonly ageYears: number;
  readonly lifeStage: LifeStage;
  /** kg; null or absent when unknown. Used for the energy that a whole day would hold. */
  readonly weightKg?: number | null;
};

/** The person of a profile on a day; null before birth. @throws RangeError for a date that is no calendar day. */
export const personOn = (profile: Profile, onDate: LocalDate): Person | null => {
  const age = ageOn(profile.birthDate, onDate);
  return age === null ? null : { sex: profile.sex, ageYears: age.years, lifeStage: profile.lifeStage };
};
