import { composedOf } from "./composed";
import { qualifiersIn } from "./qualifiers";
import { inSynonyms, queryWords, saysFood } from "./readings";
import type { Word } from "./words";

/** Queries with more words are not shortened, which limits the number of searches. */
const MAX_TELLING = 6;
/** Points subtracted for leaving out the last word, the head noun in English. */
const WITHOUT_LAST = 2.5;

/** A shortened query, and the points subtracted from its matches. */
export type Looser = { readonly query: string; readonly behind: number };

/** The words of the table. */
export type Lexicon = {
  /** Whether a word has this stem. */
  readonly knows: (stem: string) => boolean;
  /** Whether a word begins with this text; the last typed word may be incomplete. */
  readonly begins: (text: string) => boolean;
  /** Whether the typed word may stand for any word of the table, including by a misspelling. */
  readonly resembles: (word: Word) => boolean;
};

/**
 * Shortened queries for when no food matches all words ("baby spinach", "heinz beans", "almond croissant"): first
 * without the words that resemble no word of the table, then without any one word. Words of preparation are kept, and
 * at least one word that names a food of the table exactly.
 * @returns rounds of queries, to be tried until one has a match.
 */
export function* looserQueries(query: string, { knows, begins, resembles }: Lexicon): Generator<Looser[]> {
  const words = queryWords(query);
  const asked = qualifiersIn(words);
  const telling = words.filter(
    (word, at) => saysFood(word) && !asked.some(({ from, to }) => at >= from && at < to),
  );
  if (telling.length < 2 || telling.length > MAX_TELLING) return;
  const synonymous = inSynonyms(words);
  const known = new Set(
    words.filter(
      (word, at) =>
        telling.includes(word) &&
        (knows(word.stem) || synonymous[at] === true || (at === words.length - 1 && begins(word.text))),
    ),
  );
  const meant = telling.filter((word) => known.has(word) || resembles(word));
  const without = (left: readonly Word[], behind = 0): Looser[] =>
    meant.some((word) => known.has(word) && !left.includes(word))
      ? [
          {
            query: words
              .filter((word) => !left.includes(word))
              .map(({ text }) => text)
              .join(" "),
            behind,
          },
        ]
      : [];
  // A dish that the table lacks is nearest to what is in it: peanut butter for a sandwich of it, no other sandwich.
  const composed = composedOf(query);
  if (composed?.dish && composed.parts.length > 0) {
    const dish = new Set(
      words.filter((word) => !composed.parts.flat().some(({ start }) => start === word.start)),
    );
    const parts = telling.filter((word) => !dish.has(word));
    if (parts.some((word) => known.has(word))) yield without(telling.filter((word) => dish.has(word)));
  }
  const strange = telling.filter((word) => !meant.includes(word));
  if (strange.length > 0) yield without(strange);
  const last = [...known].at(-1);
  yield meant.flatMap((word) =>
    without([...strange, word], word === last && word === meant.at(-1) ? WITHOUT_LAST : 0),
  );
  if (meant.length > 2) yield without(telling.filter((word) => word !== last));
}
