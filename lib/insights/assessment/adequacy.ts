import "server-only";
import type { Viewer } from "../../access";
import { sumsByFood } from "../../diary";
import {
  ADEQUACY_WORDS,
  type Adequacy,
  addDays,
  adequacyOf,
  type Gates,
  type LocalDate,
  lastChangeWithin,
  MINERALS,
  type Mineral,
  NUTRIENTS,
  type ReferenceIntake,
  STANDARDS,
  type UpperLimit,
  upperLimitOf,
  withinPersonTable,
} from "../../nutrition";
import { getProfile, mixedDietReferenceOf, referenceOf, safetyGates } from "../../profile";
import type { ProfileView } from "../../profile/schemas";
import { today } from "../../time";
import { isLeftOpen, withOpenFoods } from "./open-foods";
import { DEFAULT_DAYS, leftOutDates, type ReadDays, readDays, spanOf } from "./read-days";
import type { AdequacyItem, AdequacyQuery, AdequacyView, PublishedReference } from "./schemas";

const publishedView = (reference: ReferenceIntake): PublishedReference => ({
  standard: reference.standard,
  target: reference.published.target,
  kind: reference.published.kind,
  ear: reference.ear,
  withoutAllowance: reference.withoutAllowance,
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

/** Every authority's values, the one in use first; none until the profile says whose. */
export const allStandards = (
  mineral: Mineral,
  profile: ProfileView,
  date: LocalDate,
): readonly PublishedReference[] =>
  [profile.standard, ...STANDARDS.filter((other) => other !== profile.standard)].flatMap((standard) => {
    const reference = referenceOf(mineral, profile, date, standard);
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
  range: null,
  reason: "no-profile",
  method: null,
  interval90: null,
  coverage: null,
  coverageOfMean: null,
  sdWithin: null,
  ownSd: null,
  oddDay: null,
  openFoods: [],
  sdRequirement: null,
  z: null,
  furtherDays: null,
  caveats: [],
  changedOn: null,
  withoutAllowance: null,
  daysWithoutValue: 0,
  reference: null,
  upperLimit: null,
});

/** Nothing is said of the energy of days to somebody whom scores would weigh on. */
const caveatsFor = ({ caveats }: Adequacy, { hideScores }: Gates): AdequacyItem["caveats"] =>
  caveats.filter((caveat) => !(hideScores && caveat === "energy-below-plausible"));

const itemOf = (
  mineral: Mineral,
  found: Adequacy,
  limit: UpperLimit,
  plain: Adequacy | null,
  gates: Gates,
  changedOn: LocalDate | null,
): AdequacyItem => {
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
    range: found.range,
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
    ownSd: usual.ownSd,
    oddDay: usual.oddDay,
    openFoods: [],
    sdRequirement: found.sdRequirement,
    z: found.z,
    furtherDays: found.furtherDays,
    caveats: [...caveatsFor(found, gates), ...(changedOn === null ? [] : ["life-stage-changed"])],
    changedOn,
    withoutAllowance: plain && {
      verdict: plain.verdict,
      words: plain.words,
      probability: plain.probability,
    },
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
  range: null,
  reason: "switched-off",
  method: null,
  z: null,
  furtherDays: null,
  sdRequirement: null,
  withoutAllowance: null,
  reference: null,
  upperLimit: noComparison ? null : item.upperLimit,
});

/** Since when another life stage holds in the span, where it gives the mineral other values; null where none does. */
const changeOf = (
  mineral: Mineral,
  { profile, from, to }: ReadDays,
  now: ReferenceIntake,
): LocalDate | null => {
  const on = lastChangeWithin(profile.periods, from, to);
  const before = on && referenceOf(mineral, profile, addDays(on, -1));
  const same = before && before.ear === now.ear && before.published.target === now.published.target;
  return same === true ? null : on;
};

/** One mineral over days already read: usual intake, adequacy and upper limit, within the gates of the profile. */
export const judge = (read: ReadDays, mineral: Mineral): Judged => {
  const { person, profile, gates, days, to } = read;
  const reference = referenceOf(mineral, profile, to);
  if (person === null || reference === null) return { item: unjudged(mineral), adequacy: null };
  const adequacy = adequacyOf(reference, days, person);
  const changedOn = changeOf(mineral, read, reference);
  const mixed = reference.withoutAllowance && mixedDietReferenceOf(mineral, profile, to);
  const plain = mixed && adequacyOf(mixed, days, person);
  const limit = upperLimitOf(reference, days, person);
  const item = itemOf(mineral, adequacy, limit, plain, gates, changedOn);
  return gates.noTips.has(mineral)
    ? { item: switchedOff(item, gates.noComparison.has(mineral)), adequacy: null }
    : { item, adequacy };
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
  const items = MINERALS.map((mineral) => judge(read, mineral).item);
  const { from, to } = read;
  const eaten = items.some(isLeftOpen)
    ? await sumsByFood(viewer, ownerId, from, to, [...MINERALS, "energy"], leftOutDates(read))
    : [];
  return {
    from,
    to,
    standard: profile.standard,
    days: read.counted,
    items: items.map((item) => withOpenFoods(item, eaten)),
  };
};

/** Every authority's published values of the six minerals for the owner today; none until the profile says who it is. */
export const referencesOf = async (
  viewer: Viewer,
  ownerId: string,
): Promise<readonly { mineral: Mineral; references: readonly PublishedReference[] }[]> => {
  const profile = await getProfile(viewer, ownerId);
  const date = today(profile.timeZone);
  const { noTips } = safetyGates(profile, date);
  return MINERALS.filter((mineral) => !noTips.has(mineral)).flatMap((mineral) => {
    const references = allStandards(mineral, profile, date);
    return references.length === 0 ? [] : [{ mineral, references }];
  });
};
