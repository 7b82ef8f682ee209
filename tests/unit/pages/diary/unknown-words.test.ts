import { expect, it } from "vitest";
import { unknownWords } from "@/app/(app)/diary/[date]/[mineral]/_components/how-words";
import type { ExplainedEntry, ExplainedTotal } from "@/lib/insights/schemas";

const food = (amount: number | null) => ({ kind: "food", amount }) as ExplainedEntry;

const total = (
  entries: readonly ExplainedEntry[],
  known: number,
  possibleExtra: number | null,
): ExplainedTotal =>
  ({
    mineral: "magnesium",
    fromFood: { amount: 60, known, entries: entries.length },
    possibleExtra,
    entries,
  }) as unknown as ExplainedTotal;

it("10: does not say of a lower bound that it has no value", () => {
  expect(unknownWords(total([food(47), food(27)], 1, null))).toBe(
    "1 of 2 food entries states only part of its magnesium, so the total is “at least”. How much more there is cannot be said.",
  );
});

it("10: names entries without a value and lower bounds apart", () => {
  expect(unknownWords(total([food(47), food(null), food(27)], 1, 20))).toBe(
    "1 of 3 food entries has no value for magnesium, and 1 states only part of it, so the total is “at least”. If the food without a value held as much magnesium for its energy as the other foods of the day, it would add about 20\u00a0mg. That is a guess for scale; it is in no total.",
  );
});

it("still says what has no value at all, and nothing where all is known", () => {
  expect(unknownWords(total([food(47), food(null), food(null)], 1, null))).toBe(
    "2 of 3 food entries have no value for magnesium, so the total is “at least”. How much that could matter cannot be said: the energy of those foods, or the magnesium of the others, is not known either.",
  );
  expect(unknownWords(total([food(47)], 1, null))).toBeNull();
});
