import "server-only";
import type { Viewer } from "../../access";
import {
  FOOD_GROUPS,
  type FoodGroup,
  foodFamily,
  oncePerCatalogue,
  shortName,
  sourceFoods,
} from "../../catalogue";
import { loadCatalogue } from "../../catalogue/load";
import { daysByFood } from "../../diary";
import {
  addDaysWithin,
  bestSources as bestOf,
  canSuggestIncrease,
  type Gates,
  type Mineral,
  NUTRIENTS,
  noTipTexts,
  type PreparedSources,
  prepareSources,
  SELENIUM_VARIATION,
  type Source,
  type SourceNote,
  type SourceOrder,
} from "../../nutrition";
import { getProfile, safetyGates, targetsOn } from "../../profile";
import type { TargetView } from "../../profile/schemas";
import { today } from "../../time";
import { foodPersonOf } from "../assessment";
import type { BestSourcesView, SourceNoteView, SourcesQuery, SourceView } from "./schemas";

const EATEN_DAYS = 30;

const sourcesOf = oncePerCatalogue((table) => prepareSources(sourceFoods(table)));

/** The foods of the tables that are eaten as they are, independent of the person. */
const sources = (): PreparedSources => sourcesOf(loadCatalogue());

/** Groups whose families (cuts of one animal) are counted as separate foods. */
const CUTS: ReadonlySet<FoodGroup> = new Set(["beef", "pork", "poultry", "lambVealGame"]);

type EatenForms = { readonly days: number; readonly forms: number };
const NEVER: EatenForms = { days: 0, forms: 0 };

/** On how many days a food was eaten, in this form or others: of several forms those of the one eaten most. */
const countEatenDays = (eaten: ReadonlyMap<string, number>): ((source: Source) => EatenForms) => {
  const table = loadCatalogue();
  const getFamilyKey = (id: string, family: string, group: string): string =>
    CUTS.has(group as FoodGroup) ? id : family;
  const found = new Map<string, EatenForms>();
  for (const [id, days] of eaten) {
    const at = table.indexOf(id);
    if (at < 0) continue;
    const group = table.groupAt(at);
    const key = getFamilyKey(id, foodFamily(table.names[at] as string, group), group);
    const { days: most, forms } = found.get(key) ?? NEVER;
    found.set(key, { days: Math.max(days, most), forms: forms + 1 });
  }
  return ({ food }) => found.get(getFamilyKey(food.foodId, food.family, food.group)) ?? NEVER;
};

const noteText = (note: SourceNote, mineral: Mineral): string => {
  switch (note) {
    case "selenium-varies":
      return `${SELENIUM_VARIATION.text} More than one or two a day can pass the upper limit.`;
    case "calcium-bound":
      return "Oxalate binds most of this calcium, so do not rely on it.";
    case "phytate":
      return `Its phytate holds on to part of the ${NUTRIENTS[mineral].label.toLowerCase()}. Still worth eating.`;
  }
};

const toNoteViews = ({ notes }: Source, mineral: Mineral): SourceNoteView[] =>
  notes.map((code) => ({ code, text: noteText(code, mineral) }));

/** The data behind every list of one person, read once. */
type Person = {
  readonly gates: Gates;
  readonly target: TargetView;
  readonly foods: ReturnType<typeof foodPersonOf>;
  readonly eaten: (source: Source) => EatenForms;
};

const readPerson = async (viewer: Viewer, ownerId: string, mineral: Mineral): Promise<Person> => {
  const profile = await getProfile(viewer, ownerId);
  const now = today(profile.timeZone);
  const [targets, eaten] = await Promise.all([
    targetsOn(ownerId, profile, now),
    daysByFood(viewer, ownerId, addDaysWithin(now, 1 - EATEN_DAYS), now),
  ]);
  const target = targets.items.find((candidate) => candidate.mineral === mineral);
  if (!target) throw new Error(`No target view for ${mineral}`);
  const gates = safetyGates(profile, now);
  return { target, gates, foods: foodPersonOf(profile, targets, gates), eaten: countEatenDays(eaten) };
};

const toSourcesView = (
  { gates, target, foods, eaten }: Person,
  mineral: Mineral,
  asked: { readonly by: SourceOrder; readonly limit: number; readonly group?: string | undefined },
): BestSourcesView => {
  const by = gates.hideScores ? "portion" : asked.by;
  const found = bestOf(sources(), { ...foods, mineral, by });
  const counts = new Map<string, number>();
  for (const { food } of found.items) counts.set(food.group, (counts.get(food.group) ?? 0) + 1);
  const lines =
    asked.group === undefined ? found.items : found.items.filter(({ food }) => food.group === asked.group);
  const offered = canSuggestIncrease(gates, mineral);
  return {
    mineral,
    unit: NUTRIENTS[mineral].unit,
    by,
    energyHidden: gates.hideScores,
    forChild: gates.halfPortions,
    offered,
    leftOut: gates.foodTexts.map(({ text }) => text),
    reasons: offered ? [] : noTipTexts(gates, mineral).map(({ text }) => text),
    target: target.target,
    ul: target.ul,
    ulScope: target.ulScope,
    count: lines.length,
    items: lines.slice(0, asked.limit).map((source): SourceView => {
      const { food, amount } = source;
      const { days, forms } = eaten(source);
      return {
        food: food.foodId,
        name: food.name,
        short: shortName(food.name),
        group: FOOD_GROUPS[food.group as FoodGroup].label,
        portion: { id: food.portionId, label: food.portionLabel, count: food.count },
        grams: food.portionGrams,
        energyKcal: gates.hideScores ? null : source.energyKcal,
        amount,
        per100Kcal: gates.hideScores ? null : source.per100Kcal,
        share: target.target === null || gates.hideScores ? null : amount / target.target,
        pick: source.pick,
        first: source.first,
        eatenDays: days,
        eatenForms: forms,
        notes: toNoteViews(source, mineral),
      };
    }),
    groups: [...counts]
      .map(([id, count]) => ({ id, label: FOOD_GROUPS[id as FoodGroup].label, count }))
      .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
    permitted: found.permitted,
    unknown: found.unknown,
  };
};

/**
 * The foods richest in a mineral, of the plain foods that fit the person's diet, exclusions and conditions, by portion
 * or by energy, with their share of the person's own target. Not offered where suggestions of the mineral are not.
 */
export const bestSources = async (
  viewer: Viewer,
  ownerId: string,
  mineral: Mineral,
  asked: SourcesQuery,
): Promise<BestSourcesView> => toSourcesView(await readPerson(viewer, ownerId, mineral), mineral, asked);

/** Both orders at once, for a switch between them. */
export const bestSourcesBoth = async (
  viewer: Viewer,
  ownerId: string,
  mineral: Mineral,
  limit: number,
): Promise<{ readonly [O in SourceOrder]: BestSourcesView }> => {
  const person = await readPerson(viewer, ownerId, mineral);
  return {
    portion: toSourcesView(person, mineral, { by: "portion", limit }),
    energy: toSourcesView(person, mineral, { by: "energy", limit }),
  };
};
