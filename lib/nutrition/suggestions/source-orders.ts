/** Orders of a list of sources: by amount per usual portion, or per 100 kcal. */
export const SOURCE_ORDERS = ["portion", "energy"] as const;
export type SourceOrder = (typeof SOURCE_ORDERS)[number];
