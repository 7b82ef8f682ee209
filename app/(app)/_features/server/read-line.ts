import type { Viewer } from "@/lib/access";
import { chooseAmount, type Line, lineOf } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { getFoods, readMeal } from "@/lib/foods";

/** How a line reads on the server, and the foods that it may mean where it is one food's. */
export const readLine = async (viewer: Viewer, ownerId: string, text: string) => {
  const parsed = await readMeal(viewer, ownerId, text);
  const line: Line = lineOf(text, parsed, null, () => false);
  const ids = line.meal === null ? (parsed.items[0]?.candidates.map(({ id }) => id) ?? []) : [];
  const found = await getFoods(viewer, ownerId, ids);
  const items = ids.flatMap((id) => {
    const food = found.get(id);
    if (!food) return [];
    const weighable = loadCatalogue().food(id) ?? { name: food.name, portions: food.portions, group: null };
    return [{ food, amount: chooseAmount(weighable, line.typed) }];
  });
  return { line, items };
};
