import type { MineralDay } from "@/lib/insights/schemas";
import {
  type Composition,
  composition,
  forGrams,
  type LocalDate,
  MINERALS,
  type Mineral,
  targetsFor,
  totalOf,
} from "@/lib/nutrition";

type ExampleFood = {
  readonly name: string;
  readonly grams: number;
  /** Row of USDA SR28; null for a packet of which only the label is known. */
  readonly ndb: string | null;
  readonly per100g: Composition;
};

/** What the picture on the landing page is of. The figures are those of the food table; a test compares them. */
export const EXAMPLE_FOODS: readonly ExampleFood[] = [
  {
    name: "Oats",
    grams: 40,
    ndb: "08120",
    per100g: composition({
      magnesium: 138,
      zinc: 3.64,
      calcium: 52,
      iron: 4.25,
      selenium: 28.9,
      potassium: 362,
      energy: 379,
    }),
  },
  {
    name: "Kefir",
    grams: 243,
    ndb: "01289",
    per100g: composition({
      magnesium: 12,
      zinc: 0.46,
      calcium: 130,
      iron: 0.04,
      selenium: 3.6,
      potassium: 164,
      energy: 41,
    }),
  },
  {
    name: "Banana",
    grams: 118,
    ndb: "09040",
    per100g: composition({
      magnesium: 27,
      zinc: 0.15,
      calcium: 5,
      iron: 0.26,
      selenium: 1,
      potassium: 358,
      energy: 89,
    }),
  },
  {
    name: "Lentils",
    grams: 198,
    ndb: "16070",
    per100g: composition({
      magnesium: 36,
      zinc: 1.27,
      calcium: 19,
      iron: 3.33,
      selenium: 2.8,
      potassium: 369,
      energy: 116,
    }),
  },
  {
    name: "Bakery bread",
    grams: 78,
    ndb: null,
    per100g: composition({ calcium: 38, iron: 2.4, potassium: 90, energy: 247 }),
  },
];

/** The density of the foods with a value, times the energy of those without one; null where none lacks a value. */
const possibleExtra = (mineral: Mineral, eaten: readonly Composition[]): number | null => {
  const energyOf = (foods: readonly Composition[]) => totalOf("energy", foods).amount;
  const missing = eaten.filter((food) => food[mineral] === null);
  const known = eaten.filter((food) => food[mineral] !== null);
  const [amount, knownEnergy, missingEnergy] = [
    totalOf(mineral, known).amount,
    energyOf(known),
    energyOf(missing),
  ];
  if (amount === null || knownEnergy === null || missingEnergy === null) return null;
  return (amount / knownEnergy) * missingEnergy;
};

/** A woman of 38 who has had breakfast and lunch, against her targets on a day. */
export const exampleDay = (date: LocalDate): MineralDay[] => {
  const birthDate = `${Number(date.slice(0, 4)) - 38}-01-01`;
  const targets = targetsFor({ birthDate, sex: "female", lifeStage: "none" }, date, "nasem");
  const eaten = EXAMPLE_FOODS.map((food) => forGrams(food.per100g, food.grams));
  return MINERALS.map((mineral) => {
    const { target, kind, ear, ul, ulScope } = targets[mineral];
    const total = totalOf(mineral, eaten);
    const { amount } = total;
    return {
      mineral,
      total,
      fromSupplements: totalOf(mineral, []),
      target,
      kind,
      ear,
      ul,
      ulScope,
      short: target === null || amount === null || amount >= target ? null : target - amount,
      percent: target === null || amount === null ? null : (amount / target) * 100,
      overLimit: null,
      possibleExtra: possibleExtra(mineral, eaten),
      state: "usual",
      scores: true,
    } satisfies MineralDay;
  });
};
