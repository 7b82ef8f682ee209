import type { Catalogue } from "../decode";
import { BY_ANIMAL } from "../food-family";
import type { FoodGroup } from "../groups";
import { isDish } from "../layout";
import { type Composed, composedOf, saysOtherKind } from "./composed";
import { type Lexicon, looserQueries } from "./looser";
import { indexNames, type NameIndex, type NameTraits } from "./name-index";
import { isNamedSo } from "./named";
import {
  DISH_COST,
  DISH_NAME_COST,
  DISH_UNASKED,
  GENERAL_ENTRY,
  GENERAL_ENTRY_BONUS,
  GROUP_COST,
  LATER_ENTRY_COST,
  PLAIN_FOOD_BONUS,
  SOLD_DRY,
  saysOnlyForm,
  USUAL_IN_GROUP,
} from "./plainness";
import { type Memo, matchesOf, qualityIn, type Scorer, scorerOf } from "./rank";
import { type Reading, readingsOf } from "./readings";
import { type FoundName, isOnlyClose, liftUsed } from "./usage";
import { beginsWord, matchWord } from "./word-matches";
import { mayBeUnspaced, spaced, stem, wordsOf } from "./words";

/** One of the person's own foods, searched together with the table. */
export type OwnFoodName = { readonly id: string; readonly name: string };

export type FoodSearchOptions = {
  /** Largest number of results; less than 1 gives none. */
  readonly limit: number;
  /**
   * Usage by food id (a number above 0, such as recent entries): raises foods among those that match the words equally
   * well.
   */
  readonly boost?: ReadonlyMap<string, number>;
  /** The person's own foods, ranked slightly higher. The index is reused when the same array is passed again. */
  readonly own?: readonly OwnFoodName[];
  /**
   * Whether to return only foods that match every word, allowing only unmistakable misspellings. Otherwise, when there
   * are none, foods that match most words are returned.
   */
  readonly strict?: boolean;
  /**
   * Whether foods are meant as they are eaten, so that cooked lentils stand before raw ones. True unless given; false
   * where ingredients are weighed before cooking, as in recipes.
   */
  readonly asEaten?: boolean;
};

export type FoodMatch = {
  readonly id: string;
  /** Score in points; only the order is meaningful. */
  readonly score: number;
  /** Matched ranges of the name: [start, end) in UTF-16 units, ascending and disjoint. */
  readonly matches: readonly (readonly [start: number, end: number])[];
  /** The other name that it was found by, for a food whose own name does not match; null otherwise. */
  readonly foundAs: string | null;
  /**
   * Whether it is only a near match: a corrected spelling, a substitute for a food missing from the table, without a
   * qualifier that was asked for ("fat free"), or without some of the words.
   */
  readonly onlyClose: boolean;
};

export interface FoodSearch {
  /**
   * Foods that match a query, best first; empty when none does. Deterministic; never throws.
   * @param query as typed, complete or not. Only its first 160 characters and ten words are read.
   */
  search(query: string, options: FoodSearchOptions): FoodMatch[];
}

/** Points added for an own food, and largest number added for usage. */
const OWN_LIFT = 2;
const USAGE_LIFT = 4;
/** Usage at which half of the points for usage are added. */
const USAGE_HALF = 3;
/** Least number of foods that used foods are compared with, so that a short list starts like a long one. */
const COMPARED = 60;
/** Least score of a food beside better ones. */
const MIN_POINTS = 0;
/** Least score of a food when nothing better is found. */
const MIN_ALONE = -6;

/** The part of a single table that the search uses. */
type SearchedTable = Pick<Catalogue, "names" | "ids" | "groupAt" | "traitsAt"> &
  Partial<Pick<Catalogue, "otherNamesAt">>;
/** A catalogue as the search uses it: each of its tables has an index of its own. */
type SearchedCatalogue = SearchedTable & { readonly parts?: readonly SearchedTable[] };

type Hit = FoundName & {
  readonly id: string;
  /** Place among all names, by which equals are ordered. */
  readonly order: number;
  /** Whether it was found by another name than the one that is shown. */
  readonly byOtherName: boolean;
};

const usageLift = (weight: number | undefined): number =>
  weight !== undefined && weight > 0
    ? USAGE_LIFT * (weight === Number.POSITIVE_INFINITY ? 1 : weight / (weight + USAGE_HALF))
    : 0;

/** Order by points, then by length of the name, then by index. */
const byRank = (a: Hit, b: Hit): number =>
  b.points - a.points ||
  (a.index.names[a.name] as string).length - (b.index.names[b.name] as string).length ||
  a.order - b.order;

/** The best `most` foods that the person does not use, and all that they use. */
type Found = { readonly best: Hit[]; readonly used: Hit[]; readonly most: number };

/** Inserts a hit into a sorted list of at most `limit`. */
function offer(best: Hit[], hit: Hit, limit: number): void {
  let at = best.length;
  while (at > 0 && byRank(hit, best[at - 1] as Hit) < 0) at--;
  if (at >= limit) return;
  best.splice(at, 0, hit);
  if (best.length > limit) best.pop();
}

/** The ranges of a name that match a reading. */
function rangesOf({ index, name, reading, memo }: Hit): [number, number][] {
  const matches = matchesOf(index, reading, memo);
  const ranges: [number, number][] = [];
  const last = index.nameStart[name + 1] as number;
  for (let entry = index.nameStart[name] as number; entry < last; entry++) {
    const word = index.word[entry] as number;
    const at = matches.findIndex((found) => qualityIn(index, name, found.get(word) ?? 0) > 0);
    if (at < 0) continue;
    const [start, end] = [index.wordFrom[entry] as number, index.wordTo[entry] as number];
    const text = index.vocabulary[word] as string;
    const typed = reading.wanted[at]?.forms[0]?.text ?? "";
    // For a word typed in part, the typed part; folding may change the length.
    const whole = !text.startsWith(typed) || text.length !== end - start;
    ranges.push([start, whole ? end : start + typed.length]);
  }
  return ranges;
}

/** Groups whose foods answer a composed name only where it says their kind: a soup of chicken with rice. */
const OTHER_KIND: ReadonlySet<FoodGroup> = new Set<FoodGroup>(["soupsSauces", "babyFoods"]);
const OF_SOUPS = /^(?:soup|broth|sauce|gravy|chowder|chili|stew|curry|bisque)$/;

/**
 * Whether a food is of the kind that a composed name says: it has the word of the dish itself ("toast", not "toasted"),
 * or of "X with Y" one as its head noun, and no word of another kind of food, as cookies and dressings have.
 */
const kindOf =
  ({ dish, typed }: Composed) =>
  (index: NameIndex, name: number, group: FoodGroup | null, { wanted }: Reading): boolean => {
    const asks = (of: string): boolean => wanted.some(({ forms }) => forms.some((form) => form.stem === of));
    if (
      group !== null &&
      OTHER_KIND.has(group) &&
      !wanted.some(({ forms }) => forms.some(({ text }) => OF_SOUPS.test(text)))
    )
      return false;
    let named = dish !== null && !asks(typed);
    const last = index.nameStart[name + 1] as number;
    for (let entry = index.nameStart[name] as number; entry < last; entry++) {
      const of = stem(index.vocabulary[index.word[entry] as number] as string);
      if (dish === null ? index.isHead[entry] === 1 && asks(of) : of === typed) named = true;
      else if (saysOtherKind(of) && !asks(of)) return false;
    }
    return named;
  };

/** What follows in the name of a dish only says how it comes: "Green salad, with dressing", "Porridge with milk". */
const HOW_IT_COMES = /[,(]|\s(?:with|in|on)\s/;

/** Whether a typical dish is no more than a composed name asks for: a "jam sandwich" is not one with peanut butter. */
const isWholeDish = ({ names }: NameIndex, name: number, { wanted }: Reading): boolean =>
  wordsOf((names[name] as string).split(HOW_IT_COMES, 1)[0] as string).every(
    ({ text, stem: of }) =>
      text === "and" ||
      saysOnlyForm(of) ||
      wanted.some(({ forms }) => forms.some((form) => form.stem === of || of.startsWith(form.stem))),
  );

/** What the ids of the table begin with that the synonyms are written for. */
const FIRST_TABLE = "ndb:";

const NOTHING_USUAL: ReadonlySet<string> = new Set();

/** The names of a table and, behind them, its foods' other names, each with the food that it is of. */
type TableIndex = { readonly index: NameIndex; readonly others: readonly number[] };

const indexes = new WeakMap<SearchedTable, TableIndex>();

const indexTable = (table: SearchedTable): TableIndex => {
  const index = indexes.get(table) ?? buildIndex(table);
  indexes.set(table, index);
  return index;
};

/** The index of a single table's names, in their order, built once per table. */
export const indexCatalogue = (table: SearchedTable): NameIndex => indexTable(table).index;

/** Far more than the names of any table: equals of an earlier table go first. */
const ORDER_OF_TABLES = 1e7;
/**
 * Points by which a food that is found by another name ranks behind one that is called so. FNDDS lists there what a food
 * may be made with or be like, too: "almond milk" for oatmeal.
 */
const OTHER_NAME_COST = 1.5;

function buildIndex(catalogue: SearchedTable): TableIndex {
  const { names } = catalogue;
  const others: number[] = [];
  const otherNames: string[] = [];
  for (let at = 0; at < names.length; at++)
    for (const name of catalogue.otherNamesAt?.(at) ?? []) {
      others.push(at);
      otherNames.push(name);
    }
  const groups = names.map((_, at) => catalogue.groupAt(at));
  const sizes = new Map<FoodGroup, number>();
  const ranks = groups.map((group) => {
    const rank = sizes.get(group) ?? 0;
    sizes.set(group, rank + 1);
    return rank;
  });
  const dishes = isDish(catalogue.ids[0] ?? "");
  const index = indexNames(otherNames.length === 0 ? names : [...names, ...otherNames], (at) => {
    if (at >= names.length) {
      const group = groups[others[at - names.length] as number] as FoodGroup;
      return dishes
        ? { ...OWN_TRAITS, cost: GROUP_COST[group] + DISH_NAME_COST, unasked: DISH_UNASKED }
        : { ...OWN_TRAITS, cost: GROUP_COST[group] + OTHER_NAME_COST };
    }
    const group = groups[at] as FoodGroup;
    const cost =
      GROUP_COST[group] +
      (LATER_ENTRY_COST * (ranks[at] as number)) / (sizes.get(group) as number) +
      (dishes ? DISH_COST : 0) -
      (catalogue.traitsAt(at).plain ? PLAIN_FOOD_BONUS : 0) -
      (GENERAL_ENTRY.test(names[at] as string) ? GENERAL_ENTRY_BONUS : 0);
    return {
      cost,
      usual: USUAL_IN_GROUP[group] ?? NOTHING_USUAL,
      unasked: 1,
      // A dish is no relative of the foods in it.
      kin: dishes
        ? null
        : {
            group,
            byHead: BY_ANIMAL.has(group) || group === "fishShellfish",
            soldDry: SOLD_DRY.has(group),
            grain: group === "grainsPasta",
            plain: catalogue.traitsAt(at).plain,
          },
    };
  });
  return { index, others };
}

/** Own foods: unmatched words in "Nan's lentil stew" cost little, since "lentil" may mean it. */
const OWN_TRAITS: NameTraits = { cost: 0, usual: NOTHING_USUAL, unasked: 0.3, kin: null };

const indexOwn = (own: readonly OwnFoodName[]): NameIndex =>
  indexNames(
    own.map(({ name }) => name),
    () => OWN_TRAITS,
  );

/** Names to be searched, and what each of them is the name of. */
type Searched = {
  readonly scorer: Scorer;
  readonly idOf: (name: number) => string;
  /** The food of a name beyond the foods' own; of these themselves the same number. */
  readonly foodOf: (name: number) => number;
  /** Food group of a name; null for a person's own. */
  readonly groupOf: (name: number) => FoodGroup | null;
  /** Number of the foods' own names. */
  readonly size: number;
  /** Working array of {@link bestNames}, by food. */
  readonly bestName: Int32Array;
  readonly order: number;
};

/** The best name of each food, of the names that were found. Valid until the next call. */
const bestNames = (
  { foodOf, bestName }: Searched,
  found: readonly number[],
  points: { readonly [name: number]: number },
): Int32Array => {
  for (const name of found) bestName[foodOf(name)] = -1;
  for (const name of found) {
    const food = foodOf(name);
    const before = bestName[food] as number;
    if (before < 0 || (points[name] as number) > (points[before] as number)) bestName[food] = name;
  }
  return bestName;
};

const searchedTable = (table: SearchedTable, order: number): Searched => {
  const { index, others } = indexTable(table);
  const size = table.names.length;
  const foodOf = (name: number): number => (name < size ? name : (others[name - size] as number));
  return {
    scorer: scorerOf(index),
    idOf: (name) => table.ids[foodOf(name)] as string,
    foodOf,
    groupOf: (name) => table.groupAt(foodOf(name)),
    size,
    bestName: new Int32Array(others.length > 0 ? size : 0),
    order,
  };
};

/**
 * Creates the food search over the food tables. The index of each table is built in memory on the first search (200 ms, more on a
 * phone); searching is synchronous, without network or files. Runs in server and browser.
 */
export function createFoodSearch(catalogue: SearchedCatalogue): FoodSearch {
  let built: readonly Searched[] | undefined;
  const ownScorers = new WeakMap<readonly OwnFoodName[], Scorer>();

  /** Adds the matches of a scorer to the best hits so far, and to those in use. */
  const collect = (
    searched: Searched,
    readings: readonly Reading[],
    lift: number,
    { boost, asEaten = true }: FoodSearchOptions,
    least: number,
    { best, used, most }: Found,
    ofKind?: ReturnType<typeof kindOf>,
  ): void => {
    const memo: Memo = new Map();
    const { scorer, idOf, foodOf, groupOf, size, order } = searched;
    const { found, points, reading } = scorer.score(readings, memo, asEaten);
    const names = scorer.index.names.length > size ? bestNames(searched, found, points) : null;
    const mayRise = boost !== undefined && boost.size > 0;
    for (const name of found) {
      const earned = points[name] as number;
      if (earned < least) continue;
      const total = earned + lift;
      const isBehind = best.length >= most && total < (best[most - 1] as Hit).points;
      if (isBehind && !mayRise) continue;
      if (names !== null && names[foodOf(name)] !== name) continue;
      const id = idOf(name);
      const rise = mayRise ? usageLift(boost.get(id)) : 0;
      if (rise === 0 && isBehind) continue;
      if (ofKind !== undefined) {
        const asked = readings[reading[name] as number] as Reading;
        const fits = isDish(id)
          ? isWholeDish(scorer.index, name, asked)
          : ofKind(scorer.index, name, groupOf(name), asked);
        if (!fits) continue;
      }
      const hit: Hit = {
        id,
        order: order + name,
        byOtherName: name >= size,
        index: scorer.index,
        name,
        points: total,
        lift: rise,
        reading: readings[reading[name] as number] as Reading,
        memo,
      };
      if (rise > 0) used.push(hit);
      else offer(best, hit, most);
    }
  };

  return {
    search(query, options) {
      const { limit, own = [], strict } = options;
      if (!(limit >= 1)) return [];
      built ??= (catalogue.parts ?? [catalogue]).map((table, place) =>
        searchedTable(table, place * ORDER_OF_TABLES),
      );
      const tables = built;
      let mine: Searched | undefined;
      if (own.length > 0) {
        const scorer = ownScorers.get(own) ?? scorerOf(indexOwn(own));
        ownScorers.set(own, scorer);
        const idOf = (name: number): string => (own[name] as OwnFoodName).id;
        mine = {
          scorer,
          idOf,
          foodOf: (name) => name,
          groupOf: () => null,
          size: own.length,
          bestName: new Int32Array(0),
          order: 0,
        };
      }
      const scorers = [...tables, ...(mine ? [mine] : [])].map(({ scorer }) => scorer);
      const lexicon: Lexicon = {
        knows: (stem) => scorers.some(({ index }) => index.stems.has(stem)),
        begins: (text) => scorers.some(({ index }) => beginsWord(index, text)),
        resembles: ({ text, stem }) =>
          scorers.some(({ index }) => matchWord(index, text, stem, "likely").size > 0),
      };
      /** The foods that match all words of a text, with `behind` points subtracted. */
      const ask = (text: string, behind: number): (Hit & { onlyClose: boolean })[] => {
        const most = options.boost?.size ? Math.max(limit, COMPARED) : limit;
        const found: Found = { best: [], used: [], most };
        const understood = readingsOf(
          text,
          lexicon.knows,
          lexicon.begins,
          strict === true ? "sure" : "likely",
          // Names of other tables and of dishes count for every row: the words of this one are written for the first table.
          (row) =>
            tables.some(({ scorer, idOf, size }) =>
              isNamedSo(
                scorer.index,
                row,
                (name) =>
                  // What an installed table lists as another name may only be near: "crisps" for pretzels.
                  (name < size || isDish(idOf(name))) && (row.nearest || !idOf(name).startsWith(FIRST_TABLE)),
              ),
            ),
        );
        if (understood === null) return [];
        const { readings, asTyped } = understood;
        const composed = composedOf(text);
        const ofKind = composed && composed.parts.length > 0 ? kindOf(composed) : undefined;
        const allKnown = asTyped.wanted.every(
          ({ filler, forms }) => filler || forms.some(({ stem }) => lexicon.knows(stem)),
        );
        for (const [ways, least] of [
          [readings, MIN_POINTS],
          [[asTyped], MIN_POINTS],
          // A word of the table finds its foods, however uncommon they are.
          [allKnown ? readings : [], MIN_ALONE],
        ] as const) {
          for (const table of tables) collect(table, ways, -behind, options, least, found, ofKind);
          // The vocabulary of the table does not contain the person's own names.
          if (mine) collect(mine, [...ways, asTyped], OWN_LIFT - behind, options, least, found);
          if (found.best.length + found.used.length > 0) break;
        }
        const hits = found.used.length === 0 ? found.best : liftUsed([...found.best, ...found.used], asTyped);
        return hits
          .toSorted(byRank)
          .slice(0, limit)
          .map((hit) => ({ ...hit, onlyClose: isOnlyClose(hit, asTyped) }));
      };
      let hits = ask(query, 0);
      // "牛肉炒面" for a name that has both words, but not in a row.
      if (hits.length === 0 && mine !== undefined && mayBeUnspaced(query)) hits = ask(spaced(query), 0);
      if (hits.length === 0 && strict !== true)
        for (const round of looserQueries(query, lexicon)) {
          const found = round.flatMap(({ query: shorter, behind }) => ask(shorter, behind)).sort(byRank);
          // A food may match two of the shorter queries.
          const ids = new Set<string>();
          hits = found
            .filter(({ id }) => !ids.has(id) && ids.add(id))
            .slice(0, limit)
            .map((hit) => ({ ...hit, onlyClose: true }));
          if (hits.length > 0) break;
        }
      return hits.map((hit) => ({
        id: hit.id,
        score: hit.points,
        matches: hit.byOtherName ? [] : rangesOf(hit),
        foundAs: hit.byOtherName ? (hit.index.names[hit.name] as string) : null,
        onlyClose: hit.onlyClose,
      }));
    },
  };
}
