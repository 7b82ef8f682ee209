import { z } from "zod";
import { SOURCE_ORDERS } from "../../nutrition";
import { mineralField } from "../../profile/schemas";
import { leftOutField } from "../assessment/schemas";

// The foods richest in one mineral, of those a person eats.

/** Most lines of a list. */
const MAX_SOURCES = 100;

export const sourcesParams = z.object({ mineral: mineralField });
export const sourcesQuery = z.object({
  by: z.enum(SOURCE_ORDERS, "must be portion or energy").default("portion"),
  limit: z.coerce.number().int().min(1).max(MAX_SOURCES).default(50),
  /** Id of a food group: the list without the others. */
  group: z.string().max(40).optional(),
});
export type SourcesQuery = z.output<typeof sourcesQuery>;

/** What to know of a food as a source, in words. */
const sourceNote = z.object({
  code: z.enum(["selenium-varies", "calcium-bound", "phytate"]),
  text: z.string(),
});
export type SourceNoteView = z.output<typeof sourceNote>;

export const sourceView = z.object({
  food: z.string(),
  name: z.string(),
  /** The name as a person would say it. */
  short: z.string(),
  group: z.string(),
  portion: z.object({ id: z.string().nullable(), label: z.string(), count: z.number() }),
  grams: z.number(),
  /** Null where it is unknown, or the person asked not to see energy. */
  energyKcal: z.number().nullable(),
  /** In the portion, in the mineral's unit. */
  amount: z.number(),
  /** In as much of the food as has 100 kcal; null where the energy is. */
  per100Kcal: z.number().nullable(),
  /** Of the person's own target, 0 or more; null without one. */
  share: z.number().nullable(),
  /** The kind of food that the article picks. */
  pick: z.enum(["leafy-green", "seed", "nut", "yogurt", "kefir"]).nullable(),
  /** A pick whose portion is a rich source: these come first. */
  first: z.boolean(),
  /** On how many of the last 30 days it was eaten, in any form; at least so many where forms differ. */
  eatenDays: z.int(),
  /** In how many forms it was eaten: raw and boiled are two. */
  eatenForms: z.int(),
  notes: z.array(sourceNote),
});
export type SourceView = z.output<typeof sourceView>;

export const bestSourcesView = z.object({
  mineral: mineralField,
  unit: z.enum(["mg", "µg"]),
  /** The order of `items`: the one asked for, or portion where the person asked not to see energy. */
  by: z.enum(SOURCE_ORDERS),
  /** Whether the person asked not to see energy; then nothing states it. */
  energyHidden: z.boolean(),
  /** Whether it is for a child, for whom the portions, an adult's, are too large. */
  forChild: z.boolean(),
  /** False where a condition or the age asks for no list; `reasons` says which. */
  offered: z.boolean(),
  reasons: z.array(z.string()),
  leftOut: leftOutField,
  target: z.number().nullable(),
  ul: z.number().nullable(),
  ulScope: z.enum(["total", "supplements"]).nullable(),
  /** Lines in all, of which `items` are the first. */
  count: z.int(),
  items: z.array(sourceView),
  /** The food groups of all lines, the one with most first. */
  groups: z.array(z.object({ id: z.string(), label: z.string(), count: z.int() })),
  /** Plain foods that fit the person's diet, exclusions and conditions; those of them without a value are not ranked. */
  permitted: z.int(),
  unknown: z.int(),
});
export type BestSourcesView = z.output<typeof bestSourcesView>;
