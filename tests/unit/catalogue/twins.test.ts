import { describe, expect, it } from "vitest";
import {
  type Catalogue,
  createFoodSearch,
  decodeCatalogue,
  editionYear,
  groupTwins,
  joinCatalogues,
  proposedFoods,
  sourceFoods,
} from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { compileTable } from "@/lib/foodtables/compile";
import type { RawFood, RawTable } from "@/lib/foodtables/raw-table";
import { rawFood, rawTable } from "@/tests/support/raw-table";

const builtIn = loadCatalogue().parts[0] as Catalogue;
const minerals = (amount: number): RawFood["values"] =>
  Object.fromEntries(
    ["magnesium", "zinc", "calcium", "iron", "selenium", "potassium", "energy"].map((nutrient) => [
      nutrient,
      { kind: "amount", amount, basis: "analysed" },
    ]),
  );
const columns = {
  magnesium: "a",
  zinc: "b",
  calcium: "c",
  iron: "d",
  selenium: "e",
  potassium: "f",
  energy: "g",
};
const write = (foods: readonly RawFood[], more: Partial<RawTable> = {}): Catalogue =>
  decodeCatalogue(compileTable(rawTable(foods, { columns, ...more }), builtIn));

const newer = write(
  [
    rawFood("1", { name: "Bananas, raw", ndb: "09040", group: "fruits", values: minerals(5) }),
    rawFood("2", {
      name: "Spinach, raw",
      ndb: "11457",
      values: { iron: { kind: "trace", basis: "analysed" } },
    }),
    rawFood("3", {
      name: "Skyr, natural",
      otherNames: ["Isländskt kvarg"],
      group: "dairyEgg",
      values: minerals(9),
    }),
  ],
  { prefix: "fdc", edition: "2024-10-31", title: "USDA FoodData Central, Foundation Foods" },
);
const third = write([rawFood("4", { name: "Raw banana", group: "fruits", values: minerals(6) })], {
  edition: "2020",
});
const all = joinCatalogues([builtIn, newer, third]);

describe("the same food in several tables", () => {
  it("stands together, the newest first, found by NDB number or by the words of the name", () => {
    const hits = createFoodSearch(all).search("banana raw", { limit: 20 });
    const [first] = groupTwins(all, hits);
    expect(first?.hit.id).toBe("fdc:1");
    expect(first?.twins.map(({ id }) => id)).toEqual(["nevo:4", "ndb:09040"]);
  });

  it("stays apart within one table, and with a food of one's own", () => {
    const own = [{ id: "own:1", name: "Bananas, raw" }];
    const hits = createFoodSearch(all).search("bananas raw", { limit: 20, own });
    const grouped = groupTwins(all, hits);
    expect(grouped.find(({ hit }) => hit.id === "own:1")?.twins).toEqual([]);
    expect(groupTwins(builtIn, hits).every(({ twins }) => twins.length === 0)).toBe(true);
  });

  it("is proposed once: of the newer table, unless that states fewer minerals", () => {
    const at = (id: string) => all.indexOf(id);
    const proposed = proposedFoods(all);
    expect(proposed.get(at("ndb:09040"))).toBe(at("fdc:1"));
    expect(proposed.get(at("ndb:11457"))).toBe(at("ndb:11457"));
    const named = sourceFoods(all).map(({ foodId }) => foodId);
    expect(named).toContain("fdc:1");
    expect(named).not.toContain("ndb:09040");
    expect(named).toHaveLength(sourceFoods(builtIn).length);
  });

  it("is of the latest year that an edition names", () => {
    expect(editionYear({ edition: "Release 28 (2015, revised May 2016)" })).toBe(2016);
    expect(editionYear({ edition: "2021-2023" })).toBe(2023);
    expect(editionYear({ edition: "Release 20.0" })).toBe(0);
  });
});

describe("a search over several tables", () => {
  it("finds a food by its other names, once, and says by which", () => {
    const search = createFoodSearch(all);
    const [hit] = search.search("isländskt kvarg", { limit: 5 });
    expect(hit).toMatchObject({ id: "fdc:3", foundAs: "Isländskt kvarg", matches: [] });
    const [own] = search.search("skyr natural", { limit: 5 });
    expect(own).toMatchObject({ id: "fdc:3", foundAs: null });
    const ids = search.search("skyr", { limit: 20 }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("answers of the built-in table alone as before", () => {
    const alone = createFoodSearch(builtIn);
    const joined = createFoodSearch(all);
    for (const query of ["lentils", "milk", "oats", "salmon", "rye bread"])
      expect(
        joined
          .search(query, { limit: 10 })
          .filter(({ id }) => id.startsWith("ndb:"))
          .slice(0, 3)
          .map(({ id }) => id),
      ).toEqual(alone.search(query, { limit: 3 }).map(({ id }) => id));
  });
});
