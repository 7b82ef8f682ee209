import type { Ids, RoleName } from "./cast";

export type RouteRow = {
  /** The method and path, as Next spells it. */
  readonly at: string;
  /** The address, with what belongs to the owner or with ids of nothing. */
  readonly to: (ids: Ids) => string;
  readonly body?: (ids: Ids) => unknown;
  /** The status for the owner's own browser. */
  readonly owner: number;
  /** The status for everybody else, whose answer to somebody else's id must be that to a missing one. */
  readonly strangers: number;
  /** Where a role's status is not that of the owner or of strangers. */
  readonly but?: Partial<Record<RoleName, number>>;
  /** Open to everybody: who is not signed in is answered as a stranger. */
  readonly open?: true;
  /** Asked once in a role, with the owner's ids alone: afterwards there is nobody left to ask. */
  readonly once?: true;
  /** Reads only, so that a read-only token may call it, too. */
  readonly reads?: true;
};

export const V1 = "/api/v1";

/** Calls that need a signed-in browser. */
export const NO_TOKENS = { "owner's token": 403, "other's token": 403 } as const;

export const read = (
  path: string,
  to: string | ((ids: Ids) => string) = path,
  strangers = 200,
  more: Partial<RouteRow> = {},
): RouteRow => ({
  at: `GET ${V1}${path}`,
  to: (ids) => V1 + (typeof to === "string" ? to : to(ids)),
  owner: 200,
  strangers,
  reads: true,
  ...more,
});

export const write = (
  at: string,
  to: (ids: Ids) => string,
  body: ((ids: Ids) => unknown) | undefined,
  [owner, strangers]: readonly [owner: number, strangers: number],
  but: NonNullable<RouteRow["but"]> = {},
): RouteRow => {
  const [method, path] = at.split(" ");
  return {
    at: `${method} ${V1}${path}`,
    to: (ids) => V1 + to(ids),
    ...(body && { body }),
    owner,
    strangers,
    but,
  };
};

export const open = (
  at: string,
  to: (ids: Ids) => string,
  owner: number,
  more: Partial<RouteRow> = {},
): RouteRow => ({
  at,
  to,
  owner,
  strangers: owner,
  open: true,
  reads: true,
  ...more,
});
