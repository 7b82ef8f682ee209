import "server-only";
import { cache } from "react";
import { accountState, assertMayRead, assertMayWrite, type Viewer } from "../access";
import { AppError, changed, notFound } from "../errors";
import { getFood } from "../foods";
import {
  eachDay,
  type LocalDate,
  lifeOn,
  MINERALS,
  type Mineral,
  NUTRIENTS,
  type ReferenceIntake,
  referenceIntake,
  type TargetOverrides,
  targetsFor,
} from "../nutrition";
import { today } from "../time";
import { type Expected, versionOf } from "../versions";
import { periodChanges } from "./periods";
import { allowanceOf, lifeOfProfile, referencePerson, safetyGates } from "./person";
import {
  answersOfFemales,
  type ExcludedFoodInput,
  type HealthInput,
  isPlausibleTarget,
  MAX_EXCLUDED_FOODS,
  type OwnTargetView,
  type PeriodView,
  type ProfileInput,
  type ProfileView,
  type TargetInput,
  type TargetsView,
  type TargetView,
} from "./schemas";
import * as store from "./store";

export { deleteHealthData, deletePeriod, listPeriods, putPeriod } from "./periods";
export {
  gateProfile,
  lifeOfProfile,
  mixedDietReferenceOf,
  referenceOf,
  referencePerson,
  safetyGates,
} from "./person";

/**
 * Nearly all that a page shows is read for a profile and against its targets: one query each a render. React keeps the
 * answers for one render only; in API routes, server actions and the daily look every call is a query of its own, so that
 * what was just written is read.
 */
const profileOncePerRender = cache(store.findProfile);
const periodsOncePerRender = cache(store.findPeriods);
const overridesOncePerRender = cache(store.findOverrides);

const viewOf = (
  { updatedAt, ...stored }: store.StoredProfile & { updatedAt: Date },
  periods: PeriodView[],
): ProfileView => ({
  ...stored,
  ...lifeOfProfile({ sex: stored.sex, periods }, today(stored.timeZone)),
  periods,
  version: versionOf(updatedAt),
});

/**
 * What a page asks to know whether it is still fresh: how many changes the owner's account had, and which local day it
 * is there. One read by primary key.
 */
export const readChanges = async (
  viewer: Viewer,
  ownerId: string,
): Promise<{ revision: number; today: LocalDate }> => {
  const { revision, timeZone } = await accountState(viewer, ownerId);
  return { revision, today: today(timeZone) };
};

/**
 * The owner's profile.
 * @throws AppError not_found for anybody else's.
 */
export const getProfile = async (viewer: Viewer, ownerId: string): Promise<ProfileView> => {
  assertMayRead(viewer, ownerId);
  const [stored, periods] = await Promise.all([profileOncePerRender(ownerId), periodsOncePerRender(ownerId)]);
  if (!stored) throw notFound("The profile");
  return viewOf(stored, periods);
};

/**
 * Changes what of the profile the change names.
 * @throws AppError not_found when the account is gone; changed when it rests on another version.
 */
const changeProfile = async (
  ownerId: string,
  change: Parameters<typeof store.changeProfile>[1],
  expected?: Expected,
): Promise<ProfileView> => {
  const after = await store.changeProfile(ownerId, change, new Date(), expected);
  if (!after) throw notFound("The profile");
  const view = viewOf(after.stored, after.periods);
  if (!after.fitted) throw changed(view);
  return view;
};

/** Those columns that the input gives; what is left out is no change. */
const columnsOf = (input: ProfileInput): Partial<store.StoredProfile> => ({
  ...(input.birthDate !== undefined && { birthDate: input.birthDate }),
  ...(input.sex !== undefined && { sex: input.sex }),
  ...(input.standard !== undefined && { standard: input.standard }),
  ...(input.timeZone !== undefined && { timeZone: input.timeZone }),
  ...(input.diet !== undefined && { diet: input.diet }),
  ...(input.exclusions !== undefined && { exclusions: input.exclusions }),
  ...(input.excludedFoods !== undefined && { excludedFoods: input.excludedFoods }),
  ...(input.conditions !== undefined && { conditions: input.conditions }),
  ...(input.medicines !== undefined && { medicines: input.medicines }),
  ...(input.units !== undefined && { units: input.units }),
});

/**
 * Changes the profile. What is left out stays as it was. A life stage, a weight or an answer that changes does so from a
 * day on, and days before it keep what held then.
 * @throws AppError invalid for a birth date, or a first day, after the person's own today, for a first day before the
 *   birth date, and for an answer that is asked of females only; conflict for too many periods; changed when it rests on
 *   another version.
 */
export const updateProfile = async (
  viewer: Viewer,
  ownerId: string,
  input: ProfileInput,
  expected?: Expected,
): Promise<ProfileView> => {
  assertMayWrite(viewer, ownerId);
  const change = (stored: store.StoredProfile, periods: PeriodView[]): store.ProfileChange => {
    const now = today(input.timeZone ?? stored.timeZone);
    const sex = input.sex ?? stored.sex;
    const birthDate = input.birthDate ?? stored.birthDate;
    const fields = answersOfFemales(sex, input);
    if (Object.keys(fields).length > 0)
      throw new AppError("invalid", "This is asked of females only.", { fields });
    if (input.birthDate !== undefined && input.birthDate > now) {
      throw new AppError("invalid", "The birth date lies in the future.", {
        fields: { birthDate: "must not be in the future" },
      });
    }
    const isNew = stored.birthDate === null;
    const answers = { ...input, birthDate, sex };
    return {
      columns: columnsOf(input),
      ...periodChanges(periods, lifeOn(periods, now), answers, now, isNew),
    };
  };
  return changeProfile(ownerId, change, expected);
};

/**
 * Keeps a food from every suggestion, or no longer; the same again changes nothing.
 * @throws AppError not_found for a food that the owner does not have, conflict when too many are kept away.
 */
export const setFoodExcluded = async (
  viewer: Viewer,
  ownerId: string,
  { food, excluded }: ExcludedFoodInput,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  if (excluded && (await getFood(viewer, ownerId, food)) === null) throw notFound("The food");
  await changeProfile(ownerId, ({ excludedFoods }) => {
    const others = excludedFoods.filter((other) => other !== food);
    if (excluded && others.length >= MAX_EXCLUDED_FOODS)
      throw new AppError("conflict", `At most ${MAX_EXCLUDED_FOODS} foods can be kept from suggestions.`);
    return { columns: { excludedFoods: excluded ? [...others, food] : others } };
  });
};

/** Replaces the conditions and medicines; the rest of the profile stays. */
export const updateHealth = async (
  viewer: Viewer,
  ownerId: string,
  { conditions, medicines }: HealthInput,
): Promise<ProfileView> => {
  assertMayWrite(viewer, ownerId);
  return changeProfile(ownerId, () => ({ columns: { conditions, medicines } }));
};

const referenceView = (reference: ReferenceIntake) => ({
  target: reference.target,
  kind: reference.kind,
  ear: reference.ear,
  withoutAllowance: reference.withoutAllowance,
  ul: reference.ul,
  ulScope: reference.ulScope,
  group: reference.group?.label ?? null,
  source: reference.source.citation,
  note: reference.note,
});

const unset = {
  target: null,
  kind: null,
  ear: null,
  withoutAllowance: null,
  ul: null,
  ulScope: null,
  group: null,
  source: null,
} as const;

/** The targets of a known profile on a day; a target that a condition switches off is null and says so. */
export const targetsOn = async (
  ownerId: string,
  profile: ProfileView,
  date: LocalDate,
): Promise<TargetsView> => targetsWith(profile, date, await overridesOncePerRender(ownerId));

/** {@link targetsOn} every day of a span, by day. One query. */
export const targetsBetween = async (
  ownerId: string,
  profile: ProfileView,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<LocalDate, TargetsView>> => {
  const overrides = await overridesOncePerRender(ownerId);
  return new Map(eachDay(from, to).map((date) => [date, targetsWith(profile, date, overrides)]));
};

const targetsWith = (
  profile: ProfileView,
  date: LocalDate,
  overrides: Awaited<ReturnType<typeof store.findOverrides>>,
): TargetsView => {
  const person = referencePerson(profile, date);
  if (!person) {
    const note = "Set birth date and sex in the profile.";
    return {
      items: MINERALS.map((mineral) => ({
        mineral,
        unit: NUTRIENTS[mineral].unit,
        ...unset,
        note,
        state: "no-profile",
        version: store.overrideVersion(overrides[mineral]),
      })),
      vitamins: [],
    };
  }
  const references = targetsFor(person, date, profile.standard, overrides, {
    allowance: allowanceOf(profile),
  });
  const gates = safetyGates(profile, date);
  return {
    items: MINERALS.map((mineral): TargetView => {
      const reference = references[mineral];
      const view = referenceView(reference);
      const unit = NUTRIENTS[mineral].unit;
      const version = store.overrideVersion(overrides[mineral]);
      if (!gates.noTips.has(mineral)) return { mineral, unit, ...view, state: "usual", version };
      const limit = gates.noComparison.has(mineral) ? { ul: null, ulScope: null } : {};
      const off = {
        mineral,
        unit,
        ...view,
        ...limit,
        ear: null,
        withoutAllowance: null,
        state: "switched-off",
        version,
      } as const;
      // A target of the person's own, as their care team may have set it, stands.
      return reference.kind === "custom"
        ? off
        : {
            ...off,
            target: null,
            kind: null,
            note: "Switched off by a condition in your profile: ask your care team.",
          };
    }),
    vitamins: (["vitaminD", "vitaminC"] as const).map((nutrient) => ({
      nutrient,
      unit: NUTRIENTS[nutrient].unit,
      ...referenceView(referenceIntake(nutrient, person, date, profile.standard)),
    })),
  };
};

/** The targets that the owner set instead of the published ones. */
export const getOverrides = async (viewer: Viewer, ownerId: string): Promise<TargetOverrides> => {
  assertMayRead(viewer, ownerId);
  const overrides = await overridesOncePerRender(ownerId);
  return Object.fromEntries(
    Object.entries(overrides).map(([mineral, { target, reason }]) => [mineral, { target, reason }]),
  );
};

const ownTarget = (mineral: Mineral, override: store.StoredOverride | null): OwnTargetView => ({
  mineral,
  target: override?.target ?? null,
  reason: override?.reason ?? null,
  version: store.overrideVersion(override ?? undefined),
});

/** The owner's targets on a day, today when none is given. */
export const getTargets = async (viewer: Viewer, ownerId: string, date?: LocalDate): Promise<TargetsView> => {
  const profile = await getProfile(viewer, ownerId);
  return targetsOn(ownerId, profile, date ?? today(profile.timeZone));
};

/**
 * Sets the owner's own target for a mineral.
 * @throws AppError invalid when it is beyond what can be meant for the mineral; changed when it rests on another version.
 */
export const setTarget = async (
  viewer: Viewer,
  ownerId: string,
  mineral: Mineral,
  input: TargetInput,
  expected?: Expected,
): Promise<TargetsView> => {
  assertMayWrite(viewer, ownerId);
  if (!isPlausibleTarget(mineral, input.target)) {
    throw new AppError("invalid", "This is more than a target can be.", {
      fields: { target: "is more than a target can be" },
    });
  }
  const misfit = await store.saveOverride(ownerId, mineral, input, new Date(), expected);
  if (misfit !== undefined) throw changed(ownTarget(mineral, misfit));
  return getTargets(viewer, ownerId);
};

/**
 * Goes back to the published target; doing it again changes nothing.
 * @throws AppError changed when it rests on another version.
 */
export const clearTarget = async (
  viewer: Viewer,
  ownerId: string,
  mineral: Mineral,
  expected?: Expected,
): Promise<TargetsView> => {
  assertMayWrite(viewer, ownerId);
  const misfit = await store.deleteOverride(ownerId, mineral, expected);
  if (misfit) throw changed(ownTarget(mineral, misfit));
  return getTargets(viewer, ownerId);
};
