/** How much of a day is logged: all of it or not everything, says the person; something, of which nothing was said; nothing. */
export const LOGGED = ["complete", "incomplete", "partial", "none"] as const;
export type Logged = (typeof LOGGED)[number];
