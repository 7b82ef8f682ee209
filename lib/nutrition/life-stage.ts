import dri from "@/data/reference/dri.json";
import { type Age, ageOn, type LocalDate } from "./dates";

export type Sex = "female" | "male";
export type LifeStage = "none" | "pregnant" | "lactating";

/** The authorities whose reference values Assay holds, in the order in which they are offered. */
export const STANDARDS = ["nasem", "efsa", "anz", "dach"] as const;
export type Standard = (typeof STANDARDS)[number];

/** The personal data that the reference tables depend on. */
export type Profile = {
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly lifeStage: LifeStage;
  /**
   * Used for iron only. Null or absent: the assumption of the standard's age group (NASEM: menstruating from 14 to 50
   * years; EFSA: from 18, here until 51 as in NASEM).
   */
  readonly menstruating?: boolean | null;
  /**
   * Hormonal contraception that lessens menstrual losses: oral contraceptives or a hormonal coil. Iron under NASEM only;
   * null or absent: none, as the tables assume.
   */
  readonly hormonalContraception?: boolean | null;
  /** Hormone therapy after menopause. Changes no value, as none is published; a note says what is known. */
  readonly hormoneTherapy?: boolean | null;
  /** A girl's adolescent growth spurt. Iron under NASEM only. */
  readonly growthSpurt?: boolean | null;
};

/** One of the 22 life-stage groups of the Dietary Reference Intakes. Ages in completed months. */
export type LifeStageGroup = {
  readonly key: string;
  readonly label: string;
  readonly sex: Sex | null;
  readonly lifeStage: LifeStage;
  readonly fromMonths: number;
  readonly untilMonths: number | null;
};

export type NoGroupReason = "before-birth" | "life-stage-needs-female" | "too-young-for-life-stage";

export type LifeStageResult =
  | {
      readonly ok: true;
      readonly group: LifeStageGroup;
      readonly age: Age;
      /** Set when the person's age is outside the published group and the nearest group is used; says so. */
      readonly note: string | null;
    }
  | { readonly ok: false; readonly reason: NoGroupReason; readonly message: string };

/** The 22 groups in the order of the reports. */
export const LIFE_STAGE_GROUPS = dri.groups as readonly LifeStageGroup[];

/** Pregnancy or lactation before this age is treated as an input error: 9 years, the first age with tables by sex. */
const YOUNGEST_FOR_LIFE_STAGE_MONTHS = 9 * 12;

const refusal = (reason: NoGroupReason, message: string) => ({ ok: false, reason, message }) as const;

/**
 * Whether reference values exist for the person's age and life stage, under any standard.
 * @throws RangeError when a date is no calendar day.
 */
export const ageForReference = (
  profile: Profile,
  onDate: LocalDate,
): { readonly ok: true; readonly age: Age } | Extract<LifeStageResult, { ok: false }> => {
  const age = ageOn(profile.birthDate, onDate);
  if (age === null) return refusal("before-birth", "This day is before the birth date in the profile.");
  if (profile.lifeStage !== "none") {
    if (profile.sex !== "female") {
      return refusal(
        "life-stage-needs-female",
        "Reference values for pregnancy and lactation exist for females only.",
      );
    }
    if (age.months < YOUNGEST_FOR_LIFE_STAGE_MONTHS) {
      return refusal(
        "too-young-for-life-stage",
        "There are no reference values for pregnancy or lactation at this age.",
      );
    }
  }
  return { ok: true, age };
};

/**
 * DRI life-stage group of a person on a day. It changes on the birthday (see {@link ageOn} for births on 29 February)
 * and, for infants, on the monthly one.
 *
 * Pregnancy and lactation are published for 14–50 years. At 9–13 years the group 14–18 is used, after 50 the group
 * 31–50, with a `note`: the nearest published group is safer than values for women who are not pregnant. Refused are
 * days before birth, pregnancy of a male, and pregnancy before 9 years.
 * @throws RangeError when a date is no calendar day.
 */
export const lifeStageOf = (profile: Profile, onDate: LocalDate): LifeStageResult => {
  const checked = ageForReference(profile, onDate);
  if (!checked.ok) return checked;
  const { months } = checked.age;
  const candidates = LIFE_STAGE_GROUPS.filter(
    (group) => group.lifeStage === profile.lifeStage && (group.sex === null || group.sex === profile.sex),
  );
  const inside = candidates.find(
    (group) => months >= group.fromMonths && (group.untilMonths === null || months < group.untilMonths),
  );
  if (inside) return { ok: true, group: inside, age: checked.age, note: null };
  const first = candidates[0];
  const nearest = first && months < first.fromMonths ? first : candidates.at(-1);
  if (!nearest) throw new Error(`The table has no group for ${profile.sex}, ${profile.lifeStage}`);
  return {
    ok: true,
    group: nearest,
    age: checked.age,
    note: `No values are published for this age; those of the nearest group are shown (${nearest.label}).`,
  };
};
