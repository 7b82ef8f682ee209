import {
  type Catalogue,
  createFoodSearch,
  decodeCatalogue,
  type FoodSearch,
  type FoodSearchOptions,
  joinCatalogues,
} from "@/lib/catalogue";
import type { FoodTable, SearchedFoods } from "./loggable-food";

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
    const key = `${options.limit} ${options.asEaten ?? true} ${query}`;
    const known = answers.get(key);
    if (known) return known;
    const found = search(query, options);
    answers.set(key, found);
    return found;
  };
};

/** Some tables as one, ready to be searched. */
export const openSearch = (catalogues: readonly Catalogue[]): SearchedFoods => {
  const catalogue = joinCatalogues(catalogues);
  const { search } = createFoodSearch(catalogue);
  // The first search builds the index; it runs here so that typing does not wait for it.
  search("food", { limit: 1 });
  return { catalogue, search, remembered: remembering(search) };
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
export const loadSearch = async (version: string): Promise<{ foods: SearchedFoods; whole: boolean }> => {
  const results = await Promise.allSettled(version.split(".").map(loadPart));
  const here = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  if (failed) console.warn("A food table could not be loaded.", failed.reason);
  if (here.length === 0) throw failed?.reason;
  return { foods: openSearch(here), whole: failed === undefined };
};

/**
 * The same foods with the reading of lines, whose words and measures are as much code again: fetched from here, so that
 * what the search has brought is not fetched twice.
 */
export const withReading = async (foods: SearchedFoods): Promise<FoodTable> =>
  (await import("./food-reading")).createFoodTable(foods);
