import { formatDate } from "@/lib/format";
import type { PeriodKind } from "@/lib/nutrition";
import type { PeriodView } from "@/lib/profile/schemas";

export const PERIOD_LABELS: { readonly [K in PeriodKind]: string } = {
  pregnant: "Pregnant",
  lactating: "Breastfeeding",
  menstruating: "Menstruating",
  "not-menstruating": "Not menstruating",
  "hormonal-contraception": "Hormonal contraception",
  "hormone-therapy": "Hormone therapy after menopause",
  "growth-spurt": "Growth spurt",
  weight: "Weight",
};

/** "Pregnant", "Weight 62.5 kg". */
export const periodName = ({ kind, weightKg }: Pick<PeriodView, "kind" | "weightKg">): string =>
  weightKg === null ? PERIOD_LABELS[kind] : `${PERIOD_LABELS[kind]} ${weightKg}\u00a0kg`;

/**
 * Over which days a period holds: "since 3 May 2026", "3 May 2026 to 1 July 2026", "from the beginning to 1 July 2026".
 * The beginning is a first day that is not known.
 */
export const periodSpan = ({ from, to }: Pick<PeriodView, "from" | "to">): string => {
  const start = from === null ? "from the beginning" : formatDate(from, "full");
  if (to === null) return from === null ? `${start} until now` : `since ${start}`;
  return from === to ? `on ${start}` : `${start} to ${formatDate(to, "full")}`;
};
