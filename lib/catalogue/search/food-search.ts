import type { Catalogue } from "../decode";
import type { FoodGroup } from "../groups";
import { type Lexicon, looserQueries } from "./looser";
import { indexNames, type NameIndex, type NameTraits } from "./name-index";
import {
  GENERAL_ENTRY,
  GENERAL_ENTRY_BONUS,
  GROUP_COST,
  LATER_ENTRY_COST,
  PLAIN_FOOD_BONUS,
  SOLD_DRY,
  USUAL_IN_GROUP,
} from "./plainness";
import { type Memo, matchesOf, qualityIn, type Scorer, scorerOf } from "./rank";
import { type Reading, readingsOf } from "./readings";
import { type FoundName, isOnlyClose, liftUsed } from "./usage";
import { beginsWord, matchWord } from "./word-matches";

/** A food of the person's own, to be searched beside the table. */
export type OwnFoodName = { readonly id: string; readonly name: string };

export type FoodSearchOptions = {
  /** Most results wanted; less than 1 gives none. */
  readonly limit: number;
  /**
   * Food id → how much the person uses it (any number above 0, say the times logged lately): lifts those found, among
   * the foods that answer the words as well.
   */
  readonly boost?: ReadonlyMap<string, number>;
  /** The person's own foods, ranked in with a lift. Pass the same array again to have its index reused. */
  readonly own?: readonly OwnFoodName[];
  /**
   * Only foods that answer every word, misspelt in an unmistakable way at most; otherwise, when there are none, the
   * foods that answer most of them.
   */
  readonly strict?: boolean;
};

export type FoodMatch = {
  readonly id: string;
  /** Points; only their order has a meaning. */
  readonly score: number;
  /** Where the query was found in the name: [start, end) in UTF-16 units, in order, apart from each other. */
  readonly matches: readonly (readonly [start: number, end: number])[];
  /** It only comes close: by a corrected spelling, or as the nearest to a food that the table does not have. */
  readonly onlyClose: boolean;
};

export interface FoodSearch {
  /**
   * Foods that answer a query, best first; nothing when none does. Same input, same output; never throws.
   * @param query what a person typed, complete or not. Only its first 160 characters and ten words count.
   */
  search(query: string, options: FoodSearchOptions): FoodMatch[];
}

/** Points that an own food, and a food used without end, stand above the others. */
const OWN_LIFT = 2;
const USAGE_LIFT = 4;
/** Usage weight at which half of the lift is reached. */
const USAGE_HALF = 3;
/** Foods that those in use are held against: at least so many, so that a short list begins as a long one does. */
const COMPARED = 60;
/** What scores less answers too little of the query to be shown beside others, … */
const MIN_POINTS = 0;
/** … and what to be shown at all. */
const MIN_ALONE = -6;

/** What the search reads of a catalogue. */
type SearchedCatalogue = Pick<Catalogue, "names" | "ids" | "groupAt" | "traitsAt">;

type Hit = FoundName & { readonly id: string };

const usageLift = (weight: number | undefined): number =>
  weight !== undefined && weight > 0
    ? USAGE_LIFT * (weight === Number.POSITIVE_INFINITY ? 1 : weight / (weight + USAGE_HALF))
    : 0;

/** Points first, then the shorter name, then the order of the list. */
const byRank = (a: Hit, b: Hit): number =>
  b.points - a.points ||
  (a.index.names[a.name] as string).length - (b.index.names[b.name] as string).length ||
  a.name - b.name;

/** The best of the foods that the person does not use, at most so many, and those in use. */
type Found = { readonly best: Hit[]; readonly used: Hit[]; readonly most: number };

/** Puts a hit into a list of the best, where it belongs; the list stays within `limit`. */
function offer(best: Hit[], hit: Hit, limit: number): void {
  let at = best.length;
  while (at > 0 && byRank(hit, best[at - 1] as Hit) < 0) at--;
  if (at >= limit) return;
  best.splice(at, 0, hit);
  if (best.length > limit) best.pop();
}

/** The ranges of a name that answer a reading. */
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
    // Of a word that is only begun, the part that was typed; a folded letter may have another length.
    const whole = !text.startsWith(typed) || text.length !== end - start;
    ranges.push([start, whole ? end : start + typed.length]);
  }
  return ranges;
}

const NOTHING_USUAL: ReadonlySet<string> = new Set();

const indexes = new WeakMap<SearchedCatalogue, NameIndex>();

/** The names of a table taken apart; once for each table, since everything that reads names needs the same. */
export function indexCatalogue(catalogue: SearchedCatalogue): NameIndex {
  const index = indexes.get(catalogue) ?? buildIndex(catalogue);
  indexes.set(catalogue, index);
  return index;
}

function buildIndex(catalogue: SearchedCatalogue): NameIndex {
  const { names } = catalogue;
  const groups = names.map((_, at) => catalogue.groupAt(at));
  const sizes = new Map<FoodGroup, number>();
  const ranks = groups.map((group) => {
    const rank = sizes.get(group) ?? 0;
    sizes.set(group, rank + 1);
    return rank;
  });
  return indexNames(names, (at) => {
    const group = groups[at] as FoodGroup;
    const cost =
      GROUP_COST[group] +
      (LATER_ENTRY_COST * (ranks[at] as number)) / (sizes.get(group) as number) -
      (catalogue.traitsAt(at).plain ? PLAIN_FOOD_BONUS : 0) -
      (GENERAL_ENTRY.test(names[at] as string) ? GENERAL_ENTRY_BONUS : 0);
    return {
      cost,
      usual: USUAL_IN_GROUP[group] ?? NOTHING_USUAL,
      unasked: 1,
      soldDry: SOLD_DRY.has(group),
    };
  });
}

/** Who named a food "Nan's lentil stew" may well mean it by "lentil": what else the name says counts little. */
const OWN_TRAITS: NameTraits = { cost: 0, usual: NOTHING_USUAL, unasked: 0.3, soldDry: false };

const indexOwn = (own: readonly OwnFoodName[]): NameIndex =>
  indexNames(
    own.map(({ name }) => name),
    () => OWN_TRAITS,
  );

/**
 * Food search over the reference table. The index is built on the first search (200 ms, more on a phone), in
 * memory; search then is synchronous and needs neither network nor file. Runs in server and browser.
 */
export function createFoodSearch(catalogue: SearchedCatalogue): FoodSearch {
  let built: Scorer | undefined;
  const ownScorers = new WeakMap<readonly OwnFoodName[], Scorer>();

  /** Adds what a scorer finds to the best hits so far, and to those in use. */
  const collect = (
    scorer: Scorer,
    readings: readonly Reading[],
    idOf: (name: number) => string,
    lift: number,
    { boost }: FoodSearchOptions,
    least: number,
    { best, used, most }: Found,
  ): void => {
    const memo: Memo = new Map();
    const { found, points, reading } = scorer.score(readings, memo);
    for (const name of found) {
      const earned = points[name] as number;
      if (earned < least) continue;
      const id = idOf(name);
      const rise = usageLift(boost?.get(id));
      const total = earned + lift;
      if (rise === 0 && best.length >= most && total < (best.at(-1) as Hit).points) continue;
      const hit: Hit = {
        id,
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
      built ??= scorerOf(indexCatalogue(catalogue));
      const table = built;
      const tableId = (name: number): string => catalogue.ids[name] as string;
      const ownId = (name: number): string => (own[name] as OwnFoodName).id;
      let mine: Scorer | undefined;
      if (own.length > 0) {
        mine = ownScorers.get(own) ?? scorerOf(indexOwn(own));
        ownScorers.set(own, mine);
      }
      const scorers = mine ? [table, mine] : [table];
      const lexicon: Lexicon = {
        knows: (stem) => scorers.some(({ index }) => index.stems.has(stem)),
        begins: (text) => scorers.some(({ index }) => beginsWord(index, text)),
        resembles: ({ text, stem }) =>
          scorers.some(({ index }) => matchWord(index, text, stem, "likely").size > 0),
      };
      /** The foods that answer all words of a text, each that many points behind. */
      const ask = (text: string, behind: number): (Hit & { onlyClose: boolean })[] => {
        const most = options.boost?.size ? Math.max(limit, COMPARED) : limit;
        const found: Found = { best: [], used: [], most };
        const understood = readingsOf(
          text,
          lexicon.knows,
          lexicon.begins,
          strict === true ? "sure" : "likely",
        );
        if (understood === null) return [];
        const { readings, asTyped } = understood;
        const allKnown = asTyped.wanted.every(({ forms }) => forms.some(({ stem }) => lexicon.knows(stem)));
        for (const [ways, least] of [
          [readings, MIN_POINTS],
          [[asTyped], MIN_POINTS],
          // A word of the table is found, however odd its food.
          [allKnown ? readings : [], MIN_ALONE],
        ] as const) {
          collect(table, ways, tableId, -behind, options, least, found);
          // A person's own names are not in the words of the table.
          if (mine) collect(mine, [...ways, asTyped], ownId, OWN_LIFT - behind, options, least, found);
          if (found.best.length + found.used.length > 0) break;
        }
        const hits = found.used.length === 0 ? found.best : liftUsed([...found.best, ...found.used], asTyped);
        return hits
          .toSorted(byRank)
          .slice(0, limit)
          .map((hit) => ({ ...hit, onlyClose: isOnlyClose(hit, asTyped) }));
      };
      let hits = ask(query, 0);
      if (hits.length === 0 && strict !== true)
        for (const round of looserQueries(query, lexicon)) {
          const found = round.flatMap(({ query: shorter, behind }) => ask(shorter, behind)).sort(byRank);
          // A food may answer two of the shorter queries.
          const ids = new Set<string>();
          hits = found.filter(({ id }) => !ids.has(id) && ids.add(id)).slice(0, limit);
          if (hits.length > 0) break;
        }
      return hits.map((hit) => ({
        id: hit.id,
        score: hit.points,
        matches: rangesOf(hit),
        onlyClose: hit.onlyClose,
      }));
    },
  };
}
