// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ResultList } from "@/app/(app)/_features/palette/search/result-list";
import type { Result } from "@/app/(app)/_features/palette/search/results";
import { composition } from "@/lib/nutrition";

afterEach(cleanup);
Element.prototype.scrollIntoView = () => undefined;

const result = (id: string, name: string, table: string, twinOf?: string): Result => ({
  food: {
    id,
    name,
    listName: name,
    source: "imported",
    table,
    portions: [],
    per100g: composition({}),
    highOxalate: null,
  },
  choice: { portion: null, count: 100 },
  matches: [],
  remark: twinOf === undefined ? null : `also in ${table}`,
  eatenBefore: false,
  ...(twinOf !== undefined && { twinOf }),
});

const RESULTS = [
  result("fdc:1", "Bananas, raw", "USDA Foundation"),
  result("fndds:2", "Banana, raw", "FNDDS", "fdc:1"),
  result("ndb:09040", "Bananas, raw", "USDA SR28", "fdc:1"),
  result("ndb:09041", "Bananas, dehydrated", "USDA SR28"),
];
const targets = { magnesium: null, zinc: null, calcium: null, iron: null, selenium: null, potassium: null };
const show = (active: number) => {
  const onChoose = vi.fn();
  const list = (at: number) => (
    <ResultList
      id="list"
      sections={[{ title: "Foods", results: RESULTS }]}
      active={at}
      onChoose={onChoose}
      hideActive={false}
      targets={targets}
    />
  );
  const { rerender } = render(list(active));
  return { onChoose, choose: (at: number) => rerender(list(at)) };
};
const fold = () => screen.queryByRole("option", { name: "Show the same food in 2 other tables" });
const isFolded = (index: number) =>
  document.getElementById(`list-${index}`)?.classList.contains("phone:hidden");

describe("12: the same food in other tables, in the list of foods", () => {
  it("stands directly under the newer one, folded on a phone into a line that opens in place", async () => {
    const { onChoose } = show(0);
    expect([0, 1, 2, 3].map(isFolded)).toEqual([false, true, true, false]);
    const line = fold() as HTMLElement;
    expect(line.textContent).toBe("also in 2 tables");
    expect(line.compareDocumentPosition(document.getElementById("list-1") as Node)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    await userEvent.click(line);
    expect(fold()).toBeNull();
    expect([1, 2].map(isFolded)).toEqual([false, false]);
    expect(onChoose).not.toHaveBeenCalled();
  });

  it("is in sight when the arrow keys come to it", () => {
    const { choose } = show(0);
    choose(2);
    expect([1, 2].map(isFolded)).toEqual([false, false]);
    choose(3);
    expect([1, 2].map(isFolded)).toEqual([true, true]);
  });
});
