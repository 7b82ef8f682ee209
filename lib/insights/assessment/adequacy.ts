import "server-only";
import type { Viewer } from "../../access";
import { type DaySums, dayMarks, sumsByDay } from "../../diary";
import { AppError } from "../../errors";
import {
  ADEQUACY_WORDS,
  type Adequacy,
  addDays,
  adequacyOf,
  type DayIntake,
  dayIntakeOf,
  eachDay,
  FIRST_DAY,
  type Gates,
  type LocalDate,
  MINERALS,
  type Mineral,
  NUTRIENTS,
  type Person,
  personOn,
  type ReferenceIntake,
  referenceIntake,
  type SaidMark,
  type Standard,
  type UpperLimit,
  upperLimitOf,
  usableDays,
  withinPersonTable,
} from "../../nutrition";
import { getProfile, referencePerson, safetyGates } from "../../profile";
import type { ProfileView } from "../../profile/schemas";
import { today } from "../../time";
import type { Logged } from "../client";
import type {
  AdequacyItem,
  AdequacyQuery,
  AdequacyView,
  AssessedDays,
  LeftOutReason,
  PublishedReference,
} from "./schemas";

export const DEFAULT_DAYS = 30;

/** The days of a span and the person they are of, read once. */
export type ReadDays = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
  readonly profile: ProfileView;
  /** Who is assessed, on the last day; null while the profile does not say, or before birth. */
  readonly person: Person | null;
  readonly gates: Gates;
  /** Every day with entries, as it is stored. */
  readonly sums: readonly DaySums[];
  /** How much of each day is logged; a day that is not in it is not. */
  readonly logged: ReadonlyMap<LocalDate, Logged>;
  /** The days that the core may judge by: without those that are still running or to come. */
  readonly days: readonly DayIntake[];
  readonly counted: AssessedDays;
};

/** Days marked complete without any entry: a fast is a day too, and its zero is known. */
const fasts = (sums: readonly DaySums[], logged: ReadonlyMap<LocalDate, Logged>): DayIntake[] => {
  const eaten = new Set(sums.map(({ date }) => date));
  return [...logged.keys()]
    .filter((date) => !eaten.has(date))
    .map((date) => dayIntakeOf(date, [], "complete"));
};

/** The days of a span that count: a believable amount of food, or marked complete; not those still running. */
export const countedDays = ({ days, counted }: ReadDays): readonly DayIntake[] => {
  const leftOut = new Set(counted.leftOut.map(({ date }) => date));
  return days.filter(({ date }) => !leftOut.has(date));
};

/** How much of each day is logged: the person's word, and without one that there are entries. */
export const loggedDays = (
  sums: readonly DaySums[],
  marks: ReadonlyMap<LocalDate, SaidMark>,
): Map<LocalDate, Logged> =>
  new Map([
    ...[...marks].filter(([, mark]) => mark === "complete"),
    ...sums.map(({ date }) => [date, marks.get(date) ?? ("partial" as const)] as const),
  ]);

/**
 * What the person ate from `from` to `to`, day by day, with the days that do not count named. Two queries, one of
 * them grouped.
 * @throws AppError invalid for more than 400 days.
 */
export const readDays = async (
  viewer: Viewer,
  ownerId: string,
  profile: ProfileView,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<ReadDays> => {
  const [sums, marks] = await Promise.all([
    sumsByDay(viewer, ownerId, from, to),
    dayMarks(viewer, ownerId, from, to),
  ]);
  const now = today(profile.timeZone);
  const described = referencePerson(profile);
  const person = described && personOn(described, to);
  const logged = loggedDays(sums, marks);
  const leftOut: AssessedDays["leftOut"] = [];
  const days: DayIntake[] = [];
  const all: DayIntake[] = [
    ...sums.map((sum) => ({ ...sum, mark: marks.get(sum.date) ?? null })),
    ...fasts(sums, logged),
  ];
  for (const day of all.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const reason: LeftOutReason | null =
      day.date > now ? "not-yet" : day.date === now && day.mark === null ? "still-running" : null;
    if (reason === null) days.push(day);
    else leftOut.push({ date: day.date, reason });
  }
  const { usable, excluded } = usableDays(days, person);
  leftOut.push(...excluded);
  return {
    from,
    to,
    today: now,
    profile,
    person,
    gates: safetyGates(profile, to),
    sums,
    logged,
    days,
    counted: {
      span: eachDay(from, to).length,
      logged: sums.length,
      complete: usable.filter(({ mark }) => mark === "complete").length,
      usable: usable.length,
      leftOut: leftOut.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    },
  };
};

/** A standard's values for a mineral, as they are published; null until the profile says whose. */
export const publishedOn = (
  mineral: Mineral,
  profile: ProfileView,
  date: LocalDate,
  standard: Standard,
): ReferenceIntake<"mixed"> | null => {
  const described = referencePerson(profile);
  return described && referenceIntake(mineral, described, date, standard);
};

const publishedView = (reference: ReferenceIntake): PublishedReference => ({
  standard: reference.standard,
  target: reference.published.target,
  kind: reference.published.kind,
  ear: reference.ear,
  ul: reference.ul,
  ulScope: reference.ulScope,
  ulKind: reference.ulKind,
  group: reference.group?.label ?? null,
  source: reference.source.citation,
  url: reference.source.url,
  year: reference.year,
  ulSource: reference.ulSource?.citation ?? null,
  ulYear: reference.ulYear,
  note: reference.note,
});

/** Both standards' values beside each other, US/Canada first; none until the profile says whose. */
export const bothStandards = (
  mineral: Mineral,
  profile: ProfileView,
  date: LocalDate,
): readonly PublishedReference[] =>
  (["nasem", "efsa"] as const).flatMap((standard) => {
    const reference = publishedOn(mineral, profile, date, standard);
    return reference ? [publishedView(reference)] : [];
  });

/** What the core says of one mineral; the item is what is shown of it. */
export type Judged = { readonly item: AdequacyItem; readonly adequacy: Adequacy | null };

const upperLimitView = (found: UpperLimit): AdequacyItem["upperLimit"] => ({
  limit: found.limit,
  scope: found.scope,
  days: found.days,
  mean: found.mean,
  daysAbove: found.daysAbove,
  probability: found.probability,
  verdict: found.verdict,
  words: found.words,
  reason: found.reason,
});

/** One mineral of a person whose profile does not say enough for anything to be judged. */
const unjudged = (mineral: Mineral): AdequacyItem => ({
  mineral,
  unit: NUTRIENTS[mineral].unit,
  days: 0,
  completeDays: 0,
  mean: null,
  fromFood: null,
  verdict: "cannot-be-judged",
  words: ADEQUACY_WORDS["cannot-be-judged"],
  probability: null,
  probabilityIfFilled: null,
  reason: "no-profile",
  method: null,
  interval90: null,
  coverage: null,
  coverageOfMean: null,
  sdWithin: null,
  sdRequirement: null,
  z: null,
  furtherDays: null,
  caveats: [],
  daysWithoutValue: 0,
  reference: null,
  upperLimit: null,
});

const itemOf = (mineral: Mineral, found: Adequacy, limit: UpperLimit): AdequacyItem => {
  const { usual } = found;
  return {
    mineral,
    unit: NUTRIENTS[mineral].unit,
    days: usual.days,
    completeDays: usual.completeDays,
    mean: usual.mean,
    fromFood: usual.fromFood,
    verdict: found.verdict,
    words: found.words,
    probability: found.probability,
    probabilityIfFilled: found.probabilityIfFilled,
    reason: found.reason,
    method: found.method,
    interval90: usual.interval90,
    coverage: usual.coverage,
    coverageOfMean: usual.coverageOfMean,
    sdWithin: usual.sdWithin && {
      ...usual.sdWithin,
      source:
        usual.sdWithin.basis === "assumed"
          ? withinPersonTable().assumed.selenium.note
          : withinPersonTable().source.citation,
    },
    sdRequirement: found.sdRequirement,
    z: found.z,
    furtherDays: found.furtherDays,
    caveats: [...found.caveats],
    daysWithoutValue: usual.excluded.filter(({ reason }) => reason === "no-value").length,
    reference: publishedView(found.reference),
    upperLimit: upperLimitView(limit),
  };
};

/**
 * A condition says that the usual reference does not apply: what was eaten stays, every comparison goes. For nutrients
 * without comparison the upper limit goes too; of the others it stays, as what lies above it is no less true.
 */
const switchedOff = (item: AdequacyItem, noComparison: boolean): AdequacyItem => ({
  ...item,
  verdict: "cannot-be-judged",
  words: ADEQUACY_WORDS["cannot-be-judged"],
  probability: null,
  probabilityIfFilled: null,
  reason: "switched-off",
  method: null,
  z: null,
  furtherDays: null,
  sdRequirement: null,
  reference: null,
  upperLimit: noComparison ? null : item.upperLimit,
});

/** One mineral over days already read: usual intake, adequacy and upper limit, within the gates of the profile. */
export const judge = (read: ReadDays, mineral: Mineral): Judged => {
  const { person, profile, gates, days, to } = read;
  const reference = publishedOn(mineral, profile, to, profile.standard);
  if (person === null || reference === null) return { item: unjudged(mineral), adequacy: null };
  const adequacy = adequacyOf(reference, days, person);
  const item = itemOf(mineral, adequacy, upperLimitOf(reference, days, person));
  return gates.noTips.has(mineral)
    ? { item: switchedOff(item, gates.noComparison.has(mineral)), adequacy: null }
    : { item, adequacy };
};

/**
 * The span that is asked for: the last `usual` days when nothing is said.
 * @throws AppError invalid when it would begin after today.
 */
export const spanOf = (
  query: AdequacyQuery,
  now: LocalDate,
  usual: number,
): { from: LocalDate; to: LocalDate } => {
  const to = query.to ?? now;
  const earliest = addDays(FIRST_DAY, usual);
  const from = query.from ?? (to < earliest ? FIRST_DAY : addDays(to, 1 - usual));
  if (from > to) {
    throw new AppError("invalid", "The first day lies after today.", {
      fields: { from: "must not be after today when to is left out" },
    });
  }
  return { from, to };
};

/**
 * How sure the days of a span make us that usual intakes meet the need, for the six minerals, and whether they pass
 * the upper limits. The last 30 days when no span is given.
 * @throws AppError invalid for more than 400 days.
 */
export const adequacy = async (
  viewer: Viewer,
  ownerId: string,
  query: AdequacyQuery = {},
): Promise<AdequacyView> => {
  const profile = await getProfile(viewer, ownerId);
  const read = await readDays(viewer, ownerId, profile, spanOf(query, today(profile.timeZone), DEFAULT_DAYS));
  return {
    from: read.from,
    to: read.to,
    standard: profile.standard,
    days: read.counted,
    items: MINERALS.map((mineral) => judge(read, mineral).item),
  };
};

/** Both standards' published values of the six minerals for the owner today; none until the profile says who it is. */
export const referencesOf = async (
  viewer: Viewer,
  ownerId: string,
): Promise<readonly { mineral: Mineral; references: readonly PublishedReference[] }[]> => {
  const profile = await getProfile(viewer, ownerId);
  const date = today(profile.timeZone);
  const { noTips } = safetyGates(profile, date);
  return MINERALS.filter((mineral) => !noTips.has(mineral)).flatMap((mineral) => {
    const references = bothStandards(mineral, profile, date);
    return references.length === 0 ? [] : [{ mineral, references }];
  });
};
