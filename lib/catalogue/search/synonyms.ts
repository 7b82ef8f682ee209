import table from "@/data/reference/food-synonyms.json";
import { stem, wordsOf } from "./words";

/** A word of a name, with its quality as a match of what was typed (0 … 1). */
type Form = {
  readonly text: string;
  readonly stem: string;
  readonly quality: number;
  /** Only in names of foods sold dry, as pulses and grains: dry lentils are "Lentils, raw". */
  readonly soldDryOnly?: true;
};

/** One word of a reading. */
export type Wanted = {
  /** The words of a name that match it. */
  readonly forms: readonly Form[];
  /** A soft word ("boiled", "fresh") raises names that contain it; others match without it. */
  readonly soft: boolean;
  /** A soft word that may be missing without any effect ("of", "organic"). */
  readonly filler: boolean;
  /** Typed words may be incomplete or misspelt; words from the synonyms are exact. */
  readonly typed: boolean;
};

export type SynonymWord = { readonly text: string; readonly stem: string };

/** A row of the table of synonyms. */
export type Synonym = {
  readonly phrase: readonly SynonymWord[];
  /** The food table's words for it, the likeliest first; a name needs all words of one of them. */
  readonly targets: readonly (readonly Wanted[])[];
  /** Whether the typed words have another meaning in the food table as well. */
  readonly also: boolean;
  /** Whether the table lacks the food, and this is the nearest. */
  readonly nearest: boolean;
  /** Number of targets that are the food itself; those after them are only near it. */
  readonly sure: number;
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
    readonly nearest?: boolean;
    readonly close?: readonly string[];
  }[],
): Synonym[] =>
  rows.flatMap(({ from, to, close = [], also = false, nearest = false }) =>
    from.map((phrase) => ({
      phrase: wordsOf(phrase),
      targets: [...to, ...close].map((text) => wordsOf(text).map((word) => tableWord(word.text, word.stem))),
      also,
      nearest,
      sure: nearest ? 0 : to.length,
    })),
  );

/** Synonyms of foods, anywhere in a query. */
export const synonyms: readonly Synonym[] = rowsOf(table.synonyms);

/** The usual kind of a food word that stands alone or with preparations only. */
export const usualKinds: readonly Synonym[] = rowsOf(table.usual);

const rows: readonly {
  readonly words: readonly string[];
  readonly as: readonly string[];
  readonly asSoldDry?: readonly string[];
}[] = table.preparations;

/** The table's words for a preparation by its stem, the closest first. */
export const preparations: ReadonlyMap<string, Wanted["forms"]> = new Map(
  rows.flatMap(({ words, as, asSoldDry = [] }) =>
    words.map((word) => [
      stem(word),
      [
        ...as.map((form, place) => ({
          text: form,
          stem: stem(form),
          quality: place === 0 ? 1 : 0.8 - 0.1 * place,
        })),
        ...asSoldDry.map((form) => ({
          text: form,
          stem: stem(form),
          quality: 1,
          soldDryOnly: true as const,
        })),
      ],
    ]),
  ),
);

const signs: ReadonlyMap<string, string> = new Map(table.signs.map(({ sign, word }) => [sign, word]));

/** A text with emoji of foods replaced by words: "🥚" is an egg. */
export const inWords = (text: string): string =>
  text.replace(/\p{Extended_Pictographic}/gu, (sign) => {
    const word = signs.get(sign);
    return word === undefined ? sign : ` ${word} `;
  });
