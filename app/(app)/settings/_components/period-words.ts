import { formatDate } from "@/lib/format";
import { PERIOD_KINDS, type PeriodKind } from "@/lib/nutrition";
import type { PeriodView, ProfileView } from "@/lib/profile/schemas";

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

/** What a person can be asked about; all but weight is asked of girls and women only. */
export const periodKindsFor = (sex: ProfileView["sex"]): readonly PeriodKind[] =>
  sex === "female" ? PERIOD_KINDS : ["weight"];

/** "Pregnant", "Weight 62.5 kg". */
export const periodName = ({ kind, weightKg }: Pick<PeriodView, "kind" | "weightKg">): string =>
  weightKg === null ? PERIOD_LABELS[kind] : `${PERIOD_LABELS[kind]} ${weightKg}\u00a0kg`;

/** Over which days a period holds: "since 3 May 2026", "3 May 2026 to 1 July 2026", "until 1 July 2026". */
export const periodSpan = ({ from, to }: Pick<PeriodView, "from" | "to">): string => {
  if (to === null) return from === null ? "on every day" : `since ${formatDate(from, "full")}`;
  if (from === null) return `until ${formatDate(to, "full")}`;
  return from === to ? formatDate(from, "full") : `${formatDate(from, "full")} to ${formatDate(to, "full")}`;
};
