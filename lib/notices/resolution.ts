import type { ReadAlerts } from "../insights";
import { type AlertRule, daysBetween, isLocalDate, type LocalDate, REFERENCE_NUTRIENTS } from "../nutrition";
import type { ResolvedBy } from "./schemas";

/** How a finding that no longer holds came to an end. */
export type Resolution = {
  readonly resolvedBy: ResolvedBy;
  /** The mean a day by now; null where it says nothing. */
  readonly resolvedMean: number | null;
  /** The present judgement of the usual intake. */
  readonly resolvedWords: string | null;
};

/** Single days are spoken of for a week. */
const DAY_PASSED = 7;

const bare = (resolvedBy: ResolvedBy): Resolution => ({
  resolvedBy,
  resolvedMean: null,
  resolvedWords: null,
});

const dayResolution = (key: string, today: LocalDate): Resolution => {
  const date = key.slice(key.lastIndexOf(":") + 1);
  return bare(isLocalDate(date) && daysBetween(date, today) >= DAY_PASSED ? "day-passed" : "changed");
};

/** Why a finding no longer holds: intake rose, its days left the span, or it is no longer judged. */
const enoughNow = (nutrients: readonly string[], judged: ReadAlerts["judged"]): Resolution => {
  const found = judged.adequacy.filter(({ nutrient }) => nutrients.includes(nutrient));
  if (found.some(({ usual, reason }) => usual.days === 0 || reason === "too-few-days"))
    return bare("too-few-days");
  const open = found.some(({ verdict }) => verdict === "not-enough-data" || verdict === "cannot-be-judged");
  return bare(found.length === 0 || open ? "not-judged" : "changed");
};

/** Why an earlier finding no longer holds, from today's data. */
export const getResolution = (
  { key, rule, nutrients }: { key: string; rule: AlertRule; nutrients: readonly string[] },
  { judged, read }: Pick<ReadAlerts, "judged"> & { read: { today: LocalDate } },
): Resolution => {
  if (rule === "single-day-alarm") return dayResolution(key, read.today);
  if (rule === "not-enough-data") return enoughNow(nutrients, judged);
  const nutrient = REFERENCE_NUTRIENTS.find((id) => id === nutrients[0]);
  if (rule === "low-usual-intake") {
    const found = judged.adequacy.find((item) => item.nutrient === nutrient);
    if (!found) return bare("not-judged");
    if (found.verdict === "not-enough-data" || found.verdict === "cannot-be-judged")
      return bare(found.usual.days === 0 || found.reason === "too-few-days" ? "too-few-days" : "not-judged");
    return { resolvedBy: "changed", resolvedMean: found.usual.mean, resolvedWords: found.words };
  }
  if (rule === "high-usual-intake" || rule === "supplement-above-limit") {
    const found = judged.upperLimits.find((item) => item.nutrient === nutrient);
    if (!found) return bare("not-judged");
    if (found.mean === null) return bare("too-few-days");
    return { resolvedBy: "changed", resolvedMean: found.mean, resolvedWords: null };
  }
  return bare("changed");
};
