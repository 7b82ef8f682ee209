import { type AlertRule, daysBetween, type LocalDate } from "../nutrition";

/*
 * The memory of findings: which were told, and which no longer hold. Alerts are computed from the diary whenever they are
 * read; comparing them with this memory keeps the same finding from being told twice.
 */

/** Days after resolution before a finding counts as new again: a figure near a threshold varies. */
export const RETURN_DAYS = 14;

/** A finding of today, with the figures shown with it. */
export type Finding = {
  readonly key: string;
  readonly rule: AlertRule;
  readonly nutrients: readonly string[];
  readonly finding: string;
  /** 0 to 2, see `severityOf`. */
  readonly severity: number;
  readonly mean: number | null;
  readonly probability: number | null;
  readonly days: number | null;
};

/** The last record of a finding. */
export type Remembered = {
  readonly key: string;
  readonly episode: number;
  readonly severity: number;
  readonly lastSeen: LocalDate;
  readonly resolvedOn: LocalDate | null;
};

export type Change<F extends Finding = Finding, R extends Remembered = Remembered> =
  /** Told for the first time, or again after long. */
  | { readonly kind: "told"; readonly finding: F; readonly episode: number }
  /** Told before with a lower severity. */
  | { readonly kind: "escalated"; readonly finding: F; readonly notice: R }
  /** Back within {@link RETURN_DAYS}: the same episode goes on. */
  | { readonly kind: "returned"; readonly notice: R }
  | { readonly kind: "seen"; readonly notice: R }
  | { readonly kind: "resolved"; readonly notice: R };

/**
 * What changes in the memory when `found` holds on `today`.
 * @param notices the last notice of each key.
 */
export const findChanges = <F extends Finding, R extends Remembered>(
  found: readonly F[],
  notices: readonly R[],
  today: LocalDate,
): readonly Change<F, R>[] => {
  const byKey = new Map(notices.map((notice) => [notice.key, notice]));
  const holds = new Set(found.map(({ key }) => key));
  const gone = notices.filter(({ key, resolvedOn }) => resolvedOn === null && !holds.has(key));
  return [
    ...found.flatMap((finding): Change<F, R>[] => {
      const notice = byKey.get(finding.key);
      if (notice === undefined) return [{ kind: "told", finding, episode: 1 }];
      const { resolvedOn, episode } = notice;
      if (resolvedOn !== null && daysBetween(resolvedOn, today) >= RETURN_DAYS)
        return [{ kind: "told", finding, episode: episode + 1 }];
      return [
        ...(resolvedOn === null ? [] : [{ kind: "returned", notice } as const]),
        ...(finding.severity > notice.severity ? [{ kind: "escalated", finding, notice } as const] : []),
        ...(notice.lastSeen < today ? [{ kind: "seen", notice } as const] : []),
      ];
    }),
    ...gone.map((notice) => ({ kind: "resolved", notice }) as const),
  ];
};
