import "server-only";
import { db, nullOnConflict, readJson, transaction } from "../db";
import { ALERT_RULES, type AlertRule, type LocalDate } from "../nutrition";
import type { Finding, Remembered } from "./memory";
import type { Resolution } from "./resolution";
import { type OpenFinding, openFinding, type ResolvedView } from "./schemas";

// The only queries of the notices: what was told, when the server looks next, and the mails. Every query about a
// person names the owner first; the passes over all accounts go by an index, a batch at a time.

export type Notice = Remembered & {
  readonly rule: AlertRule;
  readonly nutrients: readonly string[];
  readonly finding: string;
  readonly firstSeen: LocalDate;
  readonly readAt: Date | null;
  /** The figures that it was told with. */
  readonly mean: number | null;
  readonly probability: number | null;
  readonly days: number | null;
};

const parseNutrients = (row: { nutrients: string }): string[] =>
  readJson(openFinding.shape.nutrients, row.nutrients, "Notice.nutrients");

/** The last notice of each finding that was ever told to the owner. */
export const lastNotices = async (ownerId: string): Promise<Notice[]> => {
  const found = await db().notice.findMany({
    where: { ownerId },
    orderBy: [{ key: "asc" }, { episode: "asc" }],
    select: {
      key: true,
      episode: true,
      rule: true,
      nutrients: true,
      severity: true,
      finding: true,
      firstSeen: true,
      lastSeen: true,
      resolvedOn: true,
      readAt: true,
      mean: true,
      probability: true,
      days: true,
    },
  });
  // The later ones take the places of the earlier.
  const last = new Map(found.map((row) => [row.key, row]));
  return [...last.values()].map((row) => ({
    ...row,
    rule: row.rule as AlertRule,
    nutrients: parseNutrients(row),
  }));
};

const told = ({ key: _, nutrients, ...rest }: Finding) => ({
  rule: rest.rule,
  nutrients: JSON.stringify(nutrients),
  finding: rest.finding,
  severity: rest.severity,
  mean: rest.mean,
  probability: rest.probability,
  days: rest.days,
});

/** Remembers a finding as told. @returns false when another process has done so already. */
export const addNotice = async (
  ownerId: string,
  finding: Finding,
  episode: number,
  today: LocalDate,
): Promise<boolean> => {
  const made = await nullOnConflict(
    db().notice.create({
      data: {
        ownerId,
        key: finding.key,
        episode,
        ...told(finding),
        firstSeen: today,
        lastSeen: today,
        updatedAt: new Date(),
      },
      select: { key: true },
    }),
  );
  return made !== null;
};

const only = (ownerId: string, { key, episode }: Remembered) => ({ ownerId, key, episode });

/** Tells a finding again at a higher severity. @returns false when another process has done so already. */
export const raiseNotice = async (
  ownerId: string,
  notice: Remembered,
  finding: Finding,
): Promise<boolean> => {
  const { count } = await db().notice.updateMany({
    where: { ...only(ownerId, notice), severity: { lt: finding.severity } },
    data: { ...told(finding), readAt: null, mailId: null, updatedAt: new Date() },
  });
  return count > 0;
};

/** A finding still holds today, or holds again. */
export const touchNotice = async (ownerId: string, notice: Remembered, today: LocalDate): Promise<void> => {
  await db().notice.updateMany({
    where: only(ownerId, notice),
    data: {
      lastSeen: today,
      resolvedOn: null,
      resolvedBy: null,
      resolvedMean: null,
      resolvedWords: null,
      updatedAt: new Date(),
    },
  });
};

export const resolveNotice = async (
  ownerId: string,
  notice: Remembered,
  today: LocalDate,
  resolution: Resolution,
): Promise<void> => {
  await db().notice.updateMany({
    where: { ...only(ownerId, notice), resolvedOn: null },
    data: { ...resolution, resolvedOn: today, updatedAt: new Date() },
  });
};

export const markRead = async (ownerId: string, key: string, now: Date): Promise<void> => {
  await db().notice.updateMany({
    where: { ownerId, key, resolvedOn: null, readAt: null },
    data: { readAt: now },
  });
};

type NoticeRow = Awaited<ReturnType<typeof resolvedRows>>[number];
const resolvedRows = (ownerId: string, from: LocalDate, to: LocalDate) =>
  db().notice.findMany({
    where: { ownerId, resolvedOn: { gte: from, lte: to } },
    orderBy: [{ resolvedOn: "desc" }, { key: "asc" }],
  });

const toResolvedView = (row: NoticeRow): ResolvedView => ({
  id: row.key,
  rule: row.rule as AlertRule,
  nutrients: parseNutrients(row),
  finding: row.finding,
  firstSeen: row.firstSeen,
  resolvedOn: row.resolvedOn ?? row.lastSeen,
  by: row.resolvedBy as ResolvedView["by"],
  was: { mean: row.mean, probability: row.probability, days: row.days },
  now: { mean: row.resolvedMean, words: row.resolvedWords },
});

/** What ceased to hold between two local days, the latest first. */
export const resolvedBetween = async (
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ResolvedView[]> => (await resolvedRows(ownerId, from, to)).map(toResolvedView);

/**
 * What held when a span ended, as it was told, in the order of the rules. What was not looked at since before the span
 * is unknown, and left out.
 */
export const findOpenAtEnd = async (
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<OpenFinding[]> => {
  const found = await db().notice.findMany({
    where: {
      ownerId,
      firstSeen: { lte: to },
      lastSeen: { gte: from },
      OR: [{ resolvedOn: null }, { resolvedOn: { gt: to } }],
    },
    orderBy: { key: "asc" },
    select: { key: true, rule: true, nutrients: true, finding: true },
  });
  const getRank = ({ rule }: OpenFinding): number => ALERT_RULES.indexOf(rule);
  return found
    .map(({ key, rule, nutrients, finding }) => ({
      id: key,
      rule: rule as AlertRule,
      nutrients: parseNutrients({ nutrients }),
      finding,
    }))
    .toSorted((a, b) => getRank(a) - getRank(b));
};

// --- When to look after whom --------------------------------------------------------------------------------

/** An account whose turn it is. */
export type Due = {
  readonly ownerId: string;
  readonly timeZone: string;
  readonly dailyDay: LocalDate | null;
  readonly dailyDueAt: Date | null;
};

const dueColumns = { ownerId: true, timeZone: true, dailyDay: true, dailyDueAt: true } as const;

/** The next accounts that are due, those never processed first. */
export const dueAccounts = async (now: Date, limit: number): Promise<Due[]> => {
  const fresh = await db().profile.findMany({
    where: { dailyDueAt: null },
    orderBy: { ownerId: "asc" },
    take: limit,
    select: dueColumns,
  });
  if (fresh.length === limit) return fresh;
  const due = await db().profile.findMany({
    where: { dailyDueAt: { lte: now } },
    orderBy: [{ dailyDueAt: "asc" }, { ownerId: "asc" }],
    take: limit - fresh.length,
    select: dueColumns,
  });
  return [...fresh, ...due];
};

/** Takes an account for a while, so that no other process does. @returns false when another one has it. */
export const takeAccount = async ({ ownerId, dailyDueAt }: Due, until: Date): Promise<boolean> => {
  const { count } = await db().profile.updateMany({
    where: { ownerId, dailyDueAt },
    data: { dailyDueAt: until },
  });
  return count > 0;
};

/** Says when an account's turn is next, whatever was said before. */
export const setDue = async (ownerId: string, dailyDueAt: Date | null): Promise<void> => {
  await db().profile.updateMany({ where: { ownerId }, data: { dailyDueAt } });
};

/**
 * Ends an account's turn. A change that was made during it has brought the next one forward, and that stays.
 * @param taken until when `takeAccount` took the account.
 * @param day the local day whose look was taken; left out: as it was.
 */
export const endTurn = async (
  ownerId: string,
  taken: Date,
  dailyDueAt: Date,
  day?: LocalDate,
): Promise<void> => {
  const looked = day === undefined ? {} : { dailyDay: day };
  const { count } = await db().profile.updateMany({
    where: { ownerId, dailyDueAt: taken },
    data: { dailyDueAt, ...looked },
  });
  if (count === 0 && day !== undefined) await db().profile.updateMany({ where: { ownerId }, data: looked });
};

/** Which of some accounts logged anything on a local day or after. */
export const activeSince = async (ownerIds: readonly string[], date: LocalDate): Promise<Set<string>> => {
  const found = await db().diaryEntry.groupBy({
    by: ["ownerId"],
    where: { ownerId: { in: [...ownerIds] }, date: { gte: date }, deletedAt: null },
  });
  return new Set(found.map(({ ownerId }) => ownerId));
};

// --- Mails ----------------------------------------------------------------------------------------------------

export type MailKind = "alerts" | "review";
export type StoredMail = {
  readonly ownerId: string;
  readonly id: string;
  readonly kind: MailKind;
  readonly attempts: number;
  readonly messageId: string;
};
export type NewMail = Pick<StoredMail, "id" | "kind" | "messageId">;

const waiting = (ownerId: string, mail: NewMail, now: Date) => ({
  ownerId,
  ...mail,
  state: "waiting",
  attempts: 0,
  nextAt: now,
  createdAt: now,
  updatedAt: now,
});

/** Puts a mail on the way. @returns false when one of the same id was put there before. */
export const queueMail = async (ownerId: string, mail: NewMail, now: Date): Promise<boolean> => {
  const made = await nullOnConflict(
    db().mail.create({ data: waiting(ownerId, mail, now), select: { id: true } }),
  );
  return made !== null;
};

/**
 * Puts one mail on the way about those of some findings that hold, were neither read nor mailed. All or nothing, so
 * that of two processes one makes the mail.
 * @returns whether there was anything to mail.
 */
export const queueAlertMail = (
  ownerId: string,
  keys: readonly string[],
  mail: NewMail,
  now: Date,
): Promise<boolean> =>
  transaction(async (client) => {
    const { count } = await client.notice.updateMany({
      where: { ownerId, key: { in: [...keys] }, resolvedOn: null, readAt: null, mailId: null },
      data: { mailId: mail.id },
    });
    if (count > 0) await client.mail.create({ data: waiting(ownerId, mail, now) });
    return count > 0;
  });

/** The findings that a mail tells of, as they were told. */
export const findingsOfMail = (ownerId: string, mailId: string) =>
  db().notice.findMany({
    where: { ownerId, mailId, resolvedOn: null },
    orderBy: { key: "asc" },
    select: { key: true, finding: true },
  });

/** Mails whose time has come. */
export const dueMails = async (now: Date, limit: number): Promise<StoredMail[]> => {
  const found = await db().mail.findMany({
    where: { state: "waiting", nextAt: { lte: now } },
    orderBy: [{ nextAt: "asc" }, { ownerId: "asc" }],
    take: limit,
    select: { ownerId: true, id: true, kind: true, attempts: true, messageId: true },
  });
  return found.map((row) => ({ ...row, kind: row.kind as MailKind }));
};

/** Takes a mail to send it. @returns false when another process has it. */
export const takeMail = async ({ ownerId, id, attempts }: StoredMail, until: Date): Promise<boolean> => {
  const { count } = await db().mail.updateMany({
    where: { ownerId, id, state: "waiting", attempts },
    data: { state: "sending", attempts: attempts + 1, nextAt: until, updatedAt: new Date() },
  });
  return count > 0;
};

export type MailState = "waiting" | "sent" | "failed" | "dropped" | "unknown";

export const setMail = async (
  { ownerId, id }: StoredMail,
  state: MailState,
  nextAt: Date,
  problem: string | null = null,
): Promise<void> => {
  await db().mail.updateMany({
    where: { ownerId, id },
    data: { state, nextAt, problem, updatedAt: new Date() },
  });
};

/** Mails that a process took and never spoke of again: nobody knows whether they went out. */
export const giveUpLostMails = async (now: Date): Promise<void> => {
  await db().mail.updateMany({
    where: { state: "sending", nextAt: { lte: now } },
    data: { state: "unknown", problem: "the server stopped while sending", updatedAt: now },
  });
};

/** Removes what is known of mails that came to an end before an instant. */
export const purgeMails = async (before: Date): Promise<void> => {
  await db().mail.deleteMany({
    where: { state: { in: ["sent", "failed", "dropped", "unknown"] }, nextAt: { lte: before } },
  });
};
