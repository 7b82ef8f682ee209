import "server-only";
import { assertMayRead, assertMayWrite, countServerChange, type Viewer } from "../access";
import { getSeverity, type ReadAlerts, readAlerts } from "../insights";
import { type AlertSummary, type AlertsView, alertTypeOf } from "../insights/schemas";
import { type Alert, addDaysWithin, type LocalDate, weekday } from "../nutrition";
import { type Change, type Finding, findChanges } from "./memory";
import { getResolution, type Resolution } from "./resolution";
import type { ResolvedView } from "./schemas";
import * as store from "./store";

/** How long the inbox shows what was resolved. */
const RESOLVED_SHOWN_DAYS = 14;

const toFinding = (alert: Alert): Finding => ({
  key: alert.key,
  rule: alert.rule,
  nutrients: alert.nutrients,
  finding: alert.finding,
  severity: getSeverity(alert),
  mean: alert.evidence.mean,
  probability: alert.evidence.probability,
  days: alert.evidence.days,
});

/** The alerts of a person, which of them are shown, and which were read. */
export type Noticed = ReadAlerts & {
  /** Ids of the alerts that the person has opened since they appeared. */
  readonly opened: ReadonlySet<string>;
  /** How what is remembered differs from what holds now. */
  readonly changes: readonly Change<Finding, store.Notice>[];
};

/**
 * What is worth telling the owner now, and what they looked at. Reads only: the answer is the same before and after
 * `recordNotices`. One query more than computing the alerts.
 */
export const readNotices = async (viewer: Viewer, ownerId: string): Promise<Noticed> => {
  assertMayRead(viewer, ownerId);
  const [found, notices] = await Promise.all([readAlerts(viewer, ownerId), store.lastNotices(ownerId)]);
  const changes = findChanges(found.found.map(toFinding), notices, found.read.today);
  const toldNow = new Set(
    changes.flatMap((change) =>
      change.kind === "told" || change.kind === "escalated" ? [change.finding.key] : [],
    ),
  );
  const holds = new Set(found.found.map(({ key }) => key));
  const opened = notices
    .filter(({ key, readAt }) => readAt !== null && holds.has(key) && !toldNow.has(key))
    .map(({ key }) => key);
  return { ...found, opened: new Set(opened), changes };
};

/**
 * Remembers what holds now as told, and as resolved what no longer does. Writes only for what is new, escalated, back or
 * gone, or seen for the first time on a day; of several processes each write is made by one.
 */
export const recordNotices = async (viewer: Viewer, ownerId: string): Promise<Noticed> => {
  const noticed = await readNotices(viewer, ownerId);
  const { today } = noticed.read;
  for (const change of noticed.changes) {
    if (change.kind === "told") await store.addNotice(ownerId, change.finding, change.episode, today);
    else if (change.kind === "escalated") await store.raiseNotice(ownerId, change.notice, change.finding);
    else if (change.kind === "resolved")
      await store.resolveNotice(ownerId, change.notice, today, getResolution(change.notice, noticed));
    else await store.touchNotice(ownerId, change.notice, today);
  }
  if (noticed.changes.some(({ kind }) => kind !== "seen")) await countServerChange(ownerId);
  return noticed;
};

/** The owner's alerts over the last 30 days, the most severe first, with their state. */
export const alerts = async (viewer: Viewer, ownerId: string): Promise<AlertsView> => ({
  items: [...(await readAlerts(viewer, ownerId)).items],
  nextCursor: null,
});

/** Whether alerts are off on a weekday, by the person's settings. */
export const isQuiet = ({ settings }: Pick<ReadAlerts, "settings">, date: LocalDate): boolean =>
  settings.quietDays.includes(weekday(date));

/** A summary of the alerts for every page: the number of open ones, and the most severe. */
export const alertSummary = async (viewer: Viewer, ownerId: string): Promise<AlertSummary> => {
  const noticed = await readNotices(viewer, ownerId);
  const { items, read } = noticed;
  const quiet = isQuiet(noticed, read.today);
  const open = items.filter(
    ({ state, told, rule }) => state === "open" && told && (!quiet || alertTypeOf(rule) === "day"),
  );
  const unread = open.filter(({ id }) => !noticed.opened.has(id));
  return {
    open: open.length,
    count: unread.length === 0 || read.gates.hideScores ? null : unread.length,
    first: open.find(({ rule }) => rule !== "not-enough-data") ?? null,
  };
};

const resolvedNow = (
  { key, rule, nutrients, finding, firstSeen, mean, probability, days }: store.Notice,
  { resolvedBy, resolvedMean, resolvedWords }: Resolution,
  today: LocalDate,
): ResolvedView => ({
  id: key,
  rule,
  nutrients: [...nutrients],
  finding,
  firstSeen,
  resolvedOn: today,
  by: resolvedBy,
  was: { mean, probability, days },
  now: { mean: resolvedMean, words: resolvedWords },
});

/**
 * What ceased to hold between two local days, the latest first: as it is remembered, without what is back and with what
 * is gone since.
 */
export const readResolved = async (
  viewer: Viewer,
  ownerId: string,
  { from, to }: { from: LocalDate; to: LocalDate },
  noticed: Noticed,
): Promise<ResolvedView[]> => {
  assertMayRead(viewer, ownerId);
  const { changes, read } = noticed;
  const stored = await store.resolvedBetween(ownerId, from, to);
  const back = changes.flatMap((change) => (change.kind === "returned" ? [change.notice] : []));
  const known = new Set(stored.filter(({ resolvedOn }) => resolvedOn === read.today).map(({ id }) => id));
  const gone = changes.flatMap((change) =>
    change.kind === "resolved" && !known.has(change.notice.key)
      ? [resolvedNow(change.notice, getResolution(change.notice, noticed), read.today)]
      : [],
  );
  return [
    ...(from <= read.today && read.today <= to ? gone : []),
    ...stored.filter(
      ({ id, resolvedOn }) => !back.some((notice) => notice.key === id && notice.resolvedOn === resolvedOn),
    ),
  ].toSorted((a, b) => b.resolvedOn.localeCompare(a.resolvedOn) || a.id.localeCompare(b.id));
};

/** What ceased to hold of late, the latest first. */
export const resolvedLately = (
  viewer: Viewer,
  ownerId: string,
  today: LocalDate,
  noticed: Noticed,
): Promise<ResolvedView[]> =>
  readResolved(viewer, ownerId, { from: addDaysWithin(today, 1 - RESOLVED_SHOWN_DAYS), to: today }, noticed);

/** The person opened an alert as it stands now; again, or one that there is not, changes nothing. */
export const readAlert = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  // New findings are shown by the page that is open.
  await recordNotices(viewer, ownerId);
  await store.markRead(ownerId, id, new Date());
};
