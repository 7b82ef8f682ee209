/**
 * The diary that "Try it with a sample diary" opens with: five weeks of one woman's ordinary eating, with days
 * she forgot, days she logged in part, and a bakery bread of which she knows the label only. Days count back from
 * today; the foods are NDB numbers of SR28 and the weights the table's own portions.
 */

/** NDB number (or "bread", the sample's own food), portion id or "g", how many of it. */
type Item = readonly [food: string, portion: string, count: number];
type Meals = { readonly [meal in "breakfast" | "lunch" | "dinner" | "snack"]?: readonly Item[] };

/** The sample's own food, as its label has it: per 100 g, and nothing about the other minerals. */
export const SAMPLE_BREAD = {
  name: "Sourdough, Corner Bakery",
  per100g: { energy: 247, protein: 8.9, fibre: 4.1, sodium: 480, calcium: 38, iron: 2.4, potassium: 90 },
  portions: [{ label: "1 slice", grams: 39 }],
} as const;

/** What she takes in the evening when she thinks of it. */
export const SAMPLE_SUPPLEMENT = {
  name: "Magnesium citrate 100 mg",
  doseLabel: "capsule",
  contents: [{ nutrient: "magnesium", amount: 100, form: "citrate" }],
  schedule: { times: [{ time: "21:00" }] },
} as const;

const COFFEE: Item = ["14209", "g", 237];

const BREAKFASTS: readonly (readonly Item[])[] = [
  [["08120", "g", 40], ["01289", "g", 243], ["09040", "1-medium-7-to-7-7-8-long", 1], COFFEE],
  [["bread", "p1", 2], ["01009", "1-oz", 1], ["09003", "1-medium-3-dia", 1], COFFEE],
  [["08120", "g", 50], ["09050", "1-cup", 0.5], ["12155", "g", 15], COFFEE],
  [["18075", "1-slice", 2], ["16098", "2-tbsp", 1], COFFEE],
  [["01129", "1-large", 2], ["bread", "p1", 1], ["11529", "1-medium-whole-2-3-5-dia", 1], COFFEE],
];

const LUNCHES: readonly (readonly Item[])[] = [
  [
    ["16070", "1-cup", 1],
    ["bread", "p1", 2],
    ["11124", "1-medium", 1],
  ],
  [
    ["20037", "1-cup", 1],
    ["05064", "g", 100],
    ["11091", "1-2-cup-chopped", 1],
  ],
  [
    ["18075", "1-slice", 2],
    ["05064", "g", 90],
    ["11251", "1-cup-shredded", 1],
    ["11529", "1-medium-whole-2-3-5-dia", 1],
  ],
  [
    ["16057", "1-cup", 0.5],
    ["11251", "1-cup-shredded", 2],
    ["01019", "1-oz", 1],
    ["04053", "1-tbsp", 1],
  ],
  [
    ["20121", "1-cup", 1.5],
    ["06931", "1-serving-1-2-cup", 1],
    ["01009", "g", 20],
  ],
];

const DINNERS: readonly (readonly Item[])[] = [
  [
    ["15237", "g", 120],
    ["11674", "1-potato-medium", 1],
    ["11458", "1-cup", 0.5],
    ["04053", "1-tbsp", 1],
  ],
  [
    ["05064", "1-cup-chopped-or-diced", 1],
    ["20037", "1-cup", 0.75],
    ["11124", "1-medium", 1],
  ],
  [
    ["20121", "1-cup", 2],
    ["06931", "1-serving-1-2-cup", 1],
    ["04053", "1-tbsp", 1],
  ],
  [
    ["16015", "1-cup", 1],
    ["20037", "1-cup", 1],
    ["09037", "g", 70],
    ["04053", "1-tbsp", 1],
  ],
  [
    ["23220", "g", 110],
    ["11674", "1-potato-medium", 1],
    ["11091", "1-2-cup-chopped", 1],
    ["04053", "1-tbsp", 1],
  ],
  [
    ["16126", "1-4-block", 1],
    ["20037", "1-cup", 1],
    ["11091", "1-2-cup-chopped", 2],
  ],
  [
    ["21505", "1-slice", 3],
    ["11251", "1-cup-shredded", 1],
  ],
];

const SNACKS: readonly (readonly Item[])[] = [
  [["12061", "1-oz-23-whole-kernels", 1]],
  [["09200", "1-fruit-2-5-8-dia", 1]],
  [["18159", "1-cookie", 3], COFFEE],
  [["19904", "g", 20]],
  [["09040", "1-medium-7-to-7-7-8-long", 1]],
  [],
];

const DAYS = 35;
/** Days ago on which nothing was logged. */
const FORGOTTEN = new Set([4, 11, 12, 19, 25, 26, 33]);
/** Days ago on which dinner was not logged, and which are marked so. */
const PARTIAL = new Set([2, 7, 14, 16, 22, 29]);

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export type SampleDay = {
  readonly daysAgo: number;
  /** Null today, which is not over. */
  readonly mark: "complete" | "incomplete" | null;
  readonly meals: Meals;
  /** Whether the supplement was taken. */
  readonly supplement: boolean;
};

/** The sample's days, today first. Today ends before dinner, so that there is something left to suggest. */
export const sampleDays = (): SampleDay[] =>
  Array.from({ length: DAYS }, (_, daysAgo) => daysAgo)
    .filter((daysAgo) => !FORGOTTEN.has(daysAgo))
    .map((daysAgo) => {
      const partial = daysAgo === 0 || PARTIAL.has(daysAgo);
      return {
        daysAgo,
        mark: daysAgo === 0 ? null : partial ? "incomplete" : "complete",
        supplement: daysAgo % 4 === 1,
        meals: {
          breakfast: pick(BREAKFASTS, daysAgo * 3),
          lunch: pick(LUNCHES, daysAgo * 2),
          ...(partial ? {} : { dinner: pick(DINNERS, daysAgo) }),
          snack: pick(SNACKS, daysAgo),
        },
      };
    });
