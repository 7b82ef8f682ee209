import { misspelling, spellingTolerance } from "./spelling";
import { preparations, type SynonymWord, synonyms, type Wanted } from "./synonyms";
import { stem, type Word, wordsOf } from "./words";

/** One way to understand a query in the words of the table. */
export type Reading = {
  readonly wanted: readonly Wanted[];
  /** How sure the reading is, 0 … 1. */
  readonly trust: number;
};

/** A query is looked at up to here: nobody types a longer food, and the work must stay bounded. */
const LONGEST_QUERY = 160;
const MOST_WORDS = 10;
const MOST_READINGS = 8;

const FILLERS: ReadonlySet<string> = new Set(
  "a an the of and or with in on some my for to from style type size & n organic homemade home made".split(
    " ",
  ),
);

const hard = (text: string, of = stem(text)): Wanted => ({
  forms: [{ text, stem: of, quality: 1 }],
  soft: false,
});

const wantedOf = (word: Word): Wanted => {
  const forms = preparations.get(word.stem) ?? preparations.get(word.text);
  if (forms !== undefined) return { forms, soft: true };
  return { ...hard(word.text, word.stem), soft: FILLERS.has(word.text) };
};

/** How well typed words answer the words of a synonym: 0 is not at all. */
function agreement(
  typed: readonly Word[],
  from: number,
  phrase: readonly SynonymWord[],
  knows: (stem: string) => boolean,
): number {
  if (from + phrase.length > typed.length) return 0;
  let trust = 1;
  for (const [offset, { text, stem: of }] of phrase.entries()) {
    const word = typed[from + offset] as Word;
    if (word.text === text || word.stem === of) continue;
    const open = from + offset === typed.length - 1 && word.text.length >= (offset === 0 ? 3 : 1);
    if (open && text.startsWith(word.text)) trust *= 0.62 + (0.3 * word.text.length) / text.length;
    else if (word.text.length >= 4 && !knows(word.stem)) {
      const distance = misspelling(word.text, text, spellingTolerance(word.stem.length));
      if (distance === Number.POSITIVE_INFINITY) return 0;
      trust *= 0.86 - 0.12 * distance;
    } else return 0;
  }
  return trust;
}

type Span = {
  from: number;
  to: number;
  trust: number;
  targets: readonly (readonly Wanted[])[];
  also: boolean;
};

/**
 * The ways to understand a query, the likeliest first: as typed, with other English words put into those of the
 * table, and with words joined or split.
 * @param knows whether the table has a word with this stem.
 */
export function readingsOf(query: string, knows: (stem: string) => boolean): Reading[] {
  const typed = wordsOf(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
  if (typed.length === 0) return [];
  const spans: Span[] = [];
  for (let from = 0; from < typed.length; from++)
    for (const row of synonyms) {
      const trust = agreement(typed, from, row.phrase, knows);
      if (trust > 0)
        spans.push({ from, to: from + row.phrase.length, trust, targets: row.targets, also: row.also });
    }
  const plain = typed.map(wantedOf);
  const put = (
    wanted: readonly (readonly Wanted[])[],
    span: Span,
    target: readonly Wanted[],
  ): (readonly Wanted[])[] =>
    wanted.map((own, at) => (at === span.from ? target : at > span.from && at < span.to ? [] : own));

  // Certain synonyms, longest first, take the place of what was typed.
  let sure: { wanted: (readonly Wanted[])[]; trust: number }[] = [
    { wanted: plain.map((one) => [one]), trust: 1 },
  ];
  const taken = new Set<number>();
  const exact = spans.filter(({ trust }) => trust === 1).sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const span of exact) {
    let free = true;
    for (let at = span.from; at < span.to; at++) if (taken.has(at)) free = false;
    if (!free) continue;
    for (let at = span.from; at < span.to; at++) taken.add(at);
    sure = sure.flatMap((reading) => [
      ...(span.also ? [reading] : []),
      ...span.targets.map((target) => ({ ...reading, wanted: put(reading.wanted, span, target) })),
    ]);
  }
  const readings = sure.slice(0, MOST_READINGS);
  const base = readings[0] as (typeof readings)[number];
  for (const span of spans.filter(({ trust }) => trust < 1).sort((a, b) => b.trust - a.trust)) {
    let free = true;
    for (let at = span.from; at < span.to; at++) if (taken.has(at)) free = false;
    if (!free) continue;
    for (const target of span.targets)
      readings.push({ wanted: put(base.wanted, span, target), trust: span.trust });
  }
  for (const [at, word] of typed.entries()) {
    if (taken.has(at)) continue;
    const next = typed[at + 1];
    if (next !== undefined && !taken.has(at + 1)) {
      const joined = word.text + next.text;
      if (knows(stem(joined)))
        readings.push({
          wanted: base.wanted.map((own, place) =>
            place === at ? [hard(joined)] : place === at + 1 ? [] : own,
          ),
          trust: 0.97,
        });
    }
    if (word.text.length >= 6 && !knows(word.stem))
      for (let cut = 3; cut <= word.text.length - 3; cut++) {
        const [left, right] = [word.text.slice(0, cut), word.text.slice(cut)];
        if (knows(stem(left)) && knows(stem(right)))
          readings.push({
            wanted: base.wanted.map((own, place) => (place === at ? [hard(left), hard(right)] : own)),
            trust: 0.95,
          });
      }
  }
  return readings.slice(0, MOST_READINGS).map(({ wanted, trust }) => {
    const flat = wanted.flat();
    // "raw", "dried", "the": with nothing else asked, the soft words are the question.
    return {
      wanted: flat.some(({ soft }) => !soft) ? flat : flat.map((one) => ({ ...one, soft: false })),
      trust,
    };
  });
}
