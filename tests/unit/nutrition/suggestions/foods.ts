import { composition } from "@/lib/nutrition/composition";
import { MINERALS, type Mineral } from "@/lib/nutrition/nutrients";
import {
  type Candidate,
  CONTENTS,
  type Content,
  type PickKind,
} from "@/lib/nutrition/suggestions/candidates";
import type { Need, SuggestionRequest } from "@/lib/nutrition/suggestions/request";
import { foodLimitsOf } from "@/lib/nutrition/suggestions/ruled-out";
import { OPEN_GATES } from "../../../support/nutrition";

/** A food's contents: "no" for all but those given. */
const contains = (yes: readonly Content[] = [], unknown: readonly Content[] = []): Candidate["contains"] =>
  Object.fromEntries(
    CONTENTS.map((content) => [content, unknown.includes(content) ? null : yes.includes(content)]),
  ) as Candidate["contains"];

type Row = readonly [
  id: string,
  name: string,
  group: string,
  pick: PickKind | null,
  label: string,
  grams: number,
  /** kcal, Mg, Zn, Ca, Fe, Se, K, Cu, Na, P per 100 g; null is unknown, no sodium and phosphorus where left out. */
  per100g: readonly (number | null)[],
  contents?: readonly Content[],
  highOxalate?: boolean,
];

export const food = ([
  foodId,
  name,
  group,
  pick,
  portionLabel,
  portionGrams,
  row,
  contents,
  oxalate,
]: Row): Candidate => {
  const [energy, magnesium, zinc, calcium, iron, selenium, potassium, copper, sodium, phosphorus] = row;
  return {
    foodId,
    name,
    group,
    pick,
    portionLabel,
    portionId: null,
    portionGrams,
    per100g: composition({
      energy: energy ?? null,
      magnesium: magnesium ?? null,
      zinc: zinc ?? null,
      calcium: calcium ?? null,
      iron: iron ?? null,
      selenium: selenium ?? null,
      potassium: potassium ?? null,
      copper: copper ?? null,
      sodium: sodium === undefined ? 0 : sodium,
      phosphorus: phosphorus === undefined ? 0 : phosphorus,
    }),
    contains: contains(contents),
    oxalate: oxalate === true ? "very-high" : "low",
    highOxalate: oxalate === true,
  };
};

/** Values of USDA SR28. */
export const FOODS: readonly Candidate[] = (
  [
    [
      "spinach",
      "Spinach, cooked, boiled, drained",
      "Vegetables",
      "leafy-green",
      "1 cup",
      180,
      [23, 87, 0.76, 136, 3.57, 1.5, 466, 0.174, 70, 56],
      [],
      true,
    ],
    [
      "collards",
      "Collards, cooked, boiled, drained",
      "Vegetables",
      "leafy-green",
      "1 cup, chopped",
      190,
      [33, 21, 0.23, 141, 1.13, 0.5, 117, 0.051, 15, 32],
    ],
    [
      "pumpkin-seeds",
      "Seeds, pumpkin and squash seed kernels, dried",
      "Nuts and seeds",
      "seed",
      "1 oz",
      28.35,
      [559, 592, 7.81, 46, 8.82, 9.4, 809, 1.343, 7, 1233],
    ],
    [
      "almonds",
      "Nuts, almonds",
      "Nuts and seeds",
      "nut",
      "1 oz",
      28.35,
      [579, 270, 3.12, 269, 3.71, 4.1, 733, 1.031, 1, 481],
      ["treeNuts"],
    ],
    [
      "brazil-nut",
      "Nuts, brazilnuts, dried, unblanched",
      "Nuts and seeds",
      "nut",
      "1 nut",
      5,
      [659, 376, 4.06, 160, 2.43, 1917, 659, 1.743, 3, 725],
      ["treeNuts"],
    ],
    [
      "yogurt",
      "Yogurt, plain, low fat",
      "Dairy and egg products",
      "yogurt",
      "1 cup",
      245,
      [63, 17, 0.89, 183, 0.08, 3.3, 234, 0.013, 70, 144],
      ["dairy"],
    ],
    [
      "kefir",
      "Kefir, lowfat, plain",
      "Dairy and egg products",
      "kefir",
      "1 glass (240 g)",
      240,
      [41, 12, 0.46, 130, 0.04, 3.6, 164, 0.009, 40, 105],
      ["dairy"],
    ],
    [
      "egg",
      "Egg, whole, cooked, hard-boiled",
      "Dairy and egg products",
      null,
      "1 large egg",
      50,
      [155, 10, 1.05, 50, 1.19, 30.8, 126, 0.013, 124, 172],
      ["egg"],
    ],
    [
      "lentils",
      "Lentils, cooked, boiled",
      "Legumes",
      null,
      "1/2 cup",
      99,
      [116, 36, 1.27, 19, 3.33, 2.8, 369, 0.251, 2, 180],
    ],
    [
      "tofu",
      "Tofu, firm, prepared with calcium sulfate",
      "Legumes",
      null,
      "1/2 cup",
      126,
      [78, 37, 0.83, 201, 1.61, 9.9, 148, 0.213, 12, 121],
      ["soy"],
    ],
    [
      "salmon",
      "Fish, salmon, Atlantic, wild, cooked, dry heat",
      "Fish and shellfish",
      null,
      "3 oz",
      85,
      [182, 37, 0.82, 15, 1.03, 46.8, 628, 0.321, 56, 256],
      ["fish"],
    ],
    [
      "swordfish",
      "Fish, swordfish, cooked, dry heat",
      "Fish and shellfish",
      null,
      "3 oz",
      85,
      [172, 35, 0.78, 6, 0.45, 68.5, 499, 0.046, 97, 304],
      ["fish"],
    ],
    [
      "oyster",
      "Mollusks, oyster, eastern, wild, cooked, moist heat",
      "Fish and shellfish",
      null,
      "3 oz",
      85,
      [102, 35, 78.6, 116, 9.21, 39.5, 139, 5.707, 166, 194],
      ["shellfish"],
    ],
    [
      "oyster-raw",
      "Mollusks, oyster, eastern, wild, raw",
      "Fish and shellfish",
      null,
      "3 oz",
      85,
      [51, 18, 39.3, 59, 4.61, 19.7, 156, 2.858, 85, 97],
      ["shellfish"],
    ],
    [
      "beef-liver",
      "Beef, variety meats and by-products, liver, cooked, braised",
      "Beef",
      null,
      "3 oz",
      85,
      [191, 21, 5.3, 6, 6.54, 36.1, 352, 14.283, 79, 497],
      ["meat"],
    ],
    [
      "chicken",
      "Chicken, breast, meat only, cooked, roasted",
      "Poultry",
      null,
      "1/2 breast",
      86,
      [165, 29, 1, 15, 1.04, 27.6, 256, 0.049, 74, 228],
      ["meat"],
    ],
    [
      "banana",
      "Bananas, raw",
      "Fruits",
      null,
      "1 medium",
      118,
      [89, 27, 0.15, 5, 0.26, 1, 358, 0.078, 1, 22],
    ],
    [
      "potato",
      "Potatoes, baked, flesh and skin",
      "Vegetables",
      null,
      "1 medium potato",
      173,
      [93, 28, 0.36, 15, 1.08, 0.4, 535, 0.118, 10, 70],
    ],
    [
      "quinoa",
      "Quinoa, cooked",
      "Cereal grains and pasta",
      null,
      "1 cup",
      185,
      [120, 64, 1.09, 17, 1.49, 2.8, 172, 0.192, 7, 152],
    ],
    [
      "bread",
      "Bread, whole-wheat",
      "Baked products",
      null,
      "1 slice",
      32,
      [252, 75, 1.77, 161, 2.47, 25.7, 254, 0.227, 455, 212],
      ["gluten"],
    ],
  ] as const satisfies readonly Row[]
).map((row) => food(row));

/** A woman of 31–50 under the DRI: target, upper limit and what it counts. */
export const NEEDS: { readonly [M in Mineral]: Need } = {
  magnesium: { target: 320, ul: 350, ulScope: "supplements" },
  zinc: { target: 8, ul: 40, ulScope: "total" },
  calcium: { target: 1000, ul: 2500, ulScope: "total" },
  iron: { target: 18, ul: 45, ulScope: "total" },
  selenium: { target: 55, ul: 400, ulScope: "total" },
  potassium: { target: 2600, ul: null, ulScope: null },
};

/** A day that stands at its targets but for the minerals given, fully reported by ten foods. */
export const request = (
  amounts: { readonly [M in Mineral]?: number | null } = {},
  change: Partial<SuggestionRequest> = {},
): SuggestionRequest => ({
  totals: Object.fromEntries(
    MINERALS.map((mineral) => {
      const given = amounts[mineral];
      const amount = given === undefined ? NEEDS[mineral].target : given;
      return [mineral, { amount, known: amount === null ? 0 : 10, entries: 10 }];
    }),
  ) as SuggestionRequest["totals"],
  needs: NEEDS,
  energyHeadroomKcal: null,
  diet: "everything",
  exclusions: [],
  excludedFoods: new Set(),
  limits: foodLimitsOf(NEEDS),
  gates: OPEN_GATES,
  eatenDays: new Map(),
  ...change,
});
