import type { FoodGroup } from "../groups";
import { isDish } from "../layout";
import { composedOf } from "./composed";
import { byRank, type Found, type Hit, offer, rangesOf } from "./hits";
import { type Lexicon, looserQueries } from "./looser";
import { isNamedSo } from "./named";
import { isWholeDish, kindOf } from "./of-kind";
import { type Memo, type Scorer, scorerOf } from "./rank";
import { type Reading, readingsOf } from "./readings";
import { indexOwn, indexTable, type SearchedTable } from "./table-index";
import { isOnlyClose, liftUsed } from "./usage";
import { beginsWord, matchWord } from "./word-matches";
import { mayBeUnspaced, spaced } from "./words";

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

/** A catalogue as the search uses it: each of its tables has an index of its own. */
type SearchedCatalogue = SearchedTable & { readonly parts?: readonly SearchedTable[] };

const usageLift = (weight: number | undefined): number =>
  weight !== undefined && weight > 0
    ? USAGE_LIFT * (weight === Number.POSITIVE_INFINITY ? 1 : weight / (weight + USAGE_HALF))
    : 0;

/** What the ids of the table begin with that the synonyms are written for. */
const FIRST_TABLE = "ndb:";

/** Far more than the names of any table: equals of an earlier table go first. */
const ORDER_OF_TABLES = 1e7;
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
