import "server-only";
import type { Viewer } from "../../access";
import { dosesTaken, foodsByMeal, sumsByFood, sumsByMeal } from "../../diary";
import { ignoreUnhandledRejection } from "../../errors";
import {
  addDaysWithin,
  addSupplements,
  averageIntakeOf,
  canSuggestIncrease,
  eachDay,
  type Gates,
  gateTextsAbout,
  IRON_PERCENTILES,
  type LocalDate,
  type Mineral,
  medicineTiming,
} from "../../nutrition";
import { getProfile, safetyGates, targetsOn } from "../../profile";
import type { ProfileView } from "../../profile/schemas";
import { today } from "../../time";
import {
  absorptionOf,
  allStandards,
  countedDays,
  isLeftOpen,
  type Judged,
  judge,
  leftOutDates,
  leftOutDays,
  type ReadDays,
  readDays,
  SOURCE_NUTRIENTS,
  type SourceSums,
  secondLineMeans,
  weekSeriesOf,
  withOpenFoods,
} from "../assessment";
import type { LeftOutReason, SecondLineMean } from "../assessment/schemas";
import { LOGGED_LETTERS } from "../client";
import { getMealShares } from "./meal-shares";
import { getSources } from "./mineral-sources";
import { getPairing, PAIRED_IN_MEALS, PAIRED_IN_TABLETS } from "./pairing";
import type {
  DaySeries,
  MealsView,
  MineralDays,
  MineralFoods,
  MineralFrame,
  PairingView,
  Period,
  RequirementShape,
} from "./schemas";

const NAMED_DATES = 10;
/** Meals and doses are looked at one by one: a month of them says what a year would. */
const MEAL_DAYS = 30;
/** Longer periods are drawn by weeks: single days would be too narrow. */
const MAX_DRAWN_DAYS = 90;
/** On a phone fewer already are, so that a period beyond these has weeks as well. */
const MAX_DAYS_ON_A_PHONE = 30;

const toDaySeries = (mineral: Mineral, { from, to, sums, logged }: ReadDays): DaySeries => {
  const byDate = new Map(sums.map((sum) => [sum.date, sum]));
  const days = eachDay(from, to).map((date) => {
    const sum = byDate.get(date);
    const total = sum && addSupplements(sum.food[mineral], sum.supplements[mineral]);
    return {
      state: LOGGED_LETTERS[logged.get(date) ?? "none"],
      amount: total?.amount ?? null,
      supplement: sum?.supplements[mineral].amount ?? null,
      known: total ? total.known : 0,
      entries: total ? total.entries : 0,
    };
  });
  return {
    from,
    states: days.map(({ state }) => state).join(""),
    amounts: days.map(({ amount }) => amount),
    supplements: days.map(({ supplement }) => supplement),
    known: days.map(({ known }) => known),
    entries: days.map(({ entries }) => entries),
  };
};

const getRequirementShape = ({ adequacy, item }: Judged): RequirementShape | null => {
  if (adequacy === null || adequacy.method === null || item.reference === null) return null;
  if (adequacy.iron) {
    const { values } = adequacy.iron.distribution;
    return { kind: "percentiles", percentiles: IRON_PERCENTILES, values };
  }
  const { ear, target, kind } = item.reference;
  if (adequacy.method === "ear" && ear !== null && adequacy.sdRequirement) {
    return { kind: "normal", mean: ear, sd: adequacy.sdRequirement.value };
  }
  const name = kind === "AI" ? "adequate intake" : "recommended intake";
  return target === null ? null : { kind: "level", value: target, name };
};

/** The days left out, by reason; days without a value are named where the mineral is judged. */
const leftOutByReason = (
  mineral: Mineral,
  read: ReadDays,
  { adequacy }: Judged,
): MineralDays["days"]["leftOut"] => {
  const dates = new Map<LeftOutReason, LocalDate[]>();
  for (const { date, reason } of leftOutDays(read, adequacy === null ? undefined : mineral))
    dates.set(reason, [...(dates.get(reason) ?? []), date]);
  return [...dates].map(([reason, all]) => ({
    reason,
    count: all.length,
    dates: all.toSorted().slice(-NAMED_DATES),
  }));
};

/** What the conditions and the age in the profile say about this mineral. */
const getCautions = (mineral: Mineral, gates: Gates): string[] =>
  gateTextsAbout(gates, mineral, "figures").map(({ text }) => text);

/** @param foods what each food gave; waited for only where foods leave the verdict open. */
const getMineralDays = async (
  mineral: Mineral,
  period: Period,
  read: ReadDays,
  foods: Promise<readonly SourceSums[]>,
): Promise<MineralDays> => {
  const judged = judge(read, mineral);
  return {
    series: period <= MAX_DRAWN_DAYS ? toDaySeries(mineral, read) : null,
    weeks: period > MAX_DAYS_ON_A_PHONE ? weekSeriesOf(mineral, read) : null,
    adequacy: isLeftOpen(judged.item) ? withOpenFoods(judged.item, await foods) : judged.item,
    requirement: getRequirementShape(judged),
    days: { ...read.counted, leftOut: leftOutByReason(mineral, read, judged) },
  };
};

/** The page of a mineral: its frame, and parts that come when they are ready, from days that are read once. */
export type MineralPage = MineralFrame & {
  readonly days: Promise<MineralDays>;
  readonly foods: Promise<MineralFoods>;
  readonly meals: Promise<MealsView>;
  /** Null for a mineral without statements on pairing. */
  readonly pairing: Promise<PairingView> | null;
  /** Sodium over the same days, which stands beside potassium; null for the other minerals. */
  readonly sodium: Promise<SecondLineMean | null> | null;
};

const sodiumOf = (profile: ProfileView, date: LocalDate, read: ReadDays): SecondLineMean | null =>
  secondLineMeans(profile, date, countedDays(read)).find(({ nutrient }) => nutrient === "sodium") ?? null;

/**
 * Everything the page of a mineral shows, for a period that ends today. A handful of queries whatever the period: one
 * grouped by day, one by food, one by meal, and for what is paired the meals and doses of the last month.
 */
export const mineralPage = async (
  viewer: Viewer,
  ownerId: string,
  mineral: Mineral,
  period: Period,
): Promise<MineralPage> => {
  const profile = await getProfile(viewer, ownerId);
  const to = today(profile.timeZone);
  const from = addDaysWithin(to, 1 - period);
  const back = Math.min(period, MEAL_DAYS);
  const recent = addDaysWithin(to, 1 - back);
  const read = ignoreUnhandledRejection(readDays(viewer, ownerId, profile, { from, to }));
  const targets = await targetsOn(ownerId, profile, to);
  const target = targets.items.find((candidate) => candidate.mineral === mineral);
  if (!target) throw new Error(`No target view for ${mineral}`);
  const gates = safetyGates(profile, to);

  const average = read.then((all) => averageIntakeOf(mineral, countedDays(all)));
  const foods = read.then((all) =>
    sumsByFood(viewer, ownerId, from, to, SOURCE_NUTRIENTS, leftOutDates(all)),
  );
  const mealFoods = read.then((all) =>
    PAIRED_IN_MEALS.has(mineral) ? foodsByMeal(viewer, ownerId, recent, to, leftOutDates(all)) : [],
  );
  const shares = Promise.all([read, average]).then(async ([all, { days }]) =>
    getMealShares(
      days === 0 ? [] : await sumsByMeal(viewer, ownerId, from, to, mineral, leftOutDates(all, mineral)),
      days,
    ),
  );
  return {
    mineral,
    period,
    from,
    to,
    standard: profile.standard,
    hasPerson: profile.birthDate !== null && profile.sex !== null,
    target,
    references: gates.noTips.has(mineral) ? [] : allStandards(mineral, profile, to),
    noTips: !canSuggestIncrease(gates, mineral),
    gates,
    cautions: getCautions(mineral, gates),
    medicineNotes: medicineTiming(profile.medicines, [mineral])
      .filter(({ nutrients }) => nutrients.length > 0)
      .map(({ text }) => text),
    days: ignoreUnhandledRejection(read.then((all) => getMineralDays(mineral, period, all, foods))),
    foods: ignoreUnhandledRejection(
      Promise.all([read, average, foods, mealFoods]).then(([all, mean, eaten, meals]) => ({
        sources: getSources(mineral, all.counted.usable === 0 ? [] : eaten, mean, all.counted.usable),
        absorption: absorptionOf(mineral, all, eaten, meals, back),
      })),
    ),
    meals: ignoreUnhandledRejection(shares),
    pairing: PAIRED_IN_TABLETS.has(mineral)
      ? ignoreUnhandledRejection(
          Promise.all([read, mealFoods, dosesTaken(viewer, ownerId, recent, to)]).then(
            ([all, meals, doses]) => getPairing(mineral, all, targets, meals, doses, back),
          ),
        )
      : null,
    sodium:
      mineral === "potassium"
        ? ignoreUnhandledRejection(read.then((all) => sodiumOf(profile, to, all)))
        : null,
  };
};
