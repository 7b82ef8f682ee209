import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { type ReadAlerts, readAlerts, severityOf } from "../insights";
import { type AlertSummary, type AlertsView, alertTypeOf } from "../insights/schemas";
import { type Alert, addDaysWithin, type LocalDate, weekday } from "../nutrition";
import { changesOf, type Finding } from "./memory";
import { resolutionOf } from "./resolution";
import type { ResolvedView } from "./schemas";
import * as store from "./store";

/** How long the inbox shows what was resolved. */
const RESOLVED_SHOWN_DAYS = 14;
/** So long after a page has told of something a mail waits: who reads it there needs none. */
const MAIL_WAITS_MS = 10 * 60_000;

const findingOf = (alert: Alert): Finding => ({
  key: alert.key,
  rule: alert.rule,
  nutrients: alert.nutrients,
  finding: alert.finding,
  gravity: severityOf(alert),
  mean: alert.evidence.mean,
  probability: alert.evidence.probability,
  days: alert.evidence.days,
});

/** Brings the memory up to what was found. @returns how many findings are told by this, each by one process only. */
const remember = async (
  ownerId: string,
  found: ReadAlerts,
  notices: readonly store.Notice[],
): Promise<number> => {
  const { today } = found.read;
  let told = 0;
  for (const change of changesOf(found.found.map(findingOf), notices, today)) {
    if (change.kind === "told")
      told += Number(await store.addNotice(ownerId, change.finding, change.episode, today));
    else if (change.kind === "graver")
      told += Number(await store.raiseNotice(ownerId, change.notice, change.finding));
    else if (change.kind === "resolved")
      await store.resolveNotice(ownerId, change.notice, today, resolutionOf(change.notice, found));
    else await store.touchNotice(ownerId, change.notice, today);
  }
  return told;
};

/** The alerts of a person, what is told of them, and what was looked at. */
export type Noticed = ReadAlerts & {
  /** Ids of the alerts that the person opened since they were told. */
  readonly opened: ReadonlySet<string>;
};

/**
 * What is worth telling the owner now, remembered as told. One query more than computing it, and writes only for
 * what is new, graver, back or gone, or seen for the first time on a day.
 */
export const noticeAlerts = async (viewer: Viewer, ownerId: string): Promise<Noticed> => {
  assertMayRead(viewer, ownerId);
  const [found, notices] = await Promise.all([readAlerts(viewer, ownerId), store.lastNotices(ownerId)]);
  const told = await remember(ownerId, found, notices);
  if (told > 0 && found.settings.mail === "at-once")
    await store.dueBy(ownerId, new Date(Date.now() + MAIL_WAITS_MS));
  const graver = new Map(found.found.map((alert) => [alert.key, severityOf(alert)]));
  return {
    ...found,
    opened: new Set(
      notices.flatMap(({ key, readAt, resolvedOn, gravity }) =>
        readAt !== null && resolvedOn === null && (graver.get(key) ?? 0) <= gravity ? [key] : [],
      ),
    ),
  };
};

/** What is worth telling the owner of the last 30 days, the most pressing first, with what they did with it. */
export const alerts = async (viewer: Viewer, ownerId: string): Promise<AlertsView> => ({
  items: [...(await noticeAlerts(viewer, ownerId)).items],
  nextCursor: null,
});

/** Whether the person wants to be left alone on a day. */
export const isQuiet = ({ settings }: Pick<ReadAlerts, "settings">, date: LocalDate): boolean =>
  settings.quietDays.includes(weekday(date));

/** How many alerts are open and which matters most: what every page says of them. */
export const alertSummary = async (viewer: Viewer, ownerId: string): Promise<AlertSummary> => {
  const noticed = await noticeAlerts(viewer, ownerId);
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

/** What ceased to hold of late, the latest first. */
export const resolvedLately = (
  viewer: Viewer,
  ownerId: string,
  today: LocalDate,
): Promise<ResolvedView[]> => {
  assertMayRead(viewer, ownerId);
  return store.resolvedBetween(ownerId, addDaysWithin(today, 1 - RESOLVED_SHOWN_DAYS), today);
};

/** The person opened an alert; again, or one that there is not, changes nothing. */
export const readAlert = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.markRead(ownerId, id, new Date());
};
