import { sampleDays } from "@/prisma/sample-diary";
import judged from "./search-queries.json" with { type: "json" };

/*
 * How well a search finds the right food, on judged queries: the share of queries with a right food first (hit@1)
 * and among the first five (hit@5), and the mean of 1 over the place of the first right one within ten (MRR@10).
 */

export type Judged = {
  readonly q: string;
  readonly class: string;
  /** One of {@link HALVES} or {@link KINDS_OF_2026}, or {@link HABITS}. */
  readonly half: string;
  readonly best: readonly string[];
  readonly ok: readonly string[];
};

/**
 * Rules and synonyms were tuned on the first only; the second tells what to expect of queries not seen, and so does
 * the third, which was written last, with the rarer words that the others left out.
 */
export const HALVES = ["tuned", "held out", "fresh"] as const;
/**
 * What people type in 2026, by kind: foods eaten cooked, words that qualify, composed dishes, new foods, other scripts.
 * Rules were made with the first half in view, none with the second.
 */
export const KINDS_OF_2026 = ["2026 tuned", "2026 held out"] as const;
/** Asked by the woman of the sample diary, whose usual foods the search lifts. Rules were made with these in view. */
export const HABITS = "habits";

/** How often each food of the table was eaten in the sample diary. */
export const sampleUse = (): ReadonlyMap<string, number> => {
  const use = new Map<string, number>();
  for (const { meals } of sampleDays())
    for (const [food] of Object.values(meals).flat()) {
      const id = `ndb:${food}`;
      use.set(id, (use.get(id) ?? 0) + 1);
    }
  return use;
};

/** Ids of foods given as NDB numbers, or as ids of another table: "dish:latte". */
const idsOf = (numbers: string): string[] =>
  numbers === "" ? [] : numbers.split(" ").map((food) => (food.includes(":") ? food : `ndb:${food}`));

export const JUDGED: readonly Judged[] = judged.queries.map(({ best, ok, ...rest }) => ({
  ...rest,
  best: idsOf(best),
  ok: idsOf(ok),
}));

const UNANSWERABLE = "unanswerable";
const PLACES = 10;

export type Score = {
  readonly queries: number;
  readonly mrr: number;
  readonly first: number;
  readonly firstFive: number;
};

/** What was asked, and at which place a right food stands; 0 is none among the first ten. */
export type Answer = Judged & { readonly place: number; readonly found: readonly string[] };

export const answersOf = (queries: readonly Judged[], find: (query: string) => readonly string[]): Answer[] =>
  queries
    .filter(({ best }) => best.length > 0)
    .map((query) => {
      const found = find(query.q).slice(0, PLACES);
      const best = new Set(query.best);
      return { ...query, found, place: found.findIndex((id) => best.has(id)) + 1 };
    });

export const scoreOf = (answers: readonly Answer[]): Score => {
  const share = (counts: (place: number) => number): number =>
    answers.reduce((sum, { place }) => sum + counts(place), 0) / Math.max(1, answers.length);
  return {
    queries: answers.length,
    mrr: share((place) => (place > 0 ? 1 / place : 0)),
    first: share((place) => Number(place === 1)),
    firstFive: share((place) => Number(place >= 1 && place <= 5)),
  };
};

/** A found food: its id, and whether it is marked as only close. */
export type Offered = { readonly id: string; readonly onlyClose: boolean };

/**
 * Queries for foods that the table lacks, of {@link KINDS_OF_2026}: how many find nothing by all their words, so that
 * quick add takes them apart, or a food first that is marked as only close.
 */
export const saidToBeClose = (
  queries: readonly Judged[],
  find: (query: string) => readonly Offered[],
): { readonly queries: number; readonly well: number; readonly wrong: readonly Judged[] } => {
  const asked = queries.filter(({ class: of, best }) => of !== UNANSWERABLE && best.length === 0);
  const wrong = asked.filter(({ q }) => find(q)[0]?.onlyClose === false);
  return { queries: asked.length, well: asked.length - wrong.length, wrong };
};

/** Queries that no food answers: the share that finds nothing, or a near alternative first. */
export const unanswerableWell = (
  queries: readonly Judged[],
  find: (query: string) => readonly string[],
): { readonly queries: number; readonly well: number } => {
  const asked = queries.filter(({ class: of }) => of === UNANSWERABLE);
  const well = asked.filter(({ q, ok }) => {
    const [first] = find(q);
    return first === undefined || ok.includes(first);
  });
  return { queries: asked.length, well: well.length };
};
