import "server-only";
import { assertMayRead, type Viewer } from "../access";
import { AppError, notFound } from "../errors";
import { getAlertSettings, type ReviewedDays, readReviewDays } from "../insights";
import { type AlertSettings, isTold } from "../insights/schemas";
import {
  ADEQUACY_WORDS,
  addDays,
  addDaysWithin,
  canSuggestIncrease,
  FIRST_DAY,
  type Gates,
  type LocalDate,
  type Mineral,
  type NutrientId,
} from "../nutrition";
import { getProfile } from "../profile";
import { daysOfWeek, lastWeek, today, type Week, weekOf } from "../time";
import { readNotices, readResolved } from "./notices";
import { MIN_DAYS_TO_TRY, oneThing } from "./one-thing";
import type { OpenFinding, ResolvedView, ReviewView } from "./schemas";
import * as store from "./store";

const BETTER_WORDS: ReadonlySet<string> = new Set([
  ADEQUACY_WORDS["probably-meets"],
  ADEQUACY_WORDS["very-probably-meets"],
]);

/**
 * Whether a finding ended for the better: the intake is another, and usual intake meets the need where that was the
 * question. A single day that was corrected is none, and in a week of too few days nothing is.
 */
const isBetter = ({ rule, by, now }: ResolvedView, { counted }: ReviewView["days"]): boolean => {
  if (by !== "changed" || counted < MIN_DAYS_TO_TRY || rule === "single-day-alarm") return false;
  return rule !== "low-usual-intake" || (now.words !== null && BETTER_WORDS.has(now.words));
};

/** Findings of too much, which a condition that switches a mineral off makes no less true. */
const ABOVE: ReadonlySet<OpenFinding["rule"]> = new Set([
  "supplement-above-limit",
  "high-usual-intake",
  "single-day-alarm",
]);

/** What may be shown of findings of the past: what the settings let be told, of nothing that a condition hides now. */
const mayShow =
  (settings: AlertSettings, { noTips, noComparison }: Gates) =>
  (finding: Pick<OpenFinding, "rule" | "nutrients">): boolean =>
    // Completeness of days is shown with the days themselves.
    finding.rule !== "not-enough-data" &&
    isTold(finding, settings) &&
    !finding.nutrients.some((id) => (ABOVE.has(finding.rule) ? noComparison : noTips).has(id as NutrientId));

/** Minerals short in the four weeks before of which there is more now, with confidence. */
const getMineralsToIncrease = ({ minerals, gates }: ReviewedDays): Mineral[] =>
  minerals.flatMap(({ mineral, target, before, verdict }) =>
    verdict === "more" &&
    target !== null &&
    before.mean !== null &&
    before.mean < target &&
    canSuggestIncrease(gates, mineral)
      ? [mineral]
      : [],
  );

/** A week that is over, with the days it has. @throws AppError not_found for one that is not, or that there is none before. */
const spanOfWeek = (week: Week, now: LocalDate): { from: LocalDate; to: LocalDate } => {
  const span = daysOfWeek(week);
  if (span === null || span.from <= FIRST_DAY) throw notFound("The week");
  if (span.to >= now)
    throw new AppError("not_found", "This week is not over yet. Its review comes when it is.");
  return span;
};

/**
 * What a week held, what changed, what is open, and one thing to try: for the last week that is over unless another is
 * named. What is said of the days never changes by looking later, except by changes to the diary and the profile.
 * @throws AppError not_found for a week that is not over.
 */
export const weeklyReview = async (viewer: Viewer, ownerId: string, week?: Week): Promise<ReviewView> => {
  assertMayRead(viewer, ownerId);
  const now = today((await getProfile(viewer, ownerId)).timeZone);
  const newest = lastWeek(now);
  const shown = week ?? newest;
  const { from, to } = spanOfWeek(shown, now);
  const noticed = shown === newest ? await readNotices(viewer, ownerId) : null;
  const [read, settings, resolved, past] = await Promise.all([
    readReviewDays(viewer, ownerId, { from, to }),
    noticed?.settings ?? getAlertSettings(viewer, ownerId),
    noticed === null
      ? store.resolvedBetween(ownerId, from, to)
      : readResolved(viewer, ownerId, { from, to }, noticed),
    noticed === null ? store.findOpenAtEnd(ownerId, from, to) : [],
  ]);
  const { hasPerson, gates, days, before, minerals, gaps, foods, foodsFor } = read;
  const alerts = noticed === null ? [] : noticed.items.filter(({ state, told }) => state === "open" && told);
  const showing = mayShow(settings, gates);
  const ended = resolved.filter(showing);
  return {
    week: shown,
    from,
    to,
    previous: addDaysWithin(from, -7) <= FIRST_DAY ? null : weekOf(addDays(from, -7)),
    next: shown === newest ? null : weekOf(addDays(from, 7)),
    hasPerson,
    hideScores: gates.hideScores,
    days,
    before,
    minerals: [...minerals],
    switchedOff: [...read.switchedOff],
    improved: { more: getMineralsToIncrease(read), resolved: ended.filter((item) => isBetter(item, days)) },
    ended: ended.filter((item) => !isBetter(item, days)),
    open:
      noticed === null
        ? past.filter(showing)
        : alerts.map(({ id, rule, nutrients, finding }) => ({ id, rule, nutrients, finding })),
    openOn: noticed === null ? "then" : "now",
    gaps: [...gaps],
    foods: [...foods],
    leftOut: gates.foodTexts.map(({ text }) => text),
    oneThing: oneThing({ hasPerson, gates, days, alerts, gaps, foodsFor }),
  };
};
