import { ageOn, type LocalDate, PERIOD_KINDS, type PeriodKind } from "@/lib/nutrition";
import type { ProfileView } from "@/lib/profile/schemas";

/** Youngest age that is asked about menstruation, in completed years. */
export const ASKED_FROM_YEARS = 8;
/** From here on hormonal contraception is asked about. */
export const CONTRACEPTION_FROM_YEARS = 14;
export const ADULT_FROM_YEARS = 19;
/** From here on hormone therapy is asked about, of women who do not menstruate. */
export const THERAPY_FROM_YEARS = 40;

/** The kinds of periods that can have held of a person up to today, in the order in which they are offered. */
export const kindsAskedOf = (
  { birthDate, sex }: Pick<ProfileView, "birthDate" | "sex">,
  today: LocalDate,
): PeriodKind[] => {
  const years = birthDate === null ? null : (ageOn(birthDate, today)?.years ?? null);
  if (sex !== "female" || years === null || years < ASKED_FROM_YEARS) return ["weight"];
  return PERIOD_KINDS.filter((kind) => {
    if (kind === "hormonal-contraception") return years >= CONTRACEPTION_FROM_YEARS;
    if (kind === "hormone-therapy") return years >= THERAPY_FROM_YEARS;
    return kind !== "growth-spurt" || years < ADULT_FROM_YEARS;
  });
};
