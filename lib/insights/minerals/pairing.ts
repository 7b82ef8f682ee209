import "server-only";
import { loadCatalogue } from "../../catalogue/load";
import type { MealFood } from "../../diary";
import type { EntryView } from "../../diary/schemas";
import { listName } from "../../foods";
import {
  averageIntakeOf,
  type FoodPerson,
  forGrams,
  HELPFUL_VITAMIN_C_MG,
  highZincDays,
  IRON_AGAINST_ZINC_MG,
  isCovered,
  MIN_MEALS_FOR_A_PATTERN,
  type Mineral,
  minimumDays,
  type NamedCount,
  type PairItem,
  type PlantIronMeals,
  plantIronMeals,
  type TakenDose,
  tabletDays,
} from "../../nutrition";
import type { TargetsView } from "../../profile/schemas";
import {
  byMeal,
  countedDays,
  fleshOf,
  foodPersonOf,
  isTeaOrCoffee,
  judge,
  mayBeNamed,
  type ReadDays,
} from "../assessment";
import type { PairingView, VitaminCStep, VitaminDView } from "./schemas";

/*
 * What the person's own meals and supplements say beside the statements on pairing. It counts; how much somebody
 * absorbs is not told from it.
 */

/** Minerals with something to say about their meals, and about the tablets beside them. */
export const PAIRED_IN_MEALS: ReadonlySet<Mineral> = new Set(["iron", "calcium"]);
export const PAIRED_IN_TABLETS: ReadonlySet<Mineral> = new Set(["iron", "calcium", "zinc"]);

const NAMED = 3;

/** Whether a food's iron is that of plants: no meat, fish, egg or milk; null for dishes and one's own foods. */
const isPlant = (id: string): boolean | null => {
  const flesh = fleshOf(id);
  if (flesh !== false) return flesh === null ? null : false;
  const table = loadCatalogue();
  return table.groupAt(table.indexOf(id)) !== "dairyEgg";
};

const pairItem = ({ food, name, amounts }: MealFood): PairItem => ({
  name: listName(food, name),
  amounts,
  plant: isPlant(food),
  teaOrCoffee: isTeaOrCoffee(food),
});

const few = (names: readonly NamedCount[]) => names.slice(0, NAMED);

/** Foods with vitamin C that go beside a meal, in household portions of the table, the handiest first. */
const VITAMIN_C_FOODS = [
  { food: "ndb:09148", name: "a kiwi", portion: "1-fruit-2-dia" },
  { food: "ndb:09200", name: "an orange", portion: "1-fruit-2-5-8-dia" },
  { food: "ndb:11821", name: "a small red pepper", portion: "1-small" },
  { food: "ndb:11091", name: "half a cup of broccoli", portion: "1-2-cup-chopped" },
] as const;

/** Those of these foods that the person may be pointed to: what is eaten anyway first. */
export const vitaminCFoods = (eaten: { has: (food: string) => boolean }, person: FoodPerson) => {
  const table = loadCatalogue();
  return VITAMIN_C_FOODS.flatMap(({ food, name, portion: id }) => {
    const found = table.food(food);
    const portion = found?.portions.find((candidate) => candidate.id === id);
    if (!found || !portion) throw new Error(`The food table has no ${food} by the ${id}`);
    const amounts = forGrams(found.per100g, portion.grams);
    const { vitaminC } = amounts;
    if (vitaminC === null || vitaminC < HELPFUL_VITAMIN_C_MG) return [];
    if (!mayBeNamed(person, food, portion.grams)) return [];
    return [{ food, name, portion, grams: portion.grams, amounts, vitaminC, found }];
  }).toSorted((a, b) => Number(eaten.has(b.food)) - Number(eaten.has(a.food)));
};

/** One food for the meals whose iron comes without vitamin C, one the person eats anyway where there is one. */
const findVitaminCStep = (
  iron: PlantIronMeals,
  meals: readonly MealFood[],
  person: FoodPerson,
): VitaminCStep | null => {
  const [beside] = iron.ironWithoutVitaminC;
  if (iron.meals < MIN_MEALS_FOR_A_PATTERN || !beside) return null;
  const [first] = vitaminCFoods(new Set(meals.map((meal) => meal.food)), person);
  if (!first) return null;
  const { food, name, grams, vitaminC } = first;
  return { food, name, grams, vitaminC, beside: beside.name };
};

const getVitaminD = (read: ReadDays, targets: TargetsView): VitaminDView => {
  const found = averageIntakeOf("vitaminD", countedDays(read));
  return {
    days: found.days,
    mean: found.mean,
    coverageOfMean: found.coverageOfMean,
    coverage: found.coverage,
    enough: found.days >= minimumDays("vitaminD") && found.coverage !== null && isCovered(found.coverage),
    target: targets.vitamins.find(({ nutrient }) => nutrient === "vitaminD")?.target ?? null,
  };
};

const toTakenDose = ({ date, time, nutrients }: EntryView): TakenDose => ({ date, time, amounts: nutrients });

/** A dose without what a doctor prescribed in it. */
const ownDose = ({ date, time, nutrients, prescribed = [] }: EntryView): TakenDose => ({
  date,
  time,
  amounts: Object.fromEntries(
    Object.entries(nutrients).filter(([nutrient]) => !prescribed.some((id) => id === nutrient)),
  ),
});

/**
 * What is to be said of one mineral.
 * @param meals the foods of the last `days` days that count.
 * @param taken the doses of the last `days` days.
 */
export const getPairing = (
  mineral: Mineral,
  read: ReadDays,
  targets: TargetsView,
  meals: readonly MealFood[],
  taken: readonly EntryView[],
  days: number,
): PairingView => {
  const { gates } = read;
  const doses = taken.map(toTakenDose);
  const zincTold = !gates.noComparison.has("zinc");
  const found = PAIRED_IN_MEALS.has(mineral)
    ? plantIronMeals(byMeal(meals).map((meal) => meal.map(pairItem)))
    : null;
  const tips = !(gates.noTips.has("iron") || gates.referenceOnly);
  const { verdict } = judge(read, mineral).item;
  const met = verdict === "probably-meets" || verdict === "very-probably-meets";
  return {
    days,
    any: meals.length > 0 || doses.length > 0,
    vitaminD: mineral === "calcium" && !gates.noTips.has("vitaminD") ? getVitaminD(read, targets) : null,
    iron: found && {
      ...found,
      vitaminCFrom: few(found.vitaminCFrom),
      ironWithoutVitaminC: few(found.ironWithoutVitaminC),
    },
    calciumIron: PAIRED_IN_MEALS.has(mineral)
      ? tabletDays(doses, { nutrient: "calcium" }, { nutrient: "iron" })
      : null,
    ironZinc:
      zincTold && (mineral === "iron" || mineral === "zinc")
        ? tabletDays(doses, { nutrient: "iron", from: IRON_AGAINST_ZINC_MG }, { nutrient: "zinc" })
        : null,
    highZincDays: zincTold && mineral === "zinc" ? highZincDays(taken.map(ownDose)) : null,
    step:
      mineral === "iron" && found && tips && !met
        ? findVitaminCStep(found, meals, foodPersonOf(read.profile, targets, gates))
        : null,
  };
};
