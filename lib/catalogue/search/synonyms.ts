import table from "@/data/reference/food-synonyms.json";
import { stem, wordsOf } from "./words";

/** One word of a reading. */
export type Wanted = {
  /** What a name may have for it, with how well that answers (0 … 1). */
  readonly forms: readonly { readonly text: string; readonly stem: string; readonly quality: number }[];
  /** A soft word ("boiled", "fresh") lifts the names that have it and is not required of the others. */
  readonly soft: boolean;
  /** A soft word without which nothing is missing ("of", "organic"). */
  readonly filler: boolean;
  /** A word as it was typed may be begun or misspelt; one that we put there is meant as it stands. */
  readonly typed: boolean;
};

export type SynonymWord = { readonly text: string; readonly stem: string };

/** A row of the table of other words. */
export type Synonym = {
  readonly phrase: readonly SynonymWord[];
  /** What the food table says for it, the likeliest first; a name needs all words of one of them. */
  readonly targets: readonly (readonly Wanted[])[];
  /** The typed words also mean something in the food table. */
  readonly also: boolean;
};

/** A word of the table that a name must have. */
export const tableWord = (text: string, of = stem(text)): Wanted => ({
  forms: [{ text, stem: of, quality: 1 }],
  soft: false,
  filler: false,
  typed: false,
});

const rowsOf = (
  rows: readonly {
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly also?: boolean;
  }[],
): Synonym[] =>
  rows.flatMap(({ from, to, also = false }) =>
    from.map((phrase) => ({
      phrase: wordsOf(phrase),
      targets: to.map((text) => wordsOf(text).map((word) => tableWord(word.text, word.stem))),
      also,
    })),
  );

/** Other English words for foods, anywhere in a query. */
export const synonyms: readonly Synonym[] = rowsOf(table.synonyms);

/** What is usually meant by a food word that stands alone or with preparations only. */
export const usualKinds: readonly Synonym[] = rowsOf(table.usual);

/** Stem of a preparation word → the table's words for it, the closest first. */
export const preparations: ReadonlyMap<string, Wanted["forms"]> = new Map(
  table.preparations.flatMap(({ words, as }) =>
    words.map((word) => [
      stem(word),
      as.map((form, place) => ({
        text: form,
        stem: stem(form),
        quality: place === 0 ? 1 : 0.8 - 0.1 * place,
      })),
    ]),
  ),
);
