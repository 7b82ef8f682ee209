import "server-only";
import { db, nullOnConflict, readJson } from "../../db";
import { ALERT_RULES, type AlertRule, type LocalDate } from "../../nutrition";
import type { Finding, Remembered } from "../memory";
import type { Resolution } from "../resolution";
import { type OpenFinding, openFinding, type ResolvedView } from "../schemas";

// Recorded findings. Every query names the owner first.

export type Notice = Remembered & {
  readonly rule: AlertRule;
  readonly nutrients: readonly string[];
  readonly finding: string;
  readonly firstSeen: LocalDate;
  readonly readAt: Date | null;
  /** The figures shown with it. */
  readonly mean: number | null;
  readonly probability: number | null;
  readonly days: number | null;
};

const parseNutrients = (row: { nutrients: string }): string[] =>
  readJson(openFinding.shape.nutrients, row.nutrients, "Notice.nutrients");

/** The last notice of each finding ever shown to the owner. */
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
  // Later rows replace earlier ones.
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

/** Records a finding as shown. @returns false when another process has recorded it already. */
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

/** Records a finding at a higher severity, unread. @returns false when another process has done so already. */
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

/** Findings that ceased to hold between two local days, the latest first. */
export const resolvedBetween = async (
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ResolvedView[]> => (await resolvedRows(ownerId, from, to)).map(toResolvedView);

/**
 * Findings that held when a span ended, in the order of the rules. A finding last checked before the span
 * is unknown and left out.
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
