import "server-only";
import { AppError } from "../errors";

/** One page of a list that is read whole, because a quota keeps it short. */
type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

/**
 * The page of a list after the item that a cursor names.
 * @param cursor the id of the last item of the page before; undefined for the first page
 * @throws AppError invalid when that item is not there any more.
 */
export const pageOf = <T>(
  all: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  idOf: (item: T) => string,
): Page<T> => {
  const before = cursor === undefined ? -1 : all.findIndex((item) => idOf(item) === cursor);
  if (cursor !== undefined && before === -1)
    throw new AppError("invalid", "cursor: is not in the list any more; begin again.", {
      fields: { cursor: "is not in the list any more" },
    });
  const items = all.slice(before + 1, before + 1 + limit);
  const last = items.at(-1);
  return { items, nextCursor: last && before + 1 + limit < all.length ? idOf(last) : null };
};
