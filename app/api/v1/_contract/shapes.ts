import { z } from "zod";

/** One page of a list. */
export const page = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Which page of a list: `cursor` is the `nextCursor` of the page before. */
export const pageQuery = z.strictObject({
  limit: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(100, "must be at most 100")
    .default(100),
  cursor: z.string().max(200, "must be at most 200 characters").optional(),
});

/** The parameters of a path that names one thing by its id. */
export const id = <S extends z.ZodType>(schema: S) => z.object({ id: schema });

/** The answer to a delete, the first and every further one. */
export const gone = { description: "Gone, or was never there", body: null };
