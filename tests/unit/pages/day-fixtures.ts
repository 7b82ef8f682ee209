import { type FoodEntry, MEALS } from "@/lib/diary/schemas";
import type { MineralDay, TodayPage } from "@/lib/insights/schemas";
import { composition, MINERALS, type Mineral, NUTRIENTS } from "@/lib/nutrition";

export const TODAY = "2026-11-23";

/** 100 g of a food that holds 100 mg magnesium, and what is given. */
export const anEntry = ({
  nutrients = {},
  ...given
}: Partial<Omit<FoodEntry, "nutrients">> & {
  id: string;
  nutrients?: Partial<FoodEntry["nutrients"]>;
}): FoodEntry => ({
  date: TODAY,
  time: null,
  meal: "lunch",
  kind: "food",
  food: "ndb:16070",
  name: "Lentils",
  grams: 100,
  portion: null,
  preparation: null,
  note: null,
  nutrients: composition({ energy: 100, magnesium: 100, ...nutrients }),
  createdAt: "2026-11-23T10:00:00.000Z",
  updatedAt: "2026-11-23T10:00:00.000Z",
  version: "v1",
  ...given,
});

const TARGETS: { readonly [M in Mineral]: readonly [target: number, ul: number | null] } = {
  magnesium: [320, 350],
  zinc: [8, 40],
  calcium: [1000, 2500],
  iron: [18, 45],
  selenium: [55, 400],
  potassium: [2600, null],
};

const mineralOf = (mineral: Mineral, entries: readonly FoodEntry[]): MineralDay => {
  const values = entries.flatMap(({ nutrients }) => nutrients[mineral] ?? []);
  const amount = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
  const { unit } = NUTRIENTS[mineral];
  const [target, ul] = TARGETS[mineral];
  return {
    mineral,
    total: { amount, unit, known: values.length, entries: entries.length },
    fromSupplements: { amount: null, unit, known: 0, entries: 0 },
    target,
    kind: mineral === "potassium" ? "AI" : "RDA",
    ear: null,
    ul,
    ulScope: ul === null ? null : mineral === "magnesium" ? "supplements" : "total",
    short: amount === null ? target : amount < target ? target - amount : null,
    percent: amount === null ? null : (amount / target) * 100,
    overLimit: null,
    possibleExtra: null,
    state: "usual",
    scores: true,
  };
};

/** A day with these entries, whose totals are counted from them. */
export const aDay = (entries: readonly FoodEntry[]): TodayPage => ({
  date: TODAY,
  today: TODAY,
  mark: null,
  markVersion: "0",
  hasPerson: true,
  hideScores: false,
  referenceOnly: false,
  halfPortions: false,
  minerals: MINERALS.map((mineral) => mineralOf(mineral, entries)),
  meals: MEALS.map((meal) => ({ meal, entries: entries.filter((entry) => entry.meal === meal) })),
  doses: [],
  plans: [],
  planNotes: {},
  suggestions: {
    items: [],
    leftOut: [],
    together: { atTarget: 0, of: 6, reached: [], close: [], stillShort: [] },
  },
  gaps: [],
  week: [{ date: TODAY, state: entries.length === 0 ? "none" : "partial" }],
  charts: Object.fromEntries(MINERALS.map((mineral) => [mineral, []])) as unknown as TodayPage["charts"],
});
