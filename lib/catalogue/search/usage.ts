import type { NameIndex } from "./name-index";
import { AS_TYPED, BEGUN, CORRECTED } from "./phrases";
import { having } from "./qualifiers";
import { type Memo, matchesOf, qualityIn } from "./rank";
import type { Reading } from "./readings";

/** A matched name, with the reading of its best score. */
export type FoundName = {
  readonly index: NameIndex;
  readonly name: number;
  readonly points: number;
  /** Largest rise because of usage, in points. */
  readonly lift: number;
  readonly reading: Reading;
  readonly memo: Memo;
};

/** Weight of words beside the head noun, which name a kind, a part or a flavour. */
const BESIDE_HEAD = 0.85;
/** Smaller differences count as none: singular and plural are the same word. */
const SAME = 0.05;
/** Least quality of a word that is as typed or in its other number. */
const MIN_AS_TYPED = 0.98;
/** Distance of a food from one that it must not pass. */
const BEHIND = 1e-4;

/**
 * Quality of the match of each typed word in a name, 0 … 1. Unlike the points it does not depend on the other words of
 * the name.
 * @param asTyped the query word by word.
 */
function answersOf({ index, name, reading, memo }: FoundName, asTyped: Reading): Float64Array {
  const typed = matchesOf(index, asTyped, memo);
  const meant = matchesOf(index, reading, memo);
  const answers = new Float64Array(typed.length + asTyped.qualifiers.length);
  let meantPlace = BESIDE_HEAD;
  const end = index.nameStart[name + 1] as number;
  for (let entry = index.nameStart[name] as number; entry < end; entry++) {
    const word = index.word[entry] as number;
    const place = index.isHead[entry] === 1 ? 1 : BESIDE_HEAD;
    if (place === 1 && meant.some((matches) => matches.has(word))) meantPlace = 1;
    for (const [at, { soft, filler, forms }] of asTyped.wanted.entries()) {
      const quality = qualityIn(index, name, typed[at]?.get(word) ?? 0);
      if (quality === 0 || filler) continue;
      const begun = index.vocabulary[word]?.startsWith(forms[0]?.text ?? "") === true;
      const how = soft ? quality : place * (quality >= MIN_AS_TYPED ? AS_TYPED : begun ? BEGUN : CORRECTED);
      answers[at] = Math.max(answers[at] as number, how);
    }
  }
  for (const [at, how] of reading.covered) answers[at] = Math.max(answers[at] as number, how * meantPlace);
  for (const [at, asked] of asTyped.qualifiers.entries())
    answers[typed.length + at] = having(index, name, asked) / 2 + 0.5;
  return answers;
}

/**
 * Whether a name is only a near match: by a corrected spelling, as the nearest to a food that the table lacks, or
 * without what was asked of it ("fat free").
 */
export const isOnlyClose = (found: FoundName, asTyped: Reading): boolean =>
  answersOf(found, asTyped).some(
    (how, at) => how > 0 && how < BEGUN * BESIDE_HEAD && asTyped.wanted[at]?.soft === false,
  ) ||
  asTyped.qualifiers.some((asked) => {
    const has = having(found.index, found.name, asked);
    return has < 0 || (has === 0 && !asked.unsaid);
  });

/**
 * Raises the foods that a person uses, but none above a food that matches a typed word better: for someone who often
 * eats boiled eggs, "scrambled eggs" still finds scrambled ones first.
 * @param found in any order; points without usage.
 * @returns the same in the same order, with usage added to the points.
 */
export function liftUsed<Found extends FoundName>(found: readonly Found[], asTyped: Reading): Found[] {
  const known = new Map<Found, Float64Array>();
  const answersFor = (one: Found): Float64Array => {
    const answers = known.get(one) ?? answersOf(one, asTyped);
    known.set(one, answers);
    return answers;
  };
  return found.map((used) => {
    if (used.lift === 0) return used;
    let points = used.points + used.lift;
    for (const other of found) {
      if (other.points < used.points || other.points - BEHIND >= points || other === used) continue;
      const own = answersFor(used);
      if (answersFor(other).some((how, at) => how > (own[at] as number) + SAME))
        points = other.points - BEHIND;
    }
    return { ...used, points };
  });
}
