// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createFoodTable } from "@/app/(app)/_features/food/food-reading";
import { openSearch } from "@/app/(app)/_features/food/food-search";
import { choiceGrams } from "@/app/(app)/_features/food/portion-choice";
import { lastAmount } from "@/app/(app)/_features/food/typed-choice";
import {
  type Correction,
  draftEntries,
  isReady,
  leftover,
  type Proposal,
  proposalWords,
  proposeMeal,
  sumProposal,
} from "@/app/(app)/_features/palette/meal/proposal";
import { ProposalList } from "@/app/(app)/_features/palette/meal/proposal-view";
import type { LastAmount } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { lineOf } from "@/lib/catalogue/quick-add/line";
import type { RecentFood } from "@/lib/diary/schemas";
import { composition, MINERALS } from "@/lib/nutrition";
import { TODAY } from "../day-fixtures";

// What could not be saved is the provider's; the list is shown here without one.
vi.mock("@/app/(app)/_features/diary/failed-changes", () => ({ FailedChanges: () => null }));

const table = createFoodTable(openSearch([loadCatalogue()]));
const nobody = { own: [], recent: [] };
const NONE: ReadonlyMap<string, Correction> = new Map();
const boost: ReadonlyMap<string, number> = new Map();
const propose = (
  text: string,
  corrections = NONE,
  eaten: Parameters<typeof proposeMeal>[4] = nobody,
): Proposal => {
  const last = new Map(eaten.recent.flatMap((item) => [[item.food, lastAmount(item) as LastAmount]]));
  return proposeMeal(text, table.readMeal(text, { own: eaten.own, boost, last }), corrections, table, eaten);
};
const isName = (text: string) => table.search(text, { limit: 1, own: [], strict: true }).length > 0;
const readsAsMeal = (text: string) =>
  lineOf(text, table.readMeal(text, { own: [], boost, last: new Map() }), null, isName).meal !== null;

const SENTENCE = "2 cups cooked spinach, 1 kefir, a handful of pumpkin seeds and 30 g cheddar";

describe("a line of several foods", () => {
  it("becomes one entry a food, each with a portion, and says what was assumed", () => {
    const { items, notUnderstood } = propose(SENTENCE);
    expect(notUnderstood).toEqual([]);
    expect(items.map(({ said, choice }) => [said, choice && Math.round(choiceGrams(choice))])).toEqual([
      ["2 cups cooked spinach", 360],
      ["1 kefir", 240],
      ["a handful of pumpkin seeds", 30],
      ["30 g cheddar", 30],
    ]);
    expect(items.map(({ assumed }) => assumed?.replaceAll("\u00a0", " ") ?? null)).toEqual([
      null,
      "No size was typed: 240 g each is assumed.",
      "A handful is a habit: 30 g is assumed.",
      null,
    ]);
    expect(items.every(isReady)).toBe(true);
  });

  it("keeps what has no amount or no food for later", () => {
    const proposal = propose("30 g cheddar, 200 ml bagel, xyzzq");
    expect(proposal.items.map(isReady)).toEqual([true, false]);
    expect(proposal.items[1]?.question).toContain("How many grams");
    expect(leftover(proposal)).toBe("200 ml bagel, xyzzq");
    expect(proposalWords(proposal)).toBe(
      "2 foods read, 1 ready to add. 1 to be completed. Not understood: xyzzq.",
    );
  });

  it("takes a correction, another food with an amount of its own, and leaves removed items out", () => {
    const first = propose(SENTENCE);
    const [spinach, kefir, seeds] = first.items;
    const other = spinach?.candidates[1];
    const corrected = propose(
      SENTENCE,
      new Map<string, Correction>([
        [spinach?.key as string, { food: other?.id as string }],
        [kefir?.key as string, { picked: { portion: null, text: "240" } }],
        [seeds?.key as string, { removed: true }],
      ]),
    );
    expect(corrected.items[0]?.food.id).toBe(other?.id);
    const drafts = draftEntries(corrected, { when: { date: TODAY, meal: "dinner" }, ownMeals: false });
    expect(drafts.map(({ entry }) => entry.food)).toHaveLength(3);
    expect(drafts[1]?.input).toMatchObject({ amount: { grams: 240 }, meal: "dinner", date: TODAY });
    expect(leftover(corrected)).toBe("");
  });

  it.each(["", "0", "NaN", "99999"])("does not save an amount of %j", (text) => {
    const first = propose(SENTENCE);
    const key = first.items[1]?.key as string;
    const corrected = propose(SENTENCE, new Map([[key, { picked: { portion: null, text } }]]));
    expect(isReady(corrected.items[1] as never)).toBe(false);
    expect(corrected.items[1]?.question).not.toBeNull();
    expect(draftEntries(corrected, { when: { date: TODAY, meal: "lunch" }, ownMeals: false })).toHaveLength(
      3,
    );
    expect(leftover(corrected)).toBe("1 kefir");
  });

  it("takes the portion of last time where no amount was typed", () => {
    const kefir: RecentFood = {
      food: propose("kefir").items[0]?.food.id as string,
      name: "Kefir",
      date: TODAY,
      grams: 240,
      portion: null,
      times: 3,
      atMeal: { breakfast: 3, lunch: 0, dinner: 0, snack: 0 },
      nutrients: composition({ calcium: 300 }),
    };
    const { items } = propose("kefir, 30 g cheddar", NONE, { own: [], recent: [kefir] });
    expect(items[0]?.choice).toMatchObject({ portion: null, count: 240 });
    expect(items[0]?.assumed).toContain("last time");
  });

  it("adds up without taking the unknown for zero", () => {
    const { adds, lowerBounds } = sumProposal(propose("30 g cheddar, 100 g kefir"));
    const parts = propose("30 g cheddar, 100 g kefir").items;
    for (const mineral of MINERALS) {
      const values = parts.map(({ food, choice }) => {
        const value = food.per100g[mineral];
        return value === null || choice === null ? null : (value * choiceGrams(choice)) / 100;
      });
      const known = values.filter((value) => value !== null);
      if (known.length === 0) expect(adds[mineral]).toBeNull();
      else
        expect(adds[mineral]).toBeCloseTo(
          known.reduce((sum, value) => sum + value, 0),
          9,
        );
      expect(lowerBounds.includes(mineral)).toBe(known.length < values.length);
    }
  });
});

describe("what is read as a meal", () => {
  it.each([
    [SENTENCE, true],
    ["2 eggs and toast with butter", true],
    ["30 g cheddar, xyzzq", true],
    ["a handful of pumpkin seeds", false],
    ["2 dl milk", false],
    ["oats 40 g", false],
    ["cheese, cheddar", false],
    ["2 cups cooked spinach", false],
    ["macaroni and cheese", false],
    ["banana", false],
    ["xyzzq", false],
  ])("%s: %s", (text, meal) => {
    expect(readsAsMeal(text)).toBe(meal);
  });
});

describe("a proposal on the screen", () => {
  const targets = Object.fromEntries(MINERALS.map((mineral) => [mineral, 100])) as never;
  const words = fc.constantFrom(
    ..."2 1 ½ 30 200 g ml cups handful slice spinach kefir cheddar seeds milk eggs organic xyzzq (fresh) the and with plus 500 mg".split(
      " ",
    ),
  );
  const line = fc
    .array(fc.tuple(words, fc.constantFrom(" ", " ", " ", ", ", "; ", " and ")), {
      minLength: 1,
      maxLength: 14,
    })
    .map((parts) => parts.map((part) => part.join("")).join(""));

  it("shows every word, in an item or as not understood", () => {
    fc.assert(
      fc.property(line, (typed) => {
        const text = typed.trim();
        const { container } = render(
          <ProposalList
            target={{ when: { date: TODAY, meal: "lunch" }, ownMeals: false }}
            proposal={propose(text)}
            targets={targets}
            onCorrect={vi.fn()}
            onReadAsFood={vi.fn()}
            onLeave={vi.fn()}
          />,
        );
        const said = [
          ...[...container.querySelectorAll("[data-said]")].map((node) => node.textContent),
          ...[...container.querySelectorAll("[data-lost]")].map((node) => node.textContent),
        ].join(" ");
        cleanup();
        const left = said.match(/[\p{L}\p{N}]+/gu) ?? [];
        for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
          // "and" between two foods is a comma in other words.
          if (word === "and" || word === "plus") continue;
          const at = left.indexOf(word as never);
          expect(at, `${word} of “${text}” in “${said}”`).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
