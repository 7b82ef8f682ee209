import "server-only";
import { accountState, type Viewer } from "../../access";
import { entriesBetween, plansBetween, versionedMarks } from "../../diary";
import type { EntryView, FoodEntry } from "../../diary/schemas";
import {
  type Food,
  listFavourites,
  listName,
  listOwnFoods,
  listRecipeFoods,
  listSupplements,
} from "../../foods";
import { groupWords } from "../../format";
import {
  addDaysWithin,
  type Composition,
  eachDay,
  type LocalDate,
  NUTRIENT_IDS,
  UPPER_LIMIT_NOTICE,
} from "../../nutrition";
import { getProfile, safetyGates, targetsBetween } from "../../profile";
import type { ProfileView, TargetsView } from "../../profile/schemas";
import { today } from "../../time";
import { NO_VERSION } from "../../versions";
import { dosesOfDay, foodPersonOf, mineralDays, nextDosesOf } from "../assessment";
import type { DoseView } from "../assessment/schemas";
import { planNotes } from "../day";
import type { CopiedDose, CopiedEntry, CopiedFood, CopiedReferences, CopyView } from "./schemas";

/** Days of the past that are copied; habits look back as far. */
const PAST_DAYS = 60;
/** Days to come, for a device that stays without a network over midnight, and for plans. */
const COMING_DAYS = 7;

const listOf = (composition: Composition): (number | null)[] => NUTRIENT_IDS.map((id) => composition[id]);

const toCopiedEntry = ({
  nutrients,
  time,
  grams,
  portion,
  preparation,
  note,
  ...entry
}: EntryView): CopiedEntry => ({
  ...entry,
  name: listName(entry.food, entry.name),
  ...(time !== null && { time }),
  ...(grams !== null && { grams }),
  ...(portion !== null && { portion }),
  ...(preparation !== null && { preparation }),
  ...(note !== null && { note }),
  amounts: listOf(nutrients),
});

const toCopiedDose = ({ supplement, slot, asNeeded, taken, entry }: DoseView): CopiedDose => ({
  supplement,
  slot,
  asNeeded,
  entry: taken ? entry.id : toCopiedEntry(entry),
});

const toCopiedFood = ({ id, name, source, portions, per100g, lowerBounds, own }: Food): CopiedFood => ({
  id,
  name,
  source,
  portions: portions.map((portion) => ({ ...portion })),
  amounts: listOf(per100g),
  ...(lowerBounds && { lowerBounds: [...lowerBounds] }),
  barcode: own?.barcode ?? null,
});

/** What days are compared with: each once, from the day on which it begins to hold. */
const referencesOf = (
  profile: ProfileView,
  targets: ReadonlyMap<LocalDate, TargetsView>,
): CopyView["references"] => {
  const found: CopyView["references"] = [];
  let before = "";
  for (const [from, ofDay] of targets) {
    const { hideScores, referenceOnly, halfPortions } = safetyGates(profile, from);
    const minerals = mineralDays(ofDay, [], !hideScores).map(
      ({ mineral, target, kind, ear, ul, ulScope, state, scores }) => ({
        mineral,
        target,
        kind,
        ear,
        ul,
        ulScope,
        state,
        scores,
      }),
    );
    const references: CopiedReferences = { hideScores, referenceOnly, halfPortions, minerals };
    const now = JSON.stringify(references);
    if (now !== before) found.push({ from, ...references });
    before = now;
  }
  return found;
};

/** Items by their day. */
const byDate = <T extends { readonly date: LocalDate }>(items: readonly T[]): ReadonlyMap<LocalDate, T[]> => {
  const found = new Map<LocalDate, T[]>();
  for (const item of items) {
    const others = found.get(item.date);
    if (others) others.push(item);
    else found.set(item.date, [item]);
  }
  return found;
};

/**
 * What a browser keeps to show and log days without a network: the last 60 days and the week to come, and the lists that
 * logging needs. One query a kind, however many days.
 */
export const localCopy = async (viewer: Viewer, ownerId: string): Promise<CopyView> => {
  // Before all else: what is written meanwhile makes the copy old, not its revision wrong.
  const { revision } = await accountState(viewer, ownerId);
  const profile = await getProfile(viewer, ownerId);
  const now = today(profile.timeZone);
  const from = addDaysWithin(now, -PAST_DAYS);
  const to = addDaysWithin(now, COMING_DAYS);
  const [entries, plans, marks, supplements, own, recipes, favourites, targets] = await Promise.all([
    entriesBetween(viewer, ownerId, from, to),
    plansBetween(viewer, ownerId, from, to),
    versionedMarks(viewer, ownerId, from, to),
    listSupplements(viewer, ownerId),
    listOwnFoods(viewer, ownerId),
    listRecipeFoods(viewer, ownerId),
    listFavourites(viewer, ownerId),
    targetsBetween(ownerId, profile, from, to),
  ]);
  const entriesOn = byDate(entries);
  const plansOn = byDate<FoodEntry>(plans);
  const days = eachDay(from, to);
  const onDays = (wanted: readonly LocalDate[], dosesOn: (date: LocalDate) => readonly DoseView[]) =>
    wanted.flatMap((date) => {
      const items = dosesOn(date).map(toCopiedDose);
      return items.length === 0 ? [] : [{ date, items }];
    });
  const group = targets.get(now)?.items.find((item) => item.group !== null)?.group ?? null;
  return {
    account: ownerId,
    revision,
    at: new Date().toISOString(),
    today: now,
    timeZone: profile.timeZone,
    units: profile.units,
    hasPerson: profile.birthDate !== null && profile.sex !== null,
    group: group === null ? null : groupWords(group),
    from,
    to,
    limitNotice: UPPER_LIMIT_NOTICE.text,
    nutrients: [...NUTRIENT_IDS],
    entries: entries.map(toCopiedEntry),
    plans: plans.map(toCopiedEntry),
    planNotes: Object.assign(
      {},
      ...[...plansOn].map(([date, planned]) => {
        const ofDay = targets.get(date);
        return ofDay ? planNotes(planned, foodPersonOf(profile, ofDay, safetyGates(profile, date))) : {};
      }),
    ),
    marks: [...marks].map(([date, { mark, version }]) => ({ date, mark, version })),
    unsaid: NO_VERSION,
    references: referencesOf(profile, targets),
    doses: onDays(days, (date) => dosesOfDay(supplements, entriesOn.get(date) ?? [], date)),
    nextDoses: onDays(eachDay(now, to), (date) =>
      nextDosesOf(supplements, entriesOn.get(date) ?? [], date).map(({ dose }) => dose),
    ),
    contents: Object.fromEntries(supplements.map(({ id, contents }) => [id, contents])),
    own: [...recipes, ...own].map(toCopiedFood),
    favourites: favourites.map(({ food, amount }) => ({ food, amount })),
  };
};
