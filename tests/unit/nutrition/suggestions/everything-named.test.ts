import fc from "fast-check";
import { expect, test } from "vitest";
import safety from "@/data/reference/safety.json";
import { sourceFoods } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { vitaminCFoods } from "@/lib/insights/minerals/pairing";
import {
  addDays,
  bestSources,
  CONDITIONS,
  DIETS,
  EXCLUSIONS,
  type FoodPerson,
  foodLimitsOf,
  gatesFor,
  MEDICINES,
  MINERALS,
  type Mineral,
  prepareSources,
  REFERENCE_NUTRIENTS,
  referenceIntake,
  type SuggestionRequest,
  suggest,
  suggestForGap,
} from "@/lib/nutrition";
import { preparedTable } from "./table-foods";

/*
 * Random people and days: nothing that names a food to eat breaks a rule of the person. The day's set, the lists of
 * gaps (which the review, the alerts and planned foods take theirs from), the lists of sources and the foods with
 * vitamin C. The rules are stated here anew, from the table of safety rules and from the names and contents of foods.
 */

/** How many people are tried, each with one day, the list of one gap and the foods with vitamin C. */
const PEOPLE = Number(process.env.ASSAY_NAMED_CASES ?? "2000");
/** Every so many of them a set and a list of sources are asked for, which take longer. */
const SETS_EVERY = 4;
const SOURCES_EVERY = 10;
const ON = "2026-11-30";

const table = loadCatalogue();
const prepared = preparedTable();
const sources = prepareSources(sourceFoods(table));

const part = fc.integer({ min: 0, max: 1300 }).map((n) => n / 1000);
const person = fc.record({
  ageDays: fc.integer({ min: 366, max: 36_000 }),
  sex: fc.constantFrom("female" as const, "male" as const),
  lifeStage: fc.constantFrom("none" as const, "none" as const, "pregnant" as const, "lactating" as const),
  standard: fc.constantFrom("nasem" as const, "efsa" as const),
  diet: fc.constantFrom("everything" as const, "everything" as const, ...DIETS),
  exclusions: fc.uniqueArray(fc.constantFrom(...EXCLUSIONS), { maxLength: 2 }),
  conditions: fc.uniqueArray(fc.constantFrom(...CONDITIONS), { maxLength: 2 }),
  medicines: fc.uniqueArray(fc.constantFrom(...MEDICINES), { maxLength: 2 }),
  excluded: fc.array(fc.constantFrom(...prepared.candidates.map(({ foodId }) => foodId)), { maxLength: 20 }),
  parts: fc.tuple(part, part, part, part, part, part),
  energyHeadroomKcal: fc.option(fc.integer({ min: 100, max: 1500 }), { freq: 2 }),
  mineral: fc.constantFrom(...MINERALS),
});
type Drawn = typeof person extends fc.Arbitrary<infer P> ? P : never;

const requestOf = (drawn: Drawn): SuggestionRequest => {
  const { ageDays, sex, diet, exclusions, excluded, standard, parts, energyHeadroomKcal } = drawn;
  const birthDate = addDays(ON, -ageDays);
  const age = Math.floor(ageDays / 365.25);
  const bears = sex === "female" && age >= 14 && age < 51;
  const lifeStage = bears ? drawn.lifeStage : "none";
  const profile = { birthDate, sex, lifeStage };
  const references = Object.fromEntries(
    REFERENCE_NUTRIENTS.map((nutrient) => [nutrient, referenceIntake(nutrient, profile, ON, standard)]),
  );
  const needs = references as unknown as SuggestionRequest["needs"];
  return {
    diet,
    exclusions,
    excludedFoods: new Set(excluded),
    limits: foodLimitsOf(references),
    gates: gatesFor({ conditions: drawn.conditions, medicines: drawn.medicines, age, lifeStage, sex }),
    needs,
    totals: Object.fromEntries(
      MINERALS.map((mineral, i) => {
        const target = needs[mineral].target;
        return [
          mineral,
          { amount: target === null ? null : target * (parts[i] as number), known: 8, entries: 8 },
        ];
      }),
    ) as SuggestionRequest["totals"],
    energyHeadroomKcal,
    eatenDays: new Map(),
  };
};

/** The rows of the table of safety rules that hold for a person, found anew. */
const rulesOf = ({ conditions, medicines }: Drawn, { gates }: SuggestionRequest) => {
  const implied = safety.medicines.flatMap(({ code, condition }) =>
    condition !== null && medicines.some((own) => own === code) ? [condition] : [],
  );
  const stages = new Set(gates.texts.map(({ code }) => code));
  const rows = [
    ...safety.conditions.filter(
      ({ code }) => [...conditions, ...implied].some((own) => own === code) && stages.has(code),
    ),
    ...safety.lifeStages.filter(({ code }) => stages.has(code)),
    ...safety.medicines.filter(({ code }) => medicines.some((own) => own === code)),
  ] as readonly {
    caps?: object;
    setCaps?: object;
    avoid?: readonly string[];
    avoidContents?: readonly string[];
  }[];
  const capsOf = (which: "caps" | "setCaps") =>
    rows.flatMap((row) => Object.entries(row[which] ?? {}) as [keyof typeof NO_AMOUNTS, number][]);
  return {
    caps: capsOf("caps"),
    setCaps: capsOf("setCaps"),
    avoid: new Set(rows.flatMap(({ avoid = [] }) => avoid)),
    contents: new Set(rows.flatMap(({ avoidContents = [] }) => avoidContents)),
  };
};
const NO_AMOUNTS = table.at(0).per100g;

const MEATS = ["meat", "pork", "fish", "shellfish"];
const BY_DIET = { everything: [], vegetarian: MEATS, vegan: [...MEATS, "dairy", "egg"] } as const;
const BY_EXCLUSION: { readonly [exclusion: string]: readonly string[] } = {
  nuts: ["treeNuts", "peanut"],
  fish: ["fish", "shellfish"],
  meat: ["meat", "pork"],
};
/** Names that must not be seen where a kind is avoided: a few plain cases of each, not the rule itself. */
const NEVER: { readonly [kind: string]: RegExp } = {
  liver: /liver/i,
  "high-mercury-fish": /swordfish|shark|king mackerel|tilefish/i,
  "choking-hazard":
    /^nuts, (?:almonds|walnuts|brazilnuts|pecans)$|^grapes|apples, raw|carrots, raw|^seeds, (?:sunflower|pumpkin)/i,
  "high-purine": /liver|sardine|anchov|herring|shrimp|mussel|oyster|crab/i,
  "juice-or-sweetened": /orange juice|tomato juice|syrup/i,
  grapefruit: /grapefruit/i,
  "vitamin-k-rich": /spinach|kale|collard|chard|natto|parsley|broccoli|greens/i,
  "high-oxalate": /spinach|chard|beet greens|rhubarb|almonds/i,
  "soft-cheese": /cheese.*(?:brie|camembert|blue)/i,
};

type Named = { readonly foodId: string; readonly name: string; readonly grams: number };
const amountOf = ({ foodId, grams }: Named, nutrient: keyof typeof NO_AMOUNTS): number | null => {
  const per100g = table.food(foodId)?.per100g[nutrient];
  return per100g === null || per100g === undefined ? null : (per100g * grams) / 100;
};

const brokenBy = (
  drawn: Drawn,
  request: SuggestionRequest,
  foods: readonly Named[],
  isSet: boolean,
): string[] => {
  const rules = rulesOf(drawn, request);
  const broken: string[] = [];
  const unwanted = new Set<string>([
    "alcohol",
    ...BY_DIET[drawn.diet],
    ...drawn.exclusions.flatMap((exclusion) => BY_EXCLUSION[exclusion] ?? [exclusion]),
    ...rules.contents,
  ]);
  for (const item of foods) {
    const says = (what: string) => broken.push(`${item.name}: ${what}`);
    if (drawn.excluded.includes(item.foodId)) says("is excluded");
    const contains = table.food(item.foodId)?.traits.contains as
      | { [content: string]: boolean | null }
      | undefined;
    for (const content of unwanted) if (contains?.[content] !== false) says(`may contain ${content}`);
    for (const kind of rules.avoid) if (NEVER[kind]?.test(item.name)) says(`is ${kind}`);
    for (const [nutrient, cap] of [...rules.caps, ...rules.setCaps]) {
      const amount = amountOf(item, nutrient);
      if (amount === null || amount > cap * (1 + 1e-9)) says(`holds ${amount} ${nutrient}`);
    }
    for (const [nutrient, limit] of request.limits) {
      const amount = amountOf(item, nutrient);
      if (amount !== null && amount > limit * (1 + 1e-9)) says(`alone passes the limit of ${nutrient}`);
    }
  }
  if (!isSet) return broken;
  for (const [nutrient, cap] of rules.setCaps) {
    const total = foods.reduce(
      (sum, item) => sum + (amountOf(item, nutrient) ?? Number.POSITIVE_INFINITY),
      0,
    );
    if (total > cap * (1 + 1e-9)) broken.push(`the set holds ${total} ${nutrient}`);
  }
  for (const mineral of MINERALS) {
    const { ul, ulScope } = request.needs[mineral];
    const before = request.totals[mineral].amount ?? 0;
    if (ul === null || ulScope === "supplements" || before >= ul) continue;
    const total = foods.reduce((sum, item) => sum + (amountOf(item, mineral) ?? 0), before);
    if (total > ul * (1 + 1e-9)) broken.push(`the set passes the limit of ${mineral}`);
  }
  return broken;
};

/** Whether a mineral may be asked for at all, by the table of safety rules. */
const isOff = (drawn: Drawn, { gates }: SuggestionRequest, mineral: Mineral): boolean => {
  const implied = safety.medicines.flatMap(({ code, condition }) =>
    condition !== null && drawn.medicines.some((own) => own === code) ? [condition] : [],
  );
  const held = new Set(gates.texts.map(({ code }) => code));
  return safety.conditions.some(
    ({ code, noTips }) =>
      held.has(code) &&
      [...drawn.conditions, ...implied].some((own) => own === code) &&
      (noTips as readonly string[]).includes(mineral),
  );
};

test("11 no food that is named anywhere breaks a gate, exclusion, diet, limit or cap of the person", () => {
  let named = 0;
  let lists = 0;
  fc.sample(person, { numRuns: PEOPLE, seed: 1130 }).forEach((drawn, n) => {
    const request = requestOf(drawn);
    const { mineral } = drawn;
    const set = n % SETS_EVERY === 0 ? suggest(prepared, request).items : [];
    const gap = suggestForGap(mineral, prepared, request);
    const fruit = vitaminCFoods(new Set(), request as FoodPerson).map(({ food, name, grams }) => ({
      foodId: food,
      name,
      grams,
    }));
    const best =
      n % SOURCES_EVERY === 0
        ? bestSources(sources, { ...request, mineral, by: "portion" }).items.map(({ food }) => ({
            foodId: food.foodId,
            name: food.name,
            grams: food.portionGrams,
          }))
        : [];
    const broken = [
      ...brokenBy(drawn, request, set, true),
      ...brokenBy(drawn, request, gap.items, !gap.chooseOne),
      ...brokenBy(drawn, request, fruit, false),
      ...brokenBy(drawn, request, best, false),
      ...(isOff(drawn, request, mineral) && gap.items.length + best.length > 0 ? [`${mineral} is off`] : []),
    ];
    if (broken.length > 0) expect([drawn, broken]).toEqual([drawn, []]);
    named += set.length + gap.items.length + fruit.length + best.length;
    lists += Number(set.length > 0) + Number(gap.items.length > 0);
  });
  console.log("people", PEOPLE, "foods named", named, "lists that are not empty", lists);
  expect(named).toBeGreaterThan(PEOPLE);
  expect(lists).toBeGreaterThan(PEOPLE / 2);
});
