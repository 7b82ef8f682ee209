import { readNumber } from "@/lib/nutrition";
import type { ProfileInput, ProfileView } from "@/lib/profile/schemas";

/** The profile while it is being filled in; empty is not chosen yet. */
export type ProfileDraft = Omit<ProfileView, "birthDate" | "sex" | "weightKg" | "periods" | "version"> & {
  readonly birthDate: string;
  readonly sex: ProfileView["sex"];
  /** As typed, in kilograms; empty is not told. */
  readonly weightKg: string;
  /** The first day for which what changes holds; empty: today, and every day for what was never told before. */
  readonly from: string;
};

export const toProfileDraft = ({ periods: _, version: __, ...profile }: ProfileView): ProfileDraft => ({
  ...profile,
  birthDate: profile.birthDate ?? "",
  from: "",
  weightKg: profile.weightKg === null ? "" : String(profile.weightKg),
});

const EXPONENT = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d\s*$/i;

/**
 * A number as people type it into a field, with its sign where there is one, see {@link readNumber}, or as "1e6"; NaN
 * for anything else.
 */
export const typedNumber = (text: string): number => {
  if (EXPONENT.test(text)) return Number(text);
  const [, sign, digits = ""] = /^\s*([+-]?)(.*)$/s.exec(text) ?? [];
  const value = readNumber(digits) ?? Number.NaN;
  return sign === "-" ? -value : value;
};

/** The answers that only girls and women are asked for, as nobody else has them. */
const NOT_ASKED = {
  lifeStage: "none",
  menstruating: null,
  hormonalContraception: false,
  hormoneTherapy: false,
  growthSpurt: false,
} as const;

/** The input of the action; the server's schema validates it. */
export const toProfileInput = ({ from, ...draft }: ProfileDraft) => ({
  ...draft,
  ...(from === "" ? {} : { from }),
  ...(draft.sex === "female" ? {} : NOT_ASKED),
  sex: draft.sex as ProfileInput["sex"],
  weightKg: draft.weightKg.trim() === "" ? null : typedNumber(draft.weightKg),
});

/** What of the profile the forms write, as it is kept: without what they do not show. */
export const savedProfile = (profile: ProfileView) => {
  const {
    conditions: _,
    medicines: __,
    excludedFoods: ___,
    ...input
  } = toProfileInput(toProfileDraft(profile));
  return input;
};

/** A value of the profile in words, where it is told beside another. */
export const profileValue = (_field: string, value: unknown): string => {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value))
    return value.length === 0 ? "none" : value.map(String).join(", ").replaceAll("-", " ");
  return String(value).replaceAll("-", " ");
};

/** What has to be chosen before there is anything to send, by field; null when nothing is missing. */
export const missingIn = (draft: ProfileDraft): { [field: string]: string } | null => {
  const missing = {
    // A date input gives an empty text for a day that does not exist, too.
    ...(draft.birthDate === "" && { birthDate: "must be a whole date: day, month and year" }),
    ...(draft.sex === null && { sex: "must be chosen" }),
  };
  return Object.keys(missing).length > 0 ? missing : null;
};

/** What the fields of the profile are called in messages, by their ids. */
export const PROFILE_LABELS = {
  birthDate: "Birth date",
  sex: "Sex for reference values",
  lifeStage: "Pregnant or breastfeeding",
  menstruating: "Menstruation",
  hormonalContraception: "Hormonal contraception",
  hormoneTherapy: "Hormone therapy after menopause",
  growthSpurt: "Growth spurt",
  from: "Changed since",
  diet: "How you eat",
  standard: "Reference values",
  timeZone: "Time zone",
  weightKg: "Weight",
  exclusions: "Leave out of suggestions",
  conditions: "Health conditions",
  medicines: "Medicines",
} as const;
