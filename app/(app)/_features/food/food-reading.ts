import {
  type Catalogue,
  chooseAmount,
  createFoodSearch,
  decodeCatalogue,
  type FoodSearch,
  type FoodSearchOptions,
  parseMeal,
  shortName,
} from "@/lib/catalogue";
import type { FoodTable } from "./loggable-food";

/** Searches that one line asks again at every key: the foods before the one that is being typed. */
const REMEMBERED = 400;

/** The same search, which remembers its answers for as long as the person's own foods stay the same. */
const remembering = (search: FoodSearch["search"]): FoodSearch["search"] => {
  let answers = new Map<string, ReturnType<FoodSearch["search"]>>();
  let own: FoodSearchOptions["own"];
  let boost: FoodSearchOptions["boost"];
  return (query, options) => {
    if (options.own !== own || options.boost !== boost || answers.size > REMEMBERED) answers = new Map();
    ({ own, boost } = options);
    const key = `${options.limit} ${query}`;
    const known = answers.get(key);
    if (known) return known;
    const found = search(query, options);
    answers.set(key, found);
    return found;
  };
};

/** Search, meals and foods of a decoded table. */
export const createFoodTable = (catalogue: Catalogue): FoodTable => {
  const { search } = createFoodSearch(catalogue);
  const remembered = { search: remembering(search) };
  return {
    search,
    find: (id) => {
      const food = catalogue.food(id);
      return (
        (food && {
          id: food.id,
          name: food.name,
          listName: shortName(food.name),
          source: "sr28",
          portions: food.portions,
          per100g: food.per100g,
          highOxalate: food.traits.highOxalate,
          described: { name: food.name, group: food.group, highOxalate: food.traits.highOxalate },
        }) ??
        null
      );
    },
    readMeal: (text, eaten) => parseMeal(text, { search: remembered, catalogue, ...eaten }),
    chooseAmount: ({ id, name, portions }, typed, last) =>
      chooseAmount(catalogue.food(id) ?? { name, portions, group: null }, typed, last),
  };
};

/** The table from its file, ready to be searched. */
export const decodeFoodTable = (file: ArrayBuffer): FoodTable => {
  const table = createFoodTable(decodeCatalogue(file));
  // The first search builds the index; it runs here so that typing does not wait for it.
  table.search("food", { limit: 1 });
  return table;
};
