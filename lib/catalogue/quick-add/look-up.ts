import type { FoodMatch, FoodSearch, FoodSearchOptions } from "../search/food-search";
import { wordsOf } from "../search/words";
import { isDish, isWithin, QUALIFIERS } from "./food-measures";
import type { Joins } from "./pieces";
import { isNegation } from "./token-list";
import type { WordToken } from "./tokens";

/** Results per search: more than are shown, so that one with the measure is among them. */
const HITS = 12;
/** Number of words that the search reads of a query. */
const MAX_WORDS = 10;
const MAX_CHARACTERS = 160;
/** Largest number of searches per text, which bounds the work for pasted text. */
const MAX_SEARCHES = 240;
/** Number of words before a dish that are tried in all combinations. */
const MAX_PARTS = 4;
/** Weight of the last word: in English it is the head noun. */
const LAST_WORD = 1.5;

export type Found = {
  readonly hits: readonly FoodMatch[];
  /** Words that the results do not match. */
  readonly unmatched: readonly WordToken[];
};

const queryOf = (words: readonly WordToken[]): string => words.map(({ text }) => text).join(" ");

const isFiller = ({ folded }: WordToken): boolean =>
  /^(?:of|a|an|the|no|my|and|with|on|in|or|without)$/.test(folded);
/** Whether a word can name a food; "cooked" and "of" cannot. */
const saysFood = (word: WordToken): boolean =>
  /\p{L}/u.test(word.folded) && !QUALIFIERS.has(word.folded) && !isFiller(word);

/** Food search for one text, memoised and limited in number. Deterministic. */
export class LookUp {
  private readonly memo = new Map<string, readonly FoodMatch[]>();
  private left = MAX_SEARCHES;
  private readonly engine: FoodSearch;
  private readonly options: FoodSearchOptions;
  private readonly nameOf: (id: string) => string | undefined;

  constructor(
    engine: FoodSearch,
    options: Omit<FoodSearchOptions, "limit">,
    nameOf: (id: string) => string | undefined,
  ) {
    this.engine = engine;
    this.options = { ...options, limit: HITS, strict: true };
    this.nameOf = nameOf;
  }

  search(words: readonly WordToken[]): readonly FoodMatch[] {
    const query = queryOf(words).toLowerCase();
    const known = this.memo.get(query);
    if (known) return known;
    if (this.left === 0) return [];
    this.left--;
    const hits = this.engine.search(query, this.options);
    this.memo.set(query, hits);
    return hits;
  }

  /** Foods for the words of an item: by all of them, else by as many as the table matches. */
  find(words: readonly WordToken[]): Found {
    let head = words.slice(0, MAX_WORDS);
    while (head.length > 1 && queryOf(head).length > MAX_CHARACTERS) head = head.slice(0, -1);
    const found = (used: readonly WordToken[], hits: readonly FoodMatch[]): Found => ({
      hits,
      unmatched: words.filter((word) => !used.includes(word)),
    });
    if (!head.some(saysFood)) return found([], []);
    const negated = head.findIndex(isNegation);
    // "milk without salt" may be a name; "milk, no sugar" is not.
    const all = negated > 0 && head[negated]?.folded === "no" ? [] : this.search(head);
    if (all.length > 0) return found(head, all);
    if (negated > 0) {
      const { hits, unmatched } = this.find(head.slice(0, negated));
      if (hits.length > 0)
        return found(
          head.slice(0, negated).filter((word) => !unmatched.includes(word)),
          hits,
        );
    }
    const plain = head.filter(({ flavour }) => !flavour);
    const known = plain.filter((word) => this.search([word]).length > 0);
    const dish = this.dish(known);
    if (dish) return found([...dish.used, ...head.filter(isFiller)], dish.hits);
    for (let length = known.length; length > 0; length--) {
      let best: { used: readonly WordToken[]; hits: readonly FoodMatch[]; points: number } | null = null;
      for (let from = 0; from + length <= known.length; from++) {
        const used = known.slice(from, from + length);
        if (!used.some(saysFood)) continue;
        const hits = this.search(used);
        const top = hits[0];
        if (top === undefined) continue;
        const points = top.score + (from + length === known.length ? LAST_WORD : 0);
        if (best === null || points > best.points) best = { used, hits, points };
      }
      if (best) return found(best.used, best.hits);
    }
    return { hits: [], unmatched: words };
  }

  /**
   * A dish that the table lacks, such as "chicken and leek soup": a soup with as many of the other words as possible.
   */
  private dish(
    known: readonly WordToken[],
  ): { used: readonly WordToken[]; hits: readonly FoodMatch[] } | null {
    const last = known.at(-1);
    const others = known.slice(0, -1).filter((word) => !isFiller(word));
    if (last === undefined || !isDish(last.folded) || others.length > MAX_PARTS) return null;
    let best: { used: readonly WordToken[]; hits: readonly FoodMatch[]; points: number } | null = null;
    for (let set = 1; set < 1 << others.length; set++) {
      const used = [...others.filter((_, at) => set & (1 << at)), last];
      const hits = this.search(used);
      const points = used.length * MAX_CHARACTERS + (hits[0]?.score ?? 0);
      if (hits.length > 0 && (best === null || points > best.points)) best = { used, hits, points };
    }
    return best;
  }

  /**
   * Whether a food is called by these words, the given one among them: "breakfast tart" is one, "breakfast eggs" only
   * finds words of "egg and cheese breakfast biscuit".
   */
  calls(words: readonly WordToken[], word: WordToken): boolean {
    const top = this.search(words)[0];
    const name = top && this.nameOf(top.id);
    if (!name) return false;
    const typed = new Set(wordsOf(queryOf(words)).map(({ stem }) => stem));
    const stem = wordsOf(word.folded)[0]?.stem;
    const part = name.split(",").find((segment) => wordsOf(segment).some((each) => each.stem === stem));
    return part === undefined || wordsOf(part).every((each) => typed.has(each.stem));
  }

  /** Whether the name, up to the last matched segment, contains only words of the query. */
  private names({ id, matches }: FoodMatch, connectorNeeded: boolean): boolean {
    const name = this.nameOf(id);
    const lastMatch = matches.at(-1);
    if (name === undefined || lastMatch === undefined) return false;
    const comma = name.indexOf(",", lastMatch[1]);
    const part = comma < 0 ? name : name.slice(0, comma);
    let connector = false;
    for (const word of wordsOf(part.replace(/\([^)]*\)/g, (note) => " ".repeat(note.length)))) {
      const link = word.text === "and" || word.text === "with" || word.text === "&";
      connector ||= link;
      if (!link && !matches.some(([start, end]) => word.start < end && word.end > start)) return false;
    }
    return connector || part.includes("&") || !connectorNeeded;
  }

  /**
   * Whether words on both sides of a connector are one food ("macaroni and cheese", "bread with raisins"): when the
   * words after it are a listed part of those before ("with raisins", "in water") and a food matches both; when one of
   * the five best foods for both together has exactly this name, connector included; or when one side alone is no food.
   */
  readonly joins: Joins = (left, connector, right) => {
    if (connector.folded === "or") return false;
    const both = this.search([...left, connector, ...right]);
    if (both.length === 0) return false;
    if (isWithin(connector.folded, right.map(({ folded }) => folded).join(" "))) return true;
    if (both.slice(0, 5).some((hit) => this.names(hit, true))) return true;
    return this.search(left).length === 0 || this.search(right).length === 0;
  };
}
