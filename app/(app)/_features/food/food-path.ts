/** The page of a food; of a recipe, the recipe's own. */
export const foodPath = (id: string): string =>
  id.startsWith("recipe:") ? recipePath(id.slice("recipe:".length)) : `/foods/${encodeURIComponent(id)}`;

/** The page of a recipe. */
export const recipePath = (id: string): string => `/recipes/${id}`;
