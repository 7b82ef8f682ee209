import "server-only";
import { randomUUID } from "node:crypto";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { AppError, notFound } from "../errors";
import {
  type Answer,
  answerFrom,
  type LifeOnDay,
  type LocalDate,
  type PeriodKind,
  periodsCollide,
  type Track,
  trackOf,
} from "../nutrition";
import { today } from "../time";
import type { PeriodInput, PeriodView, ProfileInput } from "./schemas";
import * as store from "./store";

/* What held of a person over time: the answers of the profile, and the periods that they are kept as. */

const MAX_PERIODS = 1000;

const tooManyPeriods = (): AppError =>
  new AppError("conflict", `A profile has at most ${MAX_PERIODS} periods.`);

const TRACKS = [
  "lifeStage",
  "menstruating",
  "hormonalContraception",
  "hormoneTherapy",
  "growthSpurt",
  "weightKg",
] as const satisfies readonly Track[];

const yes = (kind: PeriodKind, holds: boolean): Answer => (holds ? { kind, weightKg: null } : null);

/** The period that an answer of the profile is; null for one that is none. */
const answerOf = (track: Track, life: LifeOnDay): Answer => {
  switch (track) {
    case "lifeStage":
      return life.lifeStage === "none" ? null : { kind: life.lifeStage, weightKg: null };
    case "menstruating":
      return life.menstruating === null
        ? null
        : yes(life.menstruating ? "menstruating" : "not-menstruating", true);
    case "hormonalContraception":
      return yes("hormonal-contraception", life.hormonalContraception);
    case "hormoneTherapy":
      return yes("hormone-therapy", life.hormoneTherapy);
    case "growthSpurt":
      return yes("growth-spurt", life.growthSpurt);
    case "weightKg":
      return life.weightKg === null ? null : { kind: "weight", weightKg: life.weightKg };
  }
};

/** @throws AppError invalid for a day after today or before the birth date. */
const assertWithinLife = (
  field: "from" | "to",
  date: LocalDate,
  birthDate: LocalDate | null,
  now: LocalDate,
): void => {
  if (date > now)
    throw new AppError("invalid", "The day lies in the future.", {
      fields: { [field]: "must not be in the future" },
    });
  if (birthDate !== null && date < birthDate)
    throw new AppError("invalid", "The day lies before the birth date.", {
      fields: { [field]: "must not be before the birth date" },
    });
};

/**
 * What of the periods changes by the answers of a profile. Only an answer that differs from the present one does
 * anything. It holds from `input.from` or today on; where nothing was told before, and the life stage of a profile that
 * is filled in for the first time, for every day.
 * @param before the answers as they hold today.
 * @throws AppError invalid when `from` lies after today or before the birth date; conflict when there would be too many.
 */
export const periodChanges = (
  periods: readonly PeriodView[],
  before: LifeOnDay,
  input: Omit<ProfileInput, "birthDate" | "sex"> & Pick<store.StoredProfile, "birthDate" | "sex">,
  now: LocalDate,
  isNew: boolean,
): { removed: string[]; kept: PeriodView[] } => {
  if (input.from !== undefined) assertWithinLife("from", input.from, input.birthDate, now);
  const male = input.sex === "male";
  const after: LifeOnDay = {
    lifeStage: male ? "none" : (input.lifeStage ?? before.lifeStage),
    menstruating: male ? null : input.menstruating === undefined ? before.menstruating : input.menstruating,
    hormonalContraception: !male && (input.hormonalContraception ?? before.hormonalContraception),
    hormoneTherapy: !male && (input.hormoneTherapy ?? before.hormoneTherapy),
    growthSpurt: !male && (input.growthSpurt ?? before.growthSpurt),
    weightKg: input.weightKg === undefined ? before.weightKg : input.weightKg,
  };
  const removed: string[] = [];
  const kept: PeriodView[] = [];
  for (const track of TRACKS) {
    if (after[track] === before[track]) continue;
    const toldBefore = periods.some(({ kind }) => trackOf(kind) === track);
    const everyDay = track === "lifeStage" ? isNew : !toldBefore;
    const from = input.from ?? (everyDay ? null : now);
    const change = answerFrom(periods, track, answerOf(track, after), from);
    removed.push(...change.removed.map(({ id }) => id));
    kept.push(...change.cut, ...(change.added ? [{ id: randomUUID(), ...change.added }] : []));
  }
  const ids = new Set([...periods, ...kept].map(({ id }) => id));
  if (ids.size > Math.max(MAX_PERIODS, periods.length)) throw tooManyPeriods();
  return { removed, kept };
};

/** What held of the owner over time, the earliest first. */
export const listPeriods = async (viewer: Viewer, ownerId: string): Promise<{ items: PeriodView[] }> => {
  assertMayRead(viewer, ownerId);
  return { items: await store.findPeriods(ownerId) };
};

/** @throws AppError invalid for a day in the future or before birth, or for what is asked of females only. */
const assertPossible = (
  input: PeriodInput,
  { birthDate, sex, timeZone }: Pick<store.StoredProfile, "birthDate" | "sex" | "timeZone">,
): void => {
  if (input.kind !== "weight" && sex !== "female")
    throw new AppError("invalid", "This is asked of females only.", {
      fields: { kind: "is asked of females only" },
    });
  const now = today(timeZone);
  for (const field of ["from", "to"] as const) {
    const date = input[field];
    if (date !== null) assertWithinLife(field, date, birthDate, now);
  }
};

/**
 * Creates or replaces a period.
 * @throws AppError invalid, see {@link assertPossible}; conflict when another period answers the same on one of its
 *   days, or when there are too many.
 */
export const putPeriod = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  input: PeriodInput,
): Promise<{ period: PeriodView; created: boolean }> => {
  assertMayWrite(viewer, ownerId);
  const profile = await store.findProfile(ownerId);
  if (!profile) throw notFound("The profile");
  assertPossible(input, profile);
  const period: PeriodView = { id, ...input, weightKg: input.weightKg ?? null };
  const refuse = (others: readonly PeriodView[]) => {
    if (others.length >= MAX_PERIODS) throw tooManyPeriods();
    if (others.some((other) => periodsCollide(other, period)))
      throw new AppError("conflict", "Another period says something else of some of these days.", {
        fields: { from: "overlaps another period" },
      });
  };
  return { period, created: await store.putPeriod(ownerId, period, refuse, new Date()) };
};

/** Deletes a period; doing it again changes nothing. */
export const deletePeriod = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.deletePeriod(ownerId, id, new Date());
};

/**
 * Deletes what somebody may tell of their health but need not: conditions, medicines, and every period but weights. Doing
 * it again changes nothing.
 */
export const deleteHealthData = async (viewer: Viewer, ownerId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  const change = (_: store.StoredProfile, periods: PeriodView[]): store.ProfileChange => ({
    columns: { conditions: [], medicines: [] },
    removed: periods.flatMap(({ id, kind }) => (kind === "weight" ? [] : [id])),
  });
  if (!(await store.changeProfile(ownerId, change, new Date()))) throw notFound("The profile");
};
