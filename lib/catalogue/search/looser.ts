import { inSynonyms, queryWords, saysFood } from "./readings";
import type { Word } from "./words";

/** With more words than these nothing is left out: the searches must stay few. */
const MAX_TELLING = 6;
/** What a food is, English says last: leaving that word out is the last thing to do. */
const WITHOUT_LAST = 2.5;

/** A shorter query, and the points that its foods stand behind those of the others. */
export type Looser = { readonly query: string; readonly behind: number };

/** What the table knows of words. */
export type Lexicon = {
  /** Whether it has a word with this stem. */
  readonly knows: (stem: string) => boolean;
  /** Whether it has a word that begins so: what is typed last may not be complete. */
  readonly begins: (text: string) => boolean;
  /** Whether it has any word that this may stand for, a misspelling of it too. */
  readonly resembles: (word: Word) => boolean;
};

/**
 * What to ask when no food answers all words of a query ("baby spinach", "heinz beans", "almond croissant"): it
 * without the words that are like nothing; where that is no help, it without any one of them. How a food is made
 * stays, and so does at least one word that names a food and is not only like one that does.
 * @returns rounds, to be asked until one finds something.
 */
export function* looserQueries(query: string, { knows, begins, resembles }: Lexicon): Generator<Looser[]> {
  const words = queryWords(query);
  const telling = words.filter(saysFood);
  if (telling.length < 2 || telling.length > MAX_TELLING) return;
  const synonymous = inSynonyms(words);
  const known = new Set(
    words.filter(
      (word, at) =>
        saysFood(word) &&
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
  const strange = telling.filter((word) => !meant.includes(word));
  if (strange.length > 0) yield without(strange);
  const last = [...known].at(-1);
  yield meant.flatMap((word) =>
    without([...strange, word], word === last && word === meant.at(-1) ? WITHOUT_LAST : 0),
  );
  if (meant.length > 2) yield without(telling.filter((word) => word !== last));
}
