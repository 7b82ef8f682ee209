import { z } from "zod";
import { clientId, requiredText } from "../fields";

/** A food table of this server, with what has to be said with its values. */
export const foodTableView = z.object({
  version: z.string(),
  /** Short name, as it stands beside foods. */
  name: z.string(),
  title: z.string(),
  edition: z.string(),
  publisher: z.string(),
  licence: z.string(),
  citation: z.string(),
  url: z.string(),
  foods: z.number(),
  /** Size of its file; null for a table that comes with Assay. */
  bytes: z.number().nullable(),
  builtIn: z.boolean(),
  /** When it was added; null for a table that comes with Assay. */
  addedAt: z.string().nullable(),
  /** What was left out of it, and why. */
  remarks: z.array(z.string()),
});
export type FoodTableView = z.output<typeof foodTableView>;

/** A file of an upload by its name, as the publisher gave it. */
export const uploadQuery = z.object({
  name: requiredText(120).pipe(
    z.string().regex(/^[^./\\][^/\\]*$/, "must be the name of a file, without its folder"),
  ),
});

/** Adds the table whose files were uploaded before. */
export const addTableInput = z.strictObject({
  upload: clientId,
  /** Whether it may take the place of an older edition of the same table. */
  replace: z.boolean().default(false),
});
export type AddTableInput = z.output<typeof addTableInput>;

export const addedTable = z.object({
  table: foodTableView,
  /** False where the same table was there already. */
  isNew: z.boolean(),
});
export type AddedTable = z.output<typeof addedTable>;

export * from "./client";
