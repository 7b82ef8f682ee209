import table from "@/data/reference/food-synonyms.json";
import { stem, wordsOf } from "./words";

/** One word of a reading. */
export type Wanted = {
  /** What a name may have for it, with how well that answers (0 … 1). */
  readonly forms: readonly { readonly text: string; readonly stem: string; readonly quality: number }[];
  /** A soft word ("boiled", "fresh") lifts the names that have it and is not required of the others. */
  readonly soft: boolean;
};

export type SynonymWord = { readonly text: string; readonly stem: string };

type Synonym = {
  readonly phrase: readonly SynonymWord[];
  /** What the table says for it; a name needs all words of one of them. */
  readonly targets: readonly (readonly Wanted[])[];
  /** The typed words also mean something in the table. */
  readonly also: boolean;
};

const target = (text: string): readonly Wanted[] =>
  wordsOf(text).map(({ text: word, stem: of }) => ({
    forms: [{ text: word, stem: of, quality: 1 }],
    soft: false,
  }));

/** Other English words for foods, of data/reference/food-synonyms.json. */
export const synonyms: readonly Synonym[] = table.synonyms.flatMap((row) =>
  row.from.map((phrase) => ({
    phrase: wordsOf(phrase),
    targets: row.to.map(target),
    also: "also" in row && row.also === true,
  })),
);

/** Stem of a preparation word → the table's words for it, the closest first. */
export const preparations: ReadonlyMap<string, Wanted["forms"]> = new Map(
  table.preparations.flatMap(({ words, as }) =>
    words.map((word) => [
      stem(word),
      as.map((form, place) => ({ text: form, stem: stem(form), quality: 1 - 0.1 * place })),
    ]),
  ),
);
