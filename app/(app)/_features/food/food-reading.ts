import {
  type Catalogue,
  chooseAmount,
  createFoodSearch,
  decodeCatalogue,
  type FoodSearch,
  type FoodSearchOptions,
  groupTwins,
  joinCatalogues,
  parseMeal,
  shortName,
  type Units,
} from "@/lib/catalogue";
import { foodSourceOf } from "@/lib/foods/client";
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
  const measuredIn = (units: Units | null): FoodTable => ({
    search,
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
      parseMeal(text, { search: remembered, catalogue, ...eaten, ...(units && { units }) }),
    chooseAmount: ({ id, name, portions }, typed, last) =>
      chooseAmount(catalogue.food(id) ?? { name, portions, group: null }, typed, last, units),
    inUnits: measuredIn,
  });
  return measuredIn(null);
};

/** Some tables as one, ready to be searched. */
export const openFoodTable = (catalogues: readonly Catalogue[]): FoodTable => {
  const table = createFoodTable(joinCatalogues(catalogues));
  // The first search builds the index; it runs here so that typing does not wait for it.
  table.search("food", { limit: 1 });
  return table;
};

/** The tables that are here, or on their way, by version: each is fetched and decoded once a page load. */
const parts = new Map<string, Promise<Catalogue>>();

const fetchPart = async (version: string): Promise<Catalogue> => {
  const response = await fetch(`/catalogue/${version}`);
  if (!response.ok || !response.body) throw new Error(`The food table answered ${response.status}`);
  const unpacked = response.body.pipeThrough(new DecompressionStream("gzip"));
  return decodeCatalogue(await new Response(unpacked).arrayBuffer());
};

const loadPart = (version: string): Promise<Catalogue> => {
  const known = parts.get(version);
  if (known) return known;
  const part = fetchPart(version);
  parts.set(version, part);
  part.catch(() => parts.delete(version));
  return part;
};

/**
 * The tables that a version is made of, ready to be searched. One that cannot be fetched is left out.
 * @throws Error when none of them can be.
 */
export const loadFoodTable = async (version: string): Promise<{ table: FoodTable; whole: boolean }> => {
  const results = await Promise.allSettled(version.split(".").map(loadPart));
  const here = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  if (failed) console.warn("A food table could not be loaded.", failed.reason);
  if (here.length === 0) throw failed?.reason;
  return { table: openFoodTable(here), whole: failed === undefined };
};
