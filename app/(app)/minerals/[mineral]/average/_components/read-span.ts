import { MAX_DAYS } from "@/lib/diary/schemas";
import { type AdequacyQuery, adequacyQuery, type Period, periodField } from "@/lib/insights/schemas";
import { daysBetween } from "@/lib/nutrition";

type Asked = { readonly [name: string]: string | string[] | undefined };

/** What an address asks for: the span `from` … `to`, or else the last `days`, 30 where that cannot be read either. */
export const readSpan = (asked: Asked): { period: Period | null; query: AdequacyQuery } => {
  const span = adequacyQuery.safeParse({ from: asked.from, to: asked.to });
  const { from, to } = span.success ? span.data : {};
  return from !== undefined && to !== undefined && daysBetween(from, to) < MAX_DAYS
    ? { period: null, query: { from, to } }
    : { period: periodField.parse(asked.days), query: {} };
};
