import "server-only";
import type { Viewer } from "../access";
import { shortName } from "../catalogue";
import { foodsByMeal, sumsByFood } from "../diary";
import { isTheirs } from "../foods/schemas";
import {
  addDaysWithin,
  eachDay,
  gatesFor,
  IRON_PERCENTILES,
  isCondition,
  type LocalDate,
  type Mineral,
  medicineTiming,
  PREPARATIONS,
} from "../nutrition";
import { getProfile, targetsOn, today } from "../profile";
import { absorptionOf, SOURCE_NUTRIENTS, type SourceSums } from "./absorption";
import { bothStandards, type Judged, judge, type ReadDays, readDays } from "./adequacy";
import { together } from "./mineral-day";
import type {
  DaySeries,
  FoodShare,
  LeftOutReason,
  MineralPage,
  Period,
  RequirementShape,
  SourcesView,
} from "./schemas";

const TOP_FOODS = 6;
const UNKNOWN_NAMES = 3;
const NAMED_DATES = 10;
/** Meals are looked at one by one: a month of them says what a year would. */
const MEAL_DAYS = 30;

const seriesOf = (mineral: Mineral, { from, to, sums, complete }: ReadDays): DaySeries => {
  const byDate = new Map(sums.map((sum) => [sum.date, sum]));
  const days = eachDay(from, to).map((date) => {
    const sum = byDate.get(date);
    const total = sum && together(sum.food[mineral], sum.supplements[mineral]);
    return {
      state: complete.has(date) ? "c" : sum ? "p" : "n",
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

const requirementOf = ({ adequacy, item }: Judged): RequirementShape | null => {
  if (adequacy === null || adequacy.method === null || item.reference === null) return null;
  if (adequacy.iron) {
    const { values } = adequacy.iron.distribution;
    return { kind: "percentiles", percentiles: IRON_PERCENTILES, values };
  }
  const { ear, target } = item.reference;
  if (adequacy.method === "ear" && ear !== null && adequacy.sdRequirement) {
    return { kind: "normal", mean: ear, sd: adequacy.sdRequirement.value };
  }
  return target === null ? null : { kind: "level", value: target };
};

const labelOf = (preparation: string | null): string | null =>
  PREPARATIONS.find(({ id }) => id === preparation)?.label ?? null;

/** A food's name for a list: short for foods of the reference table, as it was typed for one's own. */
const listName = ({ food, name }: SourceSums): string => (isTheirs(food) ? name : shortName(name));

/** Where a mean of `days` days comes from; `share` is the part of the food energy without a value. */
const sourcesOf = (
  mineral: Mineral,
  foods: readonly SourceSums[],
  days: number,
  share: number | null,
): SourcesView => {
  const giving: FoodShare[] = [];
  let supplements: number | null = null;
  const unknown: { name: string; energy: number }[] = [];
  for (const row of foods) {
    const { amount, known, entries } = row.totals[mineral];
    if (row.kind === "supplement") {
      if (amount !== null) supplements = supplements === null ? amount / days : supplements + amount / days;
      continue;
    }
    if (known < entries) {
      const { energy } = row.totals;
      unknown.push({
        name: listName(row),
        energy: energy.amount === null ? Number.POSITIVE_INFINITY : energy.amount,
      });
    }
    if (amount === null) continue;
    giving.push({
      food: row.food,
      name: listName(row),
      preparation: labelOf(row.preparation),
      days: row.days,
      amount: amount / days,
    });
  }
  giving.sort((a, b) => b.amount - a.amount);
  unknown.sort((a, b) => b.energy - a.energy);
  const others = giving.slice(TOP_FOODS);
  return {
    foods: giving.slice(0, TOP_FOODS),
    others:
      others.length === 0
        ? null
        : { count: others.length, amount: others.reduce((sum, { amount }) => sum + amount, 0) },
    supplements,
    unknown: {
      count: unknown.length,
      names: [...new Set(unknown.map(({ name }) => name))].slice(0, UNKNOWN_NAMES),
      share,
    },
  };
};

const leftOutOf = ({ counted, days }: ReadDays, { adequacy }: Judged): MineralPage["days"]["leftOut"] => {
  const dates = new Map<LeftOutReason, LocalDate[]>();
  const note = (reason: LeftOutReason, date: LocalDate) =>
    dates.set(reason, [...(dates.get(reason) ?? []), date]);
  for (const { date, reason } of counted.leftOut) note(reason, date);
  const known = new Set(days.map(({ date }) => date));
  for (const { date, reason } of adequacy?.usual.excluded ?? []) {
    if (reason === "no-value" && known.has(date)) note(reason, date);
  }
  return [...dates].map(([reason, all]) => ({
    reason,
    count: all.length,
    dates: all.toSorted().slice(-NAMED_DATES),
  }));
};

/** Texts that are about every mineral: ages without a verdict, and conditions that change what is absorbed. */
const GENERAL_TEXTS: ReadonlySet<string> = new Set(["under-14", "infant", "absorption-condition"]);

/** What the conditions and the age in the profile say about this mineral. */
const cautionsOf = (mineral: Mineral, { gates }: ReadDays): string[] =>
  gates.texts
    .filter(({ code }) => {
      if (GENERAL_TEXTS.has(code)) return true;
      if (!isCondition(code)) return false;
      // What the condition alone switches off, for somebody whom nothing else concerns.
      const alone = gatesFor({ conditions: [code], age: 30, lifeStage: "none", sex: "male" });
      return (
        alone.hideTarget.has(mineral) || alone.noTips.has(mineral) || alone.noSupplementTips.has(mineral)
      );
    })
    .map(({ text }) => text);

/**
 * Everything the page of a mineral shows, for a period that ends today. A handful of queries whatever the period:
 * one grouped by day, one by food, and for iron and calcium the meals of the last month.
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
  const [read, targets] = await Promise.all([
    readDays(viewer, ownerId, profile, { from, to }),
    targetsOn(ownerId, profile, to),
  ]);
  const except = read.counted.leftOut.map(({ date }) => date);
  const mealsFrom = addDaysWithin(to, 1 - Math.min(period, MEAL_DAYS));
  const wantsMeals = mineral === "iron" || mineral === "calcium";
  const [foods, meals] = await Promise.all([
    sumsByFood(viewer, ownerId, from, to, SOURCE_NUTRIENTS, except),
    wantsMeals ? foodsByMeal(viewer, ownerId, mealsFrom, to, except) : [],
  ]);
  const judged = judge(read, mineral);
  const { item } = judged;
  const target = targets.items.find((candidate) => candidate.mineral === mineral);
  if (!target) throw new Error(`No target view for ${mineral}`);
  const { gates } = read;
  const shown = !gates.hideTarget.has(mineral);
  const days = item.days > 0 ? item.days : read.counted.usable;
  return {
    mineral,
    period,
    from,
    to,
    standard: profile.standard,
    hasPerson: read.person !== null,
    target,
    references: shown ? bothStandards(mineral, profile, to) : [],
    series: seriesOf(mineral, read),
    adequacy: item,
    requirement: requirementOf(judged),
    days: { ...read.counted, leftOut: leftOutOf(read, judged) },
    sources: sourcesOf(
      mineral,
      days === 0 ? [] : foods,
      days,
      item.coverage === null ? null : 1 - item.coverage,
    ),
    absorption: absorptionOf(mineral, read, foods, meals, Math.min(period, MEAL_DAYS)),
    noTips: gates.noTips.has(mineral) || gates.referenceOnly,
    cautions: cautionsOf(mineral, read),
    medicineNotes: medicineTiming(profile.medicines, [mineral])
      .filter(({ nutrients }) => nutrients.length > 0)
      .map(({ text }) => text),
  };
};
