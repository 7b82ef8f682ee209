/** The page of a food. */
export const foodPath = (id: string): string => `/foods/${encodeURIComponent(id)}`;
