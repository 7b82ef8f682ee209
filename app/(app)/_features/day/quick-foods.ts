import "server-only";
import type { Viewer } from "@/lib/access";
import { getFoods, listName } from "@/lib/foods";
import type { AmountInput } from "@/lib/foods/schemas";
import { formatGrams, measureWords } from "@/lib/format";
import { nameableFoods } from "@/lib/insights";
import type { SuggestionView, TodayPage } from "@/lib/insights/schemas";
import { forGrams } from "@/lib/nutrition";
import { type ReadyFood, readySuggestion } from "../diary";
import { viewerGates } from "../server";

/** One food of each kind that the article picks, for a day without gaps to suggest by. NDB numbers of SR28. */
const PICKS: readonly { readonly food: string; readonly amount: AmountInput }[] = [
  { food: "ndb:11458", amount: { portion: "1-cup", count: 0.5 } },
  { food: "ndb:12014", amount: { portion: "1-oz", count: 1 } },
  { food: "ndb:12061", amount: { portion: "1-oz-23-whole-kernels", count: 1 } },
  { food: "ndb:01117", amount: { portion: "1-cup-8-fl-oz", count: 1 } },
  { food: "ndb:01289", amount: { grams: 240 } },
];

/** How many first foods are offered. */
const MAX_FOODS = 5;

/** The best suggestion of each kind of pick, over all gaps: the person's diet and conditions are kept to already. */
const pickedSuggestions = ({ suggestions, gaps }: TodayPage): SuggestionView[] => {
  const byKind = new Map<string, SuggestionView>();
  for (const item of [...suggestions.items, ...gaps.flatMap((gap) => gap.suggestions)]) {
    if (item.pick !== null && !byKind.has(item.pick)) byKind.set(item.pick, item);
  }
  return [...byKind.values()].slice(0, MAX_FOODS);
};

/** Foods offered on a day without entries: suggestions for its gaps, or the article's picks. */
export const quickFoods = async (viewer: Viewer, ownerId: string, page: TodayPage): Promise<ReadyFood[]> => {
  const suggested = pickedSuggestions(page);
  if (suggested.length > 0) {
    const foods = await getFoods(
      viewer,
      ownerId,
      suggested.map(({ food }) => food),
    );
    return suggested.flatMap((item) => {
      const found = foods.get(item.food);
      if (!found) return [];
      // A suggestion names some of the amounts only; the food has all of them.
      return [{ ...readySuggestion(item), name: listName(item.food, found.name), per100g: found.per100g }];
    });
  }
  // A day whose targets are all met, or switched off by a condition, needs no foods to reach them.
  if (page.hasPerson) return [];
  // Conditions may be set without birth date and sex; which of these foods they permit is then unknown.
  if ((await viewerGates()).texts.length > 0) return [];
  const mayName = await nameableFoods(viewer, ownerId);
  const foods = await getFoods(
    viewer,
    ownerId,
    PICKS.map(({ food }) => food),
  );
  return PICKS.flatMap(({ food, amount }): ReadyFood[] => {
    const found = foods.get(food);
    if (!found) return [];
    const { per100g } = found;
    const name = listName(food, found.name);
    if ("grams" in amount) {
      const { grams } = amount;
      return [{ food, name, portion: null, grams, words: formatGrams(grams), per100g }];
    }
    const { count } = amount;
    const portion = found.portions.find(({ id }) => id === amount.portion);
    if (!portion) return [];
    const { id, label } = portion;
    const words = measureWords(label, count);
    return [{ food, name, portion: { id, label, count }, grams: portion.grams * count, words, per100g }];
  }).filter(({ food, per100g, grams }) => mayName(food, grams) && forGrams(per100g, grams).energy !== null);
};
