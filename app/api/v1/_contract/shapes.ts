import { z } from "zod";

/** One page of a list. */
export const page = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The parameters of a path that names one thing by its id. */
export const id = <S extends z.ZodType>(schema: S) => z.object({ id: schema });

/** The answer to a delete, the first and every further one. */
export const gone = { description: "Gone, or was never there", body: null };
