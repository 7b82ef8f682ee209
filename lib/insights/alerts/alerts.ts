import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../../access";
import { shortName } from "../../catalogue";
import { dosesTaken, foodsByMeal, sumsByFood } from "../../diary";
import type { EntryView } from "../../diary/schemas";
import { notFound } from "../../errors";
import { listSupplements } from "../../foods";
import type { SupplementView } from "../../foods/schemas";
import {
  type Alert,
  type AlertInput,
  addDays,
  addDaysWithin,
  adequacyOf,
  ageOn,
  alertsFor,
  type Composition,
  MINERALS,
  medicineTiming,
  type NutrientId,
  REFERENCE_NUTRIENTS,
  type ReferenceNutrient,
  type SupplementDose,
  singleDayAlarms,
  supplementPairings,
  upperLimitOf,
} from "../../nutrition";
import { getProfile, lifeOfProfile, referenceOf } from "../../profile";
import { today } from "../../time";
import { type Expected, NO_VERSION } from "../../versions";
import {
  absorptionOf,
  calciumQualityOfFoods,
  leftOutDates,
  type ReadDays,
  readDays,
  SOURCE_NUTRIENTS,
} from "../assessment";
import { getAlertState, getFingerprint, stillAcknowledged } from "./alert-state";
import type { AlertChange, AlertSettingsChange, AlertView } from "./schemas";
import { type AlertSettings, DEFAULT_ALERT_SETTINGS, isTold } from "./schemas";
import * as store from "./store";

/** Days over which usual intake is judged. */
const SPAN_DAYS = 30;
/** Days over which single days and doses taken together are checked. */
const RECENT_DAYS = 7;

type Recent = { readonly doses: readonly EntryView[]; readonly supplements: readonly SupplementView[] };

const isPrescribed = (entry: EntryView, nutrient: NutrientId): boolean =>
  entry.prescribed?.includes(nutrient) ?? false;

/** The content of a dose that is not prescribed. */
const ownAmounts = (entry: EntryView): SupplementDose["amounts"] =>
  Object.fromEntries(
    Object.entries(entry.nutrients as Composition).filter(([id]) => !isPrescribed(entry, id as NutrientId)),
  );

/** The part of a day's supplements that was not prescribed; null where unknown. */
const getUnprescribed = (
  { supplements, prescribed }: ReadDays["sums"][number],
  nutrient: ReferenceNutrient,
) => {
  const { amount } = supplements[nutrient];
  const set = prescribed[nutrient];
  return amount === null || set === null ? amount : Math.max(0, amount - set);
};

/** Single days of the last week above an alarm threshold; prescribed amounts are not counted. */
const findAlarms = (read: ReadDays, doses: readonly EntryView[]): AlertInput["alarms"] => {
  const { birthDate } = read.profile;
  const from = addDaysWithin(read.today, 1 - RECENT_DAYS);
  return read.sums
    .filter(({ date }) => date >= from && date <= read.today)
    .flatMap((sum) => {
      const own = (nutrient: ReferenceNutrient) => getUnprescribed(sum, nutrient);
      const amounts = (of: (nutrient: ReferenceNutrient) => number | null) =>
        Object.fromEntries(REFERENCE_NUTRIENTS.map((nutrient) => [nutrient, of(nutrient)]));
      return singleDayAlarms({
        total: amounts((nutrient) => {
          const food = sum.food[nutrient].amount;
          const taken = own(nutrient);
          return food === null ? taken : taken === null ? food : food + taken;
        }),
        fromSupplements: amounts(own),
        doses: doses.filter(({ date }) => date === sum.date).map(ownAmounts),
        age: birthDate === null ? null : (ageOn(birthDate, sum.date)?.years ?? null),
        weightKg: lifeOfProfile(read.profile, sum.date).weightKg,
      }).map((alarm) => ({ ...alarm, date: sum.date }));
    });
};

const holds = (doses: readonly EntryView[]): ReadonlySet<NutrientId> =>
  new Set(
    doses.flatMap(({ nutrients }) =>
      (Object.entries(nutrients) as [NutrientId, number | null][]).flatMap(([id, amount]) =>
        amount === null ? [] : [id],
      ),
    ),
  );

/** Supplements taken in the last week: which were taken together, and which a listed medicine requires apart. */
const findPairs = (
  read: ReadDays,
  { doses, supplements }: Recent,
  upperLimits: AlertInput["upperLimits"],
): Pick<AlertInput, "pairings" | "timings"> => {
  const getLimit = (nutrient: ReferenceNutrient) =>
    upperLimits.find((limit) => limit.nutrient === nutrient)?.limit ?? null;
  const limits = { zinc: getLimit("zinc"), magnesium: getLimit("magnesium") };
  const pairings = new Map<string, AlertInput["pairings"][number]>();
  for (const date of new Set(doses.map((dose) => dose.date))) {
    const sittings = doses
      .filter((dose) => dose.date === date)
      // Doses without a time count as taken together.
      .map(({ nutrients, time }) => ({ amounts: nutrients as Composition, occasion: time ?? "" }));
    for (const pair of supplementPairings(sittings, limits)) pairings.set(pair.code, pair);
  }
  const planned = supplements
    .filter(({ active }) => active)
    .flatMap(({ contents }) => contents.map(({ nutrient }): NutrientId => nutrient));
  return {
    pairings: [...pairings.values()],
    timings: medicineTiming(read.profile.medicines, [...new Set([...holds(doses), ...planned])]),
  };
};

/** Over every day that is past or marked: supplement intake is known as logged, however little food was logged. */
const getSupplementIntake = (read: ReadDays): Pick<AlertInput, "supplements" | "prescribed"> => {
  const days = read.days.length;
  const finished = new Set(read.days.map(({ date }) => date));
  const sums = read.sums.filter(({ date }) => finished.has(date));
  const means = REFERENCE_NUTRIENTS.flatMap((nutrient) => {
    const amounts = sums.flatMap((sum) => getUnprescribed(sum, nutrient) ?? []);
    return amounts.length === 0 || days === 0
      ? []
      : [{ nutrient, days, mean: amounts.reduce((all, amount) => all + amount) / days }];
  });
  // A nutrient whose every dose was prescribed is left out; doses that were not prescribed still count.
  const prescribed = REFERENCE_NUTRIENTS.filter(
    (nutrient) =>
      sums.some((sum) => sum.prescribed[nutrient] !== null) &&
      !means.some((own) => own.nutrient === nutrient && own.mean > 0),
  );
  return { supplements: means, prescribed: new Set(prescribed) };
};

const judgeNutrients = (read: ReadDays): Pick<AlertInput, "adequacy" | "upperLimits"> => {
  const { person, days, gates, profile, to } = read;
  if (person === null) return { adequacy: [], upperLimits: [] };
  return {
    adequacy: MINERALS.filter((mineral) => !gates.noTips.has(mineral)).flatMap((mineral) => {
      const reference = referenceOf(mineral, profile, to);
      return reference ? [adequacyOf(reference, days, person)] : [];
    }),
    upperLimits: REFERENCE_NUTRIENTS.flatMap((nutrient) => {
      const reference = referenceOf(nutrient, profile, to);
      return reference ? [upperLimitOf(reference, days, person)] : [];
    }),
  };
};

/** How the minerals of the days that count are absorbed: two queries, none without a day. */
const readAbsorptionPatterns = async (
  viewer: Viewer,
  ownerId: string,
  read: ReadDays,
): Promise<Pick<AlertInput, "zinc" | "calcium" | "iron">> => {
  const days = read.counted.usable;
  if (days === 0) return { zinc: null, calcium: null, iron: null };
  const except = leftOutDates(read);
  const [foods, meals] = await Promise.all([
    sumsByFood(viewer, ownerId, read.from, read.to, SOURCE_NUTRIENTS, except),
    foodsByMeal(viewer, ownerId, read.from, read.to, except),
  ]);
  const { zinc } = absorptionOf("zinc", read, foods, meals, SPAN_DAYS);
  const { iron } = absorptionOf("iron", read, foods, meals, SPAN_DAYS);
  const quality = calciumQualityOfFoods(foods);
  return {
    zinc: zinc !== null && "ratio" in zinc ? { days, ratio: zinc.ratio } : null,
    calcium: {
      days,
      quality: { ...quality, highOxalateFoods: [...new Set(quality.highOxalateFoods.map(shortName))] },
    },
    iron,
  };
};

const noteView = ({ text, grade, sources }: Alert["careful"][number]): AlertView["careful"][number] => ({
  text,
  grade,
  sources: sources.map(({ citation, url, checked }) => ({ citation, url, checked })),
});

const toAlertView = (
  alert: Alert,
  mark: store.AlertMark | undefined,
  read: ReadDays,
  settings: AlertSettings,
): AlertView => {
  const state = getAlertState(alert, mark, read);
  const { detail } = alert.evidence;
  return {
    id: alert.key,
    rule: alert.rule,
    nutrient: alert.nutrients.length === 1 ? (alert.nutrients[0] ?? null) : null,
    nutrients: [...alert.nutrients],
    finding: alert.finding,
    evidence: {
      from: read.from,
      to: read.to,
      ...alert.evidence,
      detail: detail?.kind === "oxalate" ? { ...detail, foods: [...detail.foods] } : detail,
    },
    gut: alert.gut.map(noteView),
    eat: { ...alert.eat, notes: alert.eat.notes.map(noteView) },
    careful: alert.careful.map(noteView),
    notMeaning: alert.notMeaning && noteView(alert.notMeaning),
    furtherDays: alert.furtherDays,
    state,
    told: isTold(alert, settings),
    acknowledgedAt:
      state === "acknowledged" && mark?.acknowledgedAt ? mark.acknowledgedAt.toISOString() : null,
    mutedUntil: state === "muted" && mark ? mark.mutedUntil : null,
  };
};

/** The alerts of a person, with the data behind them. */
export type ReadAlerts = {
  readonly read: ReadDays;
  readonly found: readonly Alert[];
  readonly marks: ReadonlyMap<string, store.AlertMark>;
  readonly items: readonly AlertView[];
  readonly settings: AlertSettings;
  /** The judgements behind the alerts, which explain why one no longer holds. */
  readonly judged: Pick<AlertInput, "adequacy" | "upperLimits">;
};

/**
 * The alerts of the owner over the last 30 days with their state. Nine queries, whatever was logged,
 * in three steps.
 */
export const readAlerts = async (viewer: Viewer, ownerId: string): Promise<ReadAlerts> => {
  const profile = await getProfile(viewer, ownerId);
  const to = today(profile.timeZone);
  const [read, doses, supplements, marks, kept] = await Promise.all([
    readDays(viewer, ownerId, profile, { from: addDaysWithin(to, 1 - SPAN_DAYS), to }),
    dosesTaken(viewer, ownerId, addDaysWithin(to, 1 - RECENT_DAYS), to),
    listSupplements(viewer, ownerId),
    store.alertMarks(ownerId),
    store.findAlertSettings(ownerId),
  ]);
  const settings = kept ?? DEFAULT_ALERT_SETTINGS;
  const judged = judgeNutrients(read);
  const found = alertsFor({
    gates: read.gates,
    ...judged,
    ...getSupplementIntake(read),
    ...(await readAbsorptionPatterns(viewer, ownerId, read)),
    ...findPairs(read, { doses, supplements }, judged.upperLimits),
    alarms: findAlarms(read, doses),
  });
  const items = found.map((alert) => toAlertView(alert, marks.get(alert.key), read, settings));
  return { read, found, marks, items, settings, judged };
};

/**
 * Acknowledges an alert, mutes it for some days from today, or reverts either. Repeating it
 * changes nothing.
 * @throws AppError not_found when the owner has no such alert now.
 */
export const changeAlert = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  { acknowledged, mutedDays }: AlertChange,
): Promise<AlertView> => {
  assertMayWrite(viewer, ownerId);
  const { read, found, marks, settings } = await readAlerts(viewer, ownerId);
  const alert = found.find(({ key }) => key === id);
  if (!alert) throw notFound("The alert");
  const before = marks.get(id) ?? { acknowledgedAt: null, fingerprint: null, mutedUntil: null };
  const now = new Date();
  const keeps = acknowledged === undefined || (acknowledged && stillAcknowledged(alert, before, read.from));
  const after: store.AlertMark = {
    acknowledgedAt: keeps ? before.acknowledgedAt : acknowledged ? now : null,
    fingerprint: keeps ? before.fingerprint : acknowledged ? getFingerprint(alert) : null,
    mutedUntil:
      mutedDays === undefined
        ? before.mutedUntil
        : mutedDays === null
          ? null
          : addDays(read.today, mutedDays),
  };
  const same =
    after.acknowledgedAt === before.acknowledgedAt &&
    after.fingerprint === before.fingerprint &&
    after.mutedUntil === before.mutedUntil;
  if (!same) await store.saveAlertMark(ownerId, id, after, now);
  return toAlertView(alert, after, read, settings);
};

/** The owner's alert settings; the defaults while they have none. */
export const getAlertSettings = async (
  viewer: Viewer,
  ownerId: string,
): Promise<AlertSettings & { readonly version: string }> => {
  assertMayRead(viewer, ownerId);
  return (await store.findAlertSettings(ownerId)) ?? { ...DEFAULT_ALERT_SETTINGS, version: NO_VERSION };
};

/** How often a change of the settings begins again because another one came in between. */
const MAX_ATTEMPTS = 50;

/**
 * Changes the owner's alert settings; what is left out stays as it is. Repeating it changes nothing.
 * @returns false when it rests on another version than the one that is there; nothing was changed then.
 */
export const saveAlertSettings = async (
  viewer: Viewer,
  ownerId: string,
  change: AlertSettingsChange,
  expected?: Expected,
): Promise<boolean> => {
  assertMayWrite(viewer, ownerId);
  for (let attempt = 1; ; attempt += 1) {
    const { version, ...before } = await getAlertSettings(viewer, ownerId);
    const after = {
      ...before,
      ...(Object.fromEntries(
        Object.entries(change).filter(([, value]) => value !== undefined),
      ) as Partial<AlertSettings>),
    };
    if (JSON.stringify(after) === JSON.stringify(before)) return true;
    if (expected !== undefined && expected !== version) return false;
    if (await store.saveAlertSettings(ownerId, after, new Date(), version)) return true;
    // Another write came in between.
    if (attempt === MAX_ATTEMPTS) return false;
  }
};
