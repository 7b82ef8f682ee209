import { loadCatalogue } from "@/lib/catalogue/load";
import { type Candidate, MINERALS, prepareCandidates, suggest, suggestForGap } from "@/lib/nutrition";
import { OPEN_GATES } from "../support/nutrition";
import { compare } from "./measure";

/* Suggestions over every plain food of the table, beside the bare thing: one walk over the same numbers. */
export const benchSuggestions = async (): Promise<void> => {
  const table = loadCatalogue();
  const foods = table.ids.flatMap((foodId, index): Candidate[] => {
    if (!table.traitsAt(index).plain) return [];
    const { name, group, suggestedPortion, per100g, traits } = table.at(index);
    if (suggestedPortion === null) return [];
    return [
      {
        foodId,
        name,
        group,
        pick: traits.pick,
        portionLabel: suggestedPortion.label,
        portionId: null,
        portionGrams: suggestedPortion.grams,
        per100g,
        contains: traits.contains,
        oxalate: traits.oxalate,
        highOxalate: traits.highOxalate,
      },
    ];
  });
  const prepared = prepareCandidates(foods);
  const none = { ul: null, ulScope: null };
  const request = {
    totals: Object.fromEntries(
      MINERALS.map((mineral) => [mineral, { amount: null, known: 0, entries: 0 }]),
    ) as Parameters<typeof suggest>[1]["totals"],
    needs: {
      magnesium: { target: 320, ul: 350, ulScope: "supplements" },
      zinc: { target: 8, ul: 40, ulScope: "total" },
      calcium: { target: 1000, ul: 2500, ulScope: "total" },
      iron: { target: 18, ul: 45, ulScope: "total" },
      selenium: { target: 55, ul: 400, ulScope: "total" },
      potassium: { target: 2600, ...none },
    },
    energyHeadroomKcal: null,
    diet: "everything",
    exclusions: [],
    excludedFoods: new Set<string>(),
    limits: new Map(),
    gates: OPEN_GATES,
    eatenDays: new Map(),
  } as const satisfies Parameters<typeof suggest>[1];
  const walk = () =>
    prepared.minerals.reduce((sum, amount) => (Number.isNaN(amount) ? sum : sum + amount), 0);
  await compare(
    `Three foods for six open gaps, out of ${prepared.candidates.length}`,
    ["suggest", () => suggest(prepared, request)],
    ["one walk over their minerals", walk],
  );
  await compare(
    "The same, and three foods for each gap",
    [
      "suggest and six times suggestForGap",
      () => [
        suggest(prepared, request),
        ...MINERALS.map((mineral) => suggestForGap(mineral, prepared, request)),
      ],
    ],
    ["one walk over their minerals", walk],
  );
};
