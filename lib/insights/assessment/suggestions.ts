import "server-only";
import { type Catalogue, FOOD_GROUPS, oncePerCatalogue, proposedFoods } from "../../catalogue";
import { loadCatalogue } from "../../catalogue/load";
import { formatAmount, formatDelta } from "../../format";
import {
  type Candidate,
  type Caution,
  EATEN_WINDOW_DAYS,
  type GapSuggestions,
  type Gates,
  type Mineral,
  NUTRIENTS,
  type PreparedCandidates,
  phytateMolarRatio,
  prepareCandidates,
  SELENIUM_VARIATION,
  type Suggestion,
  type SuggestionRequest,
  suggest,
  suggestForGap,
  type Totals,
  zincAvailabilityAt,
} from "../../nutrition";
import type { ProfileView, TargetsView } from "../../profile/schemas";
import { foodPersonOf } from "./food-person";
import type { SuggestionsView, SuggestionView } from "./schemas";

const plainFoods = (table: Catalogue): Candidate[] => {
  return [...proposedFoods(table).values()].flatMap((index) => {
    const food = table.at(index);
    const { suggestedPortion: portion, traits } = food;
    if (portion === null) return [];
    const same = food.portions.find(({ label, grams }) => label === portion.label && grams === portion.grams);
    return [
      {
        foodId: food.id,
        name: food.name,
        group: FOOD_GROUPS[food.group].label,
        pick: traits.pick,
        portionLabel: portion.label,
        portionId: same?.id ?? null,
        portionGrams: portion.grams,
        per100g: food.per100g,
        contains: traits.contains,
        oxalate: traits.oxalate,
        highOxalate: traits.highOxalate,
      },
    ];
  });
};

const candidatesOf = oncePerCatalogue((table) => prepareCandidates(plainFoods(table)));

/** The plain foods of the tables that a person could be pointed to, in their usual portions. */
const candidates = (): PreparedCandidates => candidatesOf(loadCatalogue());

const lowPhytateOf = oncePerCatalogue((table) =>
  prepareCandidates(
    candidatesOf(table).candidates.filter(({ per100g: { phytate, zinc } }) => {
      const ratio = phytate === null || zinc === null ? null : phytateMolarRatio("zinc", phytate, zinc);
      return ratio !== null && zincAvailabilityAt(ratio) === "high";
    }),
  ),
);

/** Those of them with so little phytate beside their zinc that it is well available (WHO/FAO 2004: a ratio below 5). */
const lowPhytateCandidates = (): PreparedCandidates => lowPhytateOf(loadCatalogue());

/** What the suggestions of one day are made of. */
export type PlanInput = {
  readonly totals: Totals;
  readonly targets: TargetsView;
  readonly profile: ProfileView;
  readonly gates: Gates;
  /** On how many of the last 14 days each food was eaten. */
  readonly eaten: ReadonlyMap<string, number>;
};

/** The suggestions of one day: together for all gaps, or for one. */
export type Plan = {
  readonly best: () => SuggestionsView;
  readonly forGap: (mineral: Mineral) => Alternatives;
  /** For the gap in zinc, foods whose phytate does not hold it back; none for one whose phytate is not known. */
  readonly zincWithoutPhytate: () => Alternatives;
};

/** Foods for one gap; where `chooseOne`, all of them together would be too much of something. */
export type Alternatives = { readonly items: readonly SuggestionView[]; readonly chooseOne: boolean };

export const planFor = ({ totals, targets, profile, gates, eaten }: PlanInput): Plan => {
  const request: SuggestionRequest = {
    totals,
    needs: Object.fromEntries(
      targets.items.map(({ mineral, target, ul, ulScope }) => [mineral, { target, ul, ulScope }]),
    ) as SuggestionRequest["needs"],
    // Assay does not know how much somebody should eat, so the core's own bound applies.
    energyHeadroomKcal: null,
    ...foodPersonOf(profile, targets, gates),
    eatenDays: eaten,
  };
  return {
    best: () => {
      const { items, together } = suggest(candidates(), request);
      return {
        items: items.map((item) => viewOf(item)),
        leftOut: gates.foodTexts.map(({ text }) => text),
        together: {
          atTarget: together.atTarget,
          of: together.of,
          reached: [...together.reached],
          close: [...together.close],
          stillShort: [...together.stillShort],
        },
      };
    },
    forGap: (mineral) => alternatives(suggestForGap(mineral, candidates(), request), mineral),
    zincWithoutPhytate: () => alternatives(suggestForGap("zinc", lowPhytateCandidates(), request), "zinc"),
  };
};

const alternatives = ({ items, chooseOne }: GapSuggestions, mineral: Mineral): Alternatives => ({
  items: items.map((item) => viewOf(item, mineral)),
  chooseOne,
});

/** @param asked the mineral that was asked about, named first. */
const viewOf = (found: Suggestion, asked?: Mineral): SuggestionView => {
  const first = ({ mineral }: { mineral: Mineral }) => Number(mineral !== asked);
  const suggestion = { ...found, adds: found.adds.toSorted((a, b) => first(a) - first(b)) };
  return {
    food: suggestion.foodId,
    name: suggestion.name,
    group: suggestion.group,
    portion: { ...suggestion.portion },
    grams: suggestion.grams,
    adds: suggestion.adds.map(({ mineral, amount, unit, share }) => ({ mineral, amount, unit, share })),
    pick: suggestion.pick,
    eatenDays: suggestion.eatenDays,
    why: reasonOf(suggestion),
    caution: suggestion.cautions[0] ? cautionText(suggestion.cautions[0]) : null,
  };
};

/** "+158 mg magnesium, +2.2 mg zinc; you ate this on 3 of the last 14 days". */
const reasonOf = ({ adds, eatenDays }: Suggestion): string => {
  const closing = adds.filter(({ share }) => share !== null && share > 0);
  const amounts = closing
    .slice(0, 3)
    .map(
      ({ mineral, amount }) => `${formatDelta(mineral, amount)} ${NUTRIENTS[mineral].label.toLowerCase()}`,
    );
  const familiar =
    eatenDays > 0 ? [`you ate this on ${eatenDays} of the last ${EATEN_WINDOW_DAYS} days`] : [];
  return [amounts.join(", "), ...familiar].join("; ");
};

const cautionText = (caution: Caution): string => {
  switch (caution.code) {
    case "selenium-varies":
      return SELENIUM_VARIATION.text;
    case "calcium-bound":
      return `Its ${formatAmount("calcium", caution.calciumMg)} calcium is mostly bound by oxalate, so don’t rely on it.`;
    case "unknown-values":
      return `The table has no value for its ${caution.minerals
        .map((mineral) => NUTRIENTS[mineral].label.toLowerCase())
        .join(" and ")}.`;
  }
};
