import fc from "fast-check";
import { describe, expect, it } from "vitest";
import cautions from "@/data/reference/food-cautions.json";
import { sourceFoods } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import {
  bestSources,
  type Candidate,
  type GateProfile,
  gatesFor,
  MINERALS,
  prepareCandidates,
  prepareSources,
  suggest,
  suggestForGap,
} from "@/lib/nutrition";
import type { AvoidedFood } from "@/lib/nutrition/safety/table";
import { avoidedKind } from "@/lib/nutrition/suggestions/food-kinds";
import { requests } from "../unit/nutrition/suggestions/arbitrary";

const table = loadCatalogue();
const foods = Array.from({ length: table.size }, (_, index) => table.at(index));
const sources = sourceFoods(table);
const KINDS = Object.keys(cautions.kinds) as AvoidedFood[];

type Described = Parameters<typeof avoidedKind>[0];
const isOf = (kind: AvoidedFood, food: Described) => avoidedKind(food, new Set([kind]));
const ofTable = (ndb: string): Described => {
  const food = table.food(`ndb:${ndb}`);
  if (!food) throw new Error(ndb);
  return { name: food.name, ...food.traits };
};
const own = (name: string): Described => ({ name, contains: null, oxalate: null });

describe("the table of kinds", () => {
  it("cites a listed source for each kind, and uses each source", () => {
    const used = new Set(Object.values(cautions.kinds).flatMap(({ sources }) => sources as string[]));
    expect([...used].filter((id) => !(id in cautions.sources))).toEqual([]);
    expect(Object.keys(cautions.sources).filter((id) => !used.has(id))).toEqual([]);
    for (const source of Object.values(cautions.sources)) expect(source.url).toMatch(/^https:\/\//);
  });

  it("finds foods of each kind in the food table", () => {
    for (const kind of KINDS) {
      const found = foods.filter(({ name, traits }) => isOf(kind, { name, ...traits })?.known);
      expect(found.length, kind).toBeGreaterThan(3);
    }
  });
});

describe("which kind a food is of", () => {
  it.each<[string, string, AvoidedFood, boolean]>([
    ["12061", "11.6 almonds", "choking-hazard", true],
    ["12695", "11.6 almond butter", "choking-hazard", false],
    ["12014", "11.6 pumpkin seeds", "choking-hazard", true],
    ["12023", "11.6 sesame seeds", "choking-hazard", true],
    ["12166", "11.6 tahini", "choking-hazard", false],
    ["16397", "11.6 chunky peanut butter", "choking-hazard", true],
    ["16098", "11.6 smooth peanut butter", "choking-hazard", false],
    ["09132", "11.6 grapes", "choking-hazard", true],
    ["09070", "11.6 cherries", "choking-hazard", true],
    ["09050", "11.6 blueberries", "choking-hazard", true],
    ["09003", "11.6 a raw apple", "choking-hazard", true],
    ["11124", "11.6 raw carrots", "choking-hazard", true],
    ["11125", "11.6 boiled carrots", "choking-hazard", false],
    ["09298", "11.6 raisins", "choking-hazard", true],
    ["09291", "11.6 prunes", "choking-hazard", true],
    ["19034", "11.6 popcorn", "choking-hazard", true],
    ["07022", "11.6 a frankfurter", "choking-hazard", true],
    ["19107", "11.6 hard candies", "choking-hazard", true],
    ["09040", "11.6 a banana", "choking-hazard", false],
    ["16070", "11.6 lentils", "choking-hazard", false],
    ["18060", "11.6 rye bread", "choking-hazard", false],
    ["01085", "11.6 skimmed milk", "reduced-fat-dairy", true],
    ["01117", "11.6 low-fat yogurt", "reduced-fat-dairy", true],
    ["01077", "11.6 whole milk", "reduced-fat-dairy", false],
    ["01116", "11.6 whole-milk yogurt", "reduced-fat-dairy", false],
    ["05028", "11.6 chicken liver", "liver", true],
    ["04589", "11.6 cod liver oil", "liver", true],
    ["07054", "11.6 goose liver pâté", "liver", true],
    ["01006", "11.7 brie", "soft-cheese", true],
    ["01007", "11.7 camembert", "soft-cheese", true],
    ["01039", "11.7 roquefort", "soft-cheese", true],
    ["01004", "11.7 blue cheese", "soft-cheese", true],
    ["01019", "11.7 feta", "soft-cheese", true],
    ["01009", "11.7 cheddar", "soft-cheese", false],
    ["01026", "11.7 mozzarella", "soft-cheese", false],
    ["07054", "11.7 goose liver pâté", "pate", true],
    ["11001", "11.7 raw alfalfa sprouts", "raw-sprouts", true],
    ["11043", "11.7 raw mung sprouts", "raw-sprouts", true],
    ["11044", "11.7 boiled mung sprouts", "raw-sprouts", false],
    ["11099", "11.7 Brussels sprouts", "raw-sprouts", false],
    ["15111", "11.7 swordfish", "high-mercury-fish", true],
    ["15086", "11.7 salmon", "high-mercury-fish", false],
    ["15077", "11.7 smoked salmon", "raw-fish-meat-egg", true],
    ["15167", "11.7 raw oysters", "raw-shellfish", true],
    ["01123", "11.7 a raw egg", "raw-fish-meat-egg", true],
    ["01129", "11.7 a boiled egg", "raw-fish-meat-egg", false],
    ["07072", "11.7 salami", "cured-meat", true],
    ["13453", "11.7 cooked beef", "cured-meat", false],
    ["11458", "11.5 spinach", "high-oxalate", true],
    ["11234", "11.5 kale", "high-oxalate", false],
  ])("%s, %s: %s is %s", (ndb, _what, kind, expected) => {
    expect(isOf(kind, ofTable(ndb))?.known ?? false).toBe(expected);
  });

  it.each<[string, AvoidedFood]>([
    ["Home-made chicken liver pâté", "pate"],
    ["Brie from the market", "soft-cheese"],
    ["Unpasteurised goat's cheese", "soft-cheese"],
    ["Alfalfa sprouts", "raw-sprouts"],
    ["Whole hazelnuts", "choking-hazard"],
    ["Red grapes", "choking-hazard"],
    ["Cherry tomatoes", "choking-hazard"],
    ["Grilled swordfish", "high-mercury-fish"],
    ["Chorizo", "cured-meat"],
  ])("11.7 knows a person's own food by its name: %s is %s", (name, kind) => {
    expect(isOf(kind, own(name))).toEqual({ by: "kind", kind, known: true });
  });

  it("leaves a kind open where the contents of one's own food are not known, and the oxalate always", () => {
    expect(isOf("raw-fish-meat-egg", own("Raw salad"))?.known).toBe(false);
    expect(isOf("reduced-fat-dairy", own("Light spread"))?.known).toBe(false);
    expect(isOf("high-oxalate", own("Aunt's bread"))?.known).toBe(false);
    expect(isOf("soft-cheese", own("Aunt's bread"))).toBeNull();
  });
});

const plain: readonly Candidate[] = sources
  .filter(({ foodId }) => table.food(foodId)?.traits.plain)
  .map(({ family: _f, count: _c, plainness: _p, phytateMg: _m, ...candidate }) => candidate);
const candidates = prepareCandidates(plain);
const prepared = prepareSources(sources);

/** Days tried for each person: the set of each, and the list of one gap after another. */
const DAYS = 350;

describe("random days over the whole food table name no such food", () => {
  const person = (profile: Partial<GateProfile>): GateProfile => ({
    conditions: [],
    age: 35,
    lifeStage: "none",
    ...profile,
  });
  it.each<[string, GateProfile, AvoidedFood[]]>([
    ["11.5 with kidney stones", person({ conditions: ["kidney-stones"] }), ["high-oxalate"]],
    [
      "11.6 at 1 year",
      person({ age: 1 }),
      ["choking-hazard", "reduced-fat-dairy", "liver", "high-mercury-fish", "soft-cheese"],
    ],
    ["11.6 at 4 years", person({ age: 4 }), ["choking-hazard", "liver", "raw-fish-meat-egg"]],
    ["11.6 at 10 years", person({ age: 10 }), ["liver", "high-mercury-fish"]],
    [
      "11.7 in pregnancy",
      person({ lifeStage: "pregnant", sex: "female" }),
      [
        "liver",
        "pate",
        "high-mercury-fish",
        "raw-shellfish",
        "raw-fish-meat-egg",
        "cured-meat",
        "soft-cheese",
        "raw-sprouts",
      ],
    ],
    [
      "11.7 before a pregnancy",
      person({ conditions: ["trying-to-conceive"], sex: "female" }),
      ["liver", "pate", "soft-cheese", "raw-sprouts", "raw-fish-meat-egg"],
    ],
  ])("%s", (_who, profile, kinds) => {
    const gates = gatesFor(profile);
    const avoided = new Set(kinds);
    const isAvoided = (foodId: string): boolean => {
      const food = table.food(foodId);
      return food === undefined || avoidedKind({ name: food.name, ...food.traits }, avoided) !== null;
    };
    const wrong = new Set<string>();
    let named = 0;
    const look = (items: readonly { readonly foodId: string }[]) => {
      for (const { foodId } of items) {
        named++;
        if (isAvoided(foodId)) wrong.add(`${foodId} ${table.food(foodId)?.name}`);
      }
    };
    for (const [day, request] of fc.sample(requests, { numRuns: DAYS, seed: 11 }).entries()) {
      const asked = { ...request, gates };
      look(suggest(candidates, asked).items);
      look(suggestForGap(MINERALS[day % MINERALS.length] ?? "zinc", candidates, asked).items);
    }
    for (const mineral of MINERALS) {
      for (const by of ["portion", "energy"] as const) {
        const list = bestSources(prepared, {
          mineral,
          by,
          diet: "everything",
          exclusions: [],
          excludedFoods: new Set(),
          gates,
          limits: new Map(),
        });
        look(list.items.map(({ food }) => food));
      }
    }
    expect([...wrong]).toEqual([]);
    expect(named).toBeGreaterThan(DAYS);
  });
});
