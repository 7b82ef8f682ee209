import { addDays, FIRST_DAY, type LocalDate } from "./dates";
import type { LifeStage } from "./life-stage";

/*
 * What held of a person over a time and decides reference values. A day is judged by what held on that day, so that a
 * change today leaves the days before it as they were.
 */

/** What a period can be of. Those of one track exclude each other; see {@link trackOf}. */
export const PERIOD_KINDS = [
  "pregnant",
  "lactating",
  "menstruating",
  "not-menstruating",
  "hormonal-contraception",
  "hormone-therapy",
  "growth-spurt",
  "weight",
] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const TRACKS = {
  pregnant: "lifeStage",
  lactating: "lifeStage",
  menstruating: "menstruating",
  "not-menstruating": "menstruating",
  "hormonal-contraception": "hormonalContraception",
  "hormone-therapy": "hormoneTherapy",
  "growth-spurt": "growthSpurt",
  weight: "weightKg",
} as const satisfies { readonly [K in PeriodKind]: string };

/** What a period answers: two of one track cannot hold on one day. */
export type Track = (typeof TRACKS)[PeriodKind];
export const trackOf = (kind: PeriodKind): Track => TRACKS[kind];

/** Local days, both inclusive. `from` null: since an unknown day; `to` null: it still holds. */
export type LifePeriod = {
  readonly kind: PeriodKind;
  /** Kilograms; of the kind `weight` alone, null with all others. */
  readonly weightKg: number | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
};

/** What held on a day. Null is not told. */
export type LifeOnDay = {
  readonly lifeStage: LifeStage;
  readonly menstruating: boolean | null;
  readonly hormonalContraception: boolean;
  readonly hormoneTherapy: boolean;
  readonly growthSpurt: boolean;
  readonly weightKg: number | null;
};

const holdsOn = ({ from, to }: LifePeriod, date: LocalDate): boolean =>
  (from === null || from <= date) && (to === null || date <= to);

/** What held on a day, by the periods of the person. */
export const lifeOn = (periods: readonly LifePeriod[], date: LocalDate): LifeOnDay => {
  const now = periods.filter((period) => holdsOn(period, date));
  const has = (kind: PeriodKind): boolean => now.some((period) => period.kind === kind);
  return {
    lifeStage: has("pregnant") ? "pregnant" : has("lactating") ? "lactating" : "none",
    menstruating: has("menstruating") ? true : has("not-menstruating") ? false : null,
    hormonalContraception: has("hormonal-contraception"),
    hormoneTherapy: has("hormone-therapy"),
    growthSpurt: has("growth-spurt"),
    weightKg: now.find(({ kind }) => kind === "weight")?.weightKg ?? null,
  };
};

/** Whether two periods answer the same differently or twice on some day. */
export const periodsCollide = (a: LifePeriod, b: LifePeriod): boolean =>
  trackOf(a.kind) === trackOf(b.kind) &&
  (a.to === null || b.from === null || b.from <= a.to) &&
  (b.to === null || a.from === null || a.from <= b.to);

/**
 * The last day after `from`, up to `to`, since which something else holds that reference values depend on; weight is
 * not among it. Null when the same held on every day.
 */
export const lastChangeWithin = (
  periods: readonly LifePeriod[],
  from: LocalDate,
  to: LocalDate,
): LocalDate | null =>
  periods
    .filter(({ kind }) => kind !== "weight")
    .flatMap((period) => [period.from, period.to === null ? null : addDays(period.to, 1)])
    .reduce<LocalDate | null>(
      (last, day) => (day !== null && day > from && day <= to && (last === null || day > last) ? day : last),
      null,
    );

/** The period that would follow from an answer; null for an answer that is no period: neither pregnant nor lactating. */
export type Answer = Pick<LifePeriod, "kind" | "weightKg"> | null;

/** What has to be stored so that an answer holds from a day on. */
export type PeriodChange<P extends LifePeriod> = {
  readonly removed: readonly P[];
  /** Periods that get another last day. */
  readonly cut: readonly P[];
  /** The period to add; null when none is. */
  readonly added: LifePeriod | null;
};

/**
 * Makes an answer hold on one track from a day on: what held until then ends on the day before, and what was to begin
 * later goes. An answer that holds already changes nothing; one that held until the day before goes on.
 * @param from null, or the first day of the calendar: from an unknown day on, so that it holds on every day.
 */
export const answerFrom = <P extends LifePeriod>(
  periods: readonly P[],
  track: Track,
  answer: Answer,
  from: LocalDate | null,
): PeriodChange<P> => {
  if (from === FIRST_DAY) return answerFrom(periods, track, answer, null);
  const own = periods.filter(({ kind }) => trackOf(kind) === track);
  const isSame = (period: P) =>
    answer !== null && period.kind === answer.kind && period.weightKg === answer.weightKg;
  const earlier = own.filter((period) => from !== null && (period.from === null || period.from < from));
  const removed = own.filter((period) => !earlier.includes(period));
  const before = from === null ? null : addDays(from, -1);
  // One at most reaches the day before, as periods of a track do not share days.
  const last = earlier.find((period) => before !== null && holdsOn(period, before));
  if (last && isSame(last)) {
    return { removed, cut: last.to === null ? [] : [{ ...last, to: null }], added: null };
  }
  const cut =
    last && (last.to === null || (before !== null && last.to > before)) ? [{ ...last, to: before }] : [];
  return { removed, cut, added: answer && { ...answer, from, to: null } };
};
