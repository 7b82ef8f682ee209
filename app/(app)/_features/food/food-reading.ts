import { chooseAmount, groupTwins, parseMeal, shortName, typedWeight, type Units } from "@/lib/catalogue";
import { foodSourceOf } from "@/lib/foods/client";
import type { FoodTable, SearchedFoods } from "./loggable-food";

/** What comes in these is no raw food, though nobody says so: "1 can chickpeas". */
const PRESERVED = /\b(?:cans?|tins?|jars?)\b/i;

/** Search, meals and foods of a decoded table. */
export const createFoodTable = ({ catalogue, search, remembered }: SearchedFoods): FoodTable => {
  const tableFor = (units: Units | null, asEaten: boolean): FoodTable => ({
    search: asEaten ? search : (query, options) => search(query, { ...options, asEaten }),
    find: (id) => {
      const food = catalogue.food(id);
      return (
        (food && {
          id: food.id,
          name: food.name,
          listName: shortName(food.name),
          source: foodSourceOf(food.id),
          table: catalogue.tableAt(catalogue.indexOf(id)).name,
          portions: food.portions,
          per100g: food.per100g,
          ...(food.lowerBounds.length > 0 && { lowerBounds: food.lowerBounds }),
          highOxalate: food.traits.highOxalate,
          described: { name: food.name, group: food.group, highOxalate: food.traits.highOxalate },
        }) ??
        null
      );
    },
    group: (hits) => groupTwins(catalogue, hits),
    readMeal: (text, eaten) =>
      parseMeal(text, {
        search: { search: remembered },
        catalogue,
        asEaten: asEaten || PRESERVED.test(text),
        ...eaten,
        ...(units && { units }),
      }),
    chooseAmount: ({ id, name, portions }, typed, last) =>
      chooseAmount(catalogue.food(id) ?? { name, portions, group: null }, typed, last, units),
    weightOf: typedWeight,
    inUnits: (other) => tableFor(other, asEaten),
    asIngredients: () => tableFor(units, false),
  });
  return tableFor(null, true);
};
