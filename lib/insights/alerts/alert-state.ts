import { type Alert, type LocalDate, zincAvailabilityAt } from "../../nutrition";
import type { ReadDays } from "../assessment";
import type { AlertStatus } from "./schemas";
import type { AlertMark } from "./store";

const VERY_SURE = 0.95;

/** Severity of the verdict behind an alert, 0 to 2: 2 very probable or certain, 1 probable, 0 without degrees. */
export const getSeverity = ({ evidence: { probability, detail } }: Alert): number => {
  if (detail?.kind === "phytate-zinc") return zincAvailabilityAt(detail.ratio.low) === "low" ? 2 : 1;
  return probability === null ? 0 : probability >= VERY_SURE ? 2 : 1;
};

/** Identity of an alert's finding, without figures: rule, nutrients and severity. */
const getSubject = ({ rule, nutrients }: Alert): string => `${rule}|${nutrients.join(",")}`;
export const getFingerprint = (alert: Alert): string => `${getSubject(alert)}|${getSeverity(alert)}`;

/** Whether an alert rests on the days of the span. */
const restsOnDays = ({ evidence }: Alert): boolean =>
  evidence.days !== null || evidence.detail?.kind === "iron-meals";

/**
 * Whether an acknowledgement still applies. It does not when the alert is about other nutrients, when the
 * verdict has become more severe, or when none of the days that it was acknowledged on still counts. A verdict that
 * becomes milder keeps it, so that a figure near a threshold does not reopen the alert repeatedly.
 */
export const stillAcknowledged = (alert: Alert, mark: AlertMark, from: LocalDate): boolean => {
  if (mark.acknowledgedAt === null || mark.fingerprint === null) return false;
  const at = mark.fingerprint.lastIndexOf("|");
  return (
    mark.fingerprint.slice(0, at) === getSubject(alert) &&
    Number(mark.fingerprint.slice(at + 1)) >= getSeverity(alert) &&
    !(restsOnDays(alert) && mark.acknowledgedAt.toISOString().slice(0, 10) < from)
  );
};

export const getAlertState = (
  alert: Alert,
  mark: AlertMark | undefined,
  read: Pick<ReadDays, "today" | "from">,
): AlertStatus => {
  if (mark === undefined) return "open";
  if (mark.mutedUntil !== null && mark.mutedUntil > read.today) return "muted";
  return stillAcknowledged(alert, mark, read.from) ? "acknowledged" : "open";
};
