import table from "@/data/reference/food-synonyms.json";
import { stem, wordsOf } from "./words";

/** A word of a name, with how well it answers what was typed (0 … 1). */
type Form = {
  readonly text: string;
  readonly stem: string;
  readonly quality: number;
  /** It answers in the name of a food that is sold dry, as pulses and grains are: dry lentils are "Lentils, raw". */
  readonly soldDryOnly?: true;
};

/** One word of a reading. */
export type Wanted = {
  /** What a name may have for it. */
  readonly forms: readonly Form[];
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
  /** The table does not have the food; this is the nearest. */
  readonly nearest: boolean;
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
  }[],
): Synonym[] =>
  rows.flatMap(({ from, to, also = false, nearest = false }) =>
    from.map((phrase) => ({
      phrase: wordsOf(phrase),
      targets: to.map((text) => wordsOf(text).map((word) => tableWord(word.text, word.stem))),
      also,
      nearest,
    })),
  );

/** Other English words for foods, anywhere in a query. */
export const synonyms: readonly Synonym[] = rowsOf(table.synonyms);

/** What is usually meant by a food word that stands alone or with preparations only. */
export const usualKinds: readonly Synonym[] = rowsOf(table.usual);

const rows: readonly {
  readonly words: readonly string[];
  readonly as: readonly string[];
  readonly asSoldDry?: readonly string[];
}[] = table.preparations;

/** Stem of a preparation word → the table's words for it, the closest first. */
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

/** A text with the pictures of foods in it written out: "🥚" is an egg. */
export const inWords = (text: string): string =>
  text.replace(/\p{Extended_Pictographic}/gu, (sign) => {
    const word = signs.get(sign);
    return word === undefined ? sign : ` ${word} `;
  });
