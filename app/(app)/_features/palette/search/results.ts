import type { Favourite } from "@/app/(app)/_features/diary";
import { dayWords } from "@/app/(app)/_features/diary";
import type { FoodTable, LoggableFood } from "@/app/(app)/_features/food";
import {
  type Choice,
  firstChoice,
  lastAmount,
  NO_AMOUNT,
  saysAmount,
  typedChoice,
} from "@/app/(app)/_features/food";
import type { Doubt, Line, TypedAmount } from "@/lib/catalogue";
import type { Meal, RecentFood } from "@/lib/diary/schemas";
import { foodSourceOf, isText, isTheirs, looksLikeBarcode, normaliseBarcode } from "@/lib/foods/client";
import { composition, MINERALS, type Mineral, NUTRIENT_IDS, type NutrientId } from "@/lib/nutrition";

/** One line of the palette: a food in the portion it would be logged in. */
export type Result = {
  readonly food: LoggableFood;
  readonly choice: Choice;
  /** Where the query was found in the name. */
  readonly matches: readonly (readonly [start: number, end: number])[];
  /** "11 times", "today"; under a food of a newer table "also in USDA SR28". */
  readonly remark: string | null;
  readonly eatenBefore: boolean;
  /** The food of a newer table that it stands under, being the same; left out where it stands for itself. */
  readonly twinOf?: string;
  /** The typed food that it only comes near to; left out where it is the food itself. */
  readonly closestTo?: string;
  /** Set where it is no food but a name that was logged without values, with its weight of last time. */
  readonly withoutValues?: { readonly grams: number | null };
};

/** The minerals that a food has an amount for, and not only a lower bound. */
export const reportedMinerals = ({ per100g, lowerBounds }: LoggableFood): readonly Mineral[] =>
  MINERALS.filter((mineral) => per100g[mineral] !== null && !lowerBounds?.includes(mineral));

export type Section = {
  readonly title: string;
  readonly results: readonly Result[];
  /** What of the line has to be confirmed before one of these foods is saved. */
  readonly doubts?: readonly Doubt[];
};

/** A food with its weight of last time; an entry without values may have none. */
type WeighedFood = RecentFood & { readonly grams: number };
const isWeighed = (recent: RecentFood): recent is WeighedFood => recent.grams !== null;

/** The food a person ate lately as far as the entry tells: one portion, and amounts as they were then. */
const foodOfRecent = (recent: WeighedFood): LoggableFood => ({
  id: recent.food,
  name: recent.name,
  listName: recent.name,
  source: foodSourceOf(recent.food),
  table: null,
  portions:
    recent.portion === null || recent.portion.count <= 0
      ? []
      : [
          {
            id: recent.portion.id,
            label: recent.portion.label,
            grams: recent.grams / recent.portion.count,
          },
        ],
  per100g: composition(
    Object.fromEntries(
      NUTRIENT_IDS.map((id) => {
        const value = recent.nutrients[id];
        return [id, value === null ? null : (value / recent.grams) * 100];
      }),
    ) as { [N in NutrientId]: number | null },
  ),
  ...(recent.lowerBounds && { lowerBounds: recent.lowerBounds }),
  highOxalate: null,
});

/** A name that was logged without values, to be logged again in the weight of last time. */
const textResult = ({ food, name, grams }: RecentFood, remark: string): Result => ({
  food: {
    id: food,
    name,
    listName: name,
    source: foodSourceOf(food),
    table: null,
    portions: [],
    per100g: composition(),
    highOxalate: null,
  },
  choice: { portion: null, count: grams ?? Number.NaN },
  matches: [],
  remark,
  eatenBefore: false,
  withoutValues: { grams },
});

/** The portion of last time, where the food still has it. */
const usualChoice = (food: LoggableFood, recent: RecentFood | undefined): Choice | null => {
  if (!recent || !isWeighed(recent)) return null;
  const last = recent.portion;
  if (last === null) return { portion: null, count: recent.grams };
  const portion = food.portions.find(({ id }) => id === last.id);
  return portion ? { portion, count: last.count } : { portion: null, count: recent.grams };
};

/** How much of a food is meant by what was typed: that of last time where nothing was. */
export const choiceFor = (
  table: FoodTable | null,
  food: LoggableFood,
  typed: TypedAmount,
  recent: RecentFood | undefined,
): Choice => {
  if (table === null) return usualChoice(food, recent) ?? firstChoice(food.portions);
  const { assumed, ...choice } = typedChoice(
    food,
    typed,
    table.chooseAmount(food, typed, lastAmount(recent)),
  );
  // An assumed amount needs no explanation here: it is shown beside the food.
  return assumed !== undefined && saysAmount(typed) ? { ...choice, assumed } : choice;
};

type Known = {
  readonly table: FoodTable | null;
  readonly own: ReadonlyMap<string, LoggableFood>;
  readonly recent: readonly RecentFood[];
  readonly favourites: readonly Favourite[];
};

const USUAL = 4;
const FAVOURITES = 8;
const RECENT = 8;
/** A food eaten this often at a meal is usual there. */
const USUAL_FROM = 2;

/** How usual a food is at a meal of this day: by weekday and how lately, then by number. */
const byUse =
  (meal: Meal) =>
  (a: RecentFood, b: RecentFood): number =>
    (b.usual?.[meal] ?? 0) - (a.usual?.[meal] ?? 0) || b.atMeal[meal] - a.atMeal[meal];

/** The favourites that are not shown already, each in its own amount or that of last time. */
const favouriteResults = ({ table, own, recent, favourites }: Known, shown: ReadonlySet<string>): Result[] =>
  favourites.flatMap(({ food: id, amount }) => {
    if (shown.has(id)) return [];
    const before = recent.find((item) => item.food === id);
    const food = own.get(id) ?? table?.find(id) ?? null;
    if (!food) return [];
    const portion =
      amount && "portion" in amount ? food.portions.find((each) => each.id === amount.portion) : undefined;
    const choice: Choice =
      amount && "grams" in amount
        ? { portion: null, count: amount.grams }
        : amount && portion
          ? { portion, count: amount.count }
          : choiceFor(table, food, NO_AMOUNT, before);
    return [
      {
        food: { ...food, name: food.listName },
        choice,
        matches: [],
        remark: null,
        eatenBefore: before !== undefined,
      },
    ];
  });

/**
 * The food that the palette was opened with, once the table or the person's own foods are here.
 * @param wanted how much of it; as usual when it was not said.
 */
export const askedSection = (
  { table, own, recent }: Known,
  asked: string | null,
  wanted: Choice | null,
): Section[] => {
  const food = asked === null ? null : (own.get(asked) ?? table?.find(asked) ?? null);
  if (!food) return [];
  const before = recent.find((item) => item.food === food.id);
  const choice = wanted ?? choiceFor(table, food, NO_AMOUNT, before);
  return [
    {
      title: "Chosen",
      results: [{ food, choice, matches: [], remark: null, eatenBefore: before !== undefined }],
    },
  ];
};

/** The palette's sections before a search: usual at this meal, favourites, recent. */
export const recentSections = (known: Known, meal: Meal, today: string): Section[] => {
  const { table, own, recent } = known;
  const toResults = (item: RecentFood, remark: string): Result[] => {
    if (isText(item.food)) return [textResult(item, remark)];
    // A food or recipe of one's own that was deleted since can no longer be logged.
    if ((isTheirs(item.food) && !own.has(item.food)) || !isWeighed(item)) return [];
    const food = own.get(item.food) ?? table?.find(item.food) ?? foodOfRecent(item);
    const choice = choiceFor(table, food, NO_AMOUNT, item);
    // The list is short enough for short names to be distinct.
    return [{ food: { ...food, name: food.listName }, choice, matches: [], remark, eatenBefore: false }];
  };
  const atMeal = (item: RecentFood): number => item.atMeal[meal];
  const usual = recent
    .filter((item) => atMeal(item) >= USUAL_FROM)
    .toSorted(byUse(meal))
    .slice(0, USUAL);
  const starred = favouriteResults(known, new Set(usual.map(({ food }) => food))).slice(0, FAVOURITES);
  const above = new Set([...usual.map(({ food }) => food), ...starred.map(({ food }) => food.id)]);
  const others = recent.filter(({ food }) => !above.has(food)).slice(0, RECENT);
  return [
    {
      title: `Usually at ${meal}`,
      results: usual.flatMap((item) => toResults(item, `${atMeal(item)} times`)),
    },
    { title: "Favourites", results: starred },
    { title: "Recent", results: others.flatMap((item) => toResults(item, dayWords(item.date, today))) },
  ].filter(({ results }) => results.length > 0);
};

const LIMIT = 20;
/** The title over foods that answer what was typed. */
export const FOODS = "Foods";

/** How much being usual at this meal counts beside having been eaten at all, … */
const USUAL_WEIGHT = 2;
/** … and as how many meals a favourite counts. */
const FAVOURITE_WEIGHT = 6;

/** How much the person uses each food, for the search to lift it. */
export const timesUsed = (
  recent: readonly RecentFood[],
  favourites: readonly Favourite[],
  meal: Meal,
): ReadonlyMap<string, number> => {
  const use = new Map(
    recent.map((item) => [item.food, item.times + USUAL_WEIGHT * (item.usual?.[meal] ?? 0)]),
  );
  for (const { food } of favourites) use.set(food, (use.get(food) ?? 0) + FAVOURITE_WEIGHT);
  return use;
};

/** The title over foods of which some words of the line are left. */
const closest = ({ words, lost }: Line): string =>
  lost.length > 0
    ? `Closest foods. Not understood: ${lost.map((word) => `“${word}”`).join(", ")}`
    : `Closest foods to “${words}”`;

/**
 * Foods that answer a line, from the table in the browser, the one that the line proposes first. When the food's words
 * alone find nothing the number may belong to the name ("7 up"), so the whole text is tried; then the foods that answer
 * most of the words.
 */
export const searchTable = (
  { table, own, recent, favourites }: Known & { readonly table: FoodTable },
  meal: Meal,
  ownNames: readonly { readonly id: string; readonly name: string }[],
  line: Line,
  whole: string,
): Section[] => {
  const boost = timesUsed(recent, favourites, meal);
  const recentById = new Map(recent.map((item) => [item.food, item]));
  const find = (
    title: string,
    words: string,
    typed: TypedAmount,
    strict: boolean,
    doubts: readonly Doubt[],
  ): Section[] => {
    const hits = table.search(words, { limit: LIMIT, boost, own: ownNames, strict });
    const isProposed = ({ hit, twins }: (typeof grouped)[number]): boolean =>
      [hit, ...twins].some(({ id }) => id === line.proposed);
    const grouped = table.group(hits);
    const results = grouped
      .toSorted((a, b) => Number(isProposed(b)) - Number(isProposed(a)))
      .flatMap(({ hit, twins }) => [hit, ...twins].map((each) => ({ ...each, first: hit.id })))
      .flatMap(({ id, matches, onlyClose, first }) => {
        const food = own.get(id) ?? table.find(id);
        if (!food) return [];
        const before = recentById.get(id);
        const choice = choiceFor(table, food, typed, before);
        return [
          {
            food,
            choice,
            matches,
            remark: id !== first && food.table !== null ? `also in ${food.table}` : null,
            eatenBefore: before !== undefined,
            ...(id !== first && { twinOf: first }),
            ...(onlyClose && { closestTo: words }),
          },
        ];
      });
    if (results.length === 0) return [];
    const near = hits[0]?.onlyClose === true;
    const all =
      near && !doubts.some(({ kind }) => kind === "closest" || kind === "words")
        ? [...doubts, { kind: "closest", text: words } as const]
        : doubts;
    return [{ title: near ? closest(line) : title, results, doubts: all }];
  };
  const found = find(
    line.lost.length > 0 ? closest(line) : FOODS,
    line.searched,
    line.typed,
    true,
    line.doubts,
  );
  if (found.length > 0) return found;
  const named = saysAmount(line.typed) ? find(FOODS, whole, NO_AMOUNT, true, []) : [];
  return named.length > 0
    ? named
    : find(closest(line), line.searched, line.typed, false, [{ kind: "words", text: line.words }]);
};

/** The sections of the palette when what is typed is a barcode: the own food that has it. Null for other text. */
export const barcodeSections = (
  text: string,
  own: readonly LoggableFood[],
): { readonly code: string | null; readonly sections: readonly Section[] } | null => {
  if (!looksLikeBarcode(text)) return null;
  const code = normaliseBarcode(text);
  const food = own.find(({ barcode }) => code !== null && barcode === code);
  if (!food) return { code, sections: [] };
  const choice = firstChoice(food.portions);
  return {
    code,
    sections: [
      { title: "Your food", results: [{ food, choice, matches: [], remark: null, eatenBefore: false }] },
    ],
  };
};
