import "server-only";
import type { Viewer } from "@/lib/access";
import type { EntryInput } from "@/lib/diary/schemas";
import { getFood, listName } from "@/lib/foods";
import { formatGrams, measureWords } from "@/lib/format";
import type { SuggestionView, TodayPage } from "@/lib/insights/schemas";
import { type Composition, forGrams } from "@/lib/nutrition";
import { viewerGates } from "./viewer-gates";

/** A food that can be logged with one tap. */
export type QuickFood = {
  readonly food: string;
  readonly name: string;
  readonly portion: { readonly id: string; readonly label: string; readonly count: number } | null;
  readonly grams: number;
  /** The portion in words, "1 cup", also where the food's own measures have none such. */
  readonly words: string;
  readonly per100g: Composition;
};

/** What the diary is told of a quick food. */
type Amount = EntryInput["amount"];

/** One food of each kind that the article picks, for a day without gaps to suggest by. NDB numbers of SR28. */
const PICKS: readonly { readonly food: string; readonly amount: Amount }[] = [
  { food: "ndb:11458", amount: { portion: "1-cup", count: 0.5 } },
  { food: "ndb:12014", amount: { portion: "1-oz", count: 1 } },
  { food: "ndb:12061", amount: { portion: "1-oz-23-whole-kernels", count: 1 } },
  { food: "ndb:01117", amount: { portion: "1-cup-8-fl-oz", count: 1 } },
  { food: "ndb:01289", amount: { grams: 240 } },
];

const MOST = 5;

/** The best suggestion of each kind of pick, over all gaps: the person's diet and conditions are kept to already. */
const pickedSuggestions = ({ suggestions, gaps }: TodayPage): SuggestionView[] => {
  const byKind = new Map<string, SuggestionView>();
  for (const item of [...suggestions.items, ...gaps.flatMap((gap) => gap.suggestions)]) {
    if (item.pick !== null && !byKind.has(item.pick)) byKind.set(item.pick, item);
  }
  return [...byKind.values()].slice(0, MOST);
};

/** First foods for somebody who has logged nothing yet that day. */
export const quickFoods = async (viewer: Viewer, ownerId: string, page: TodayPage): Promise<QuickFood[]> => {
  const suggested = pickedSuggestions(page);
  if (suggested.length > 0) {
    return (
      await Promise.all(
        suggested.map(async ({ food: id, portion, grams }): Promise<QuickFood | null> => {
          const food = await getFood(viewer, ownerId, id);
          return (
            food && {
              food: id,
              name: listName(id, food.name),
              portion:
                portion.id === null ? null : { id: portion.id, label: portion.label, count: portion.count },
              grams,
              words: measureWords(portion.label, portion.count),
              per100g: food.per100g,
            }
          );
        }),
      )
    ).filter((food) => food !== null);
  }
  // A day whose targets are all met, or switched off by a condition, needs no foods to reach them.
  if (page.hasPerson) return [];
  // Conditions can be told before birth date and sex are: which of these foods they leave is then not known.
  if ((await viewerGates()).texts.length > 0) return [];
  const foods = await Promise.all(
    PICKS.map(async ({ food: id, amount }): Promise<QuickFood | null> => {
      const food = await getFood(viewer, ownerId, id);
      if (!food) return null;
      const { per100g } = food;
      const name = listName(id, food.name);
      if ("grams" in amount)
        return {
          food: id,
          name,
          portion: null,
          grams: amount.grams,
          words: formatGrams(amount.grams),
          per100g,
        };
      const portion = food.portions.find((candidate) => candidate.id === amount.portion);
      return portion
        ? {
            food: id,
            name,
            portion: { id: portion.id, label: portion.label, count: amount.count },
            grams: portion.grams * amount.count,
            words: measureWords(portion.label, amount.count),
            per100g,
          }
        : null;
    }),
  );
  return foods.filter(
    (food) => food !== null && forGrams(food.per100g, food.grams).energy !== null,
  ) as QuickFood[];
};
