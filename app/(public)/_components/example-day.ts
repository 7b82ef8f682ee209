import type { MineralDay } from "@/lib/insights/schemas";
import {
  type Composition,
  composition,
  forGrams,
  type LocalDate,
  MINERALS,
  sumMineral,
  targetsFor,
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

/** A woman of 38 who has had breakfast and lunch, against her targets on a day. */
export const exampleDay = (date: LocalDate): MineralDay[] => {
  const birthDate = `${Number(date.slice(0, 4)) - 38}-01-01`;
  const targets = targetsFor({ birthDate, sex: "female", lifeStage: "none" }, date, "nasem");
  const eaten = EXAMPLE_FOODS.map(({ per100g, grams }) => ({
    kind: "food" as const,
    nutrients: forGrams(per100g, grams),
  }));
  return MINERALS.map((mineral) => {
    const { target, kind, ear, ul, ulScope } = targets[mineral];
    const reference = { mineral, target, kind, ear, ul, ulScope, state: "usual" as const, scores: true };
    return { ...reference, ...sumMineral(reference, eaten) };
  });
};
