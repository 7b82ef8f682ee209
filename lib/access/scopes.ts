/** The parts of an account that a token can be given, each to read or to change. */
export const TOKEN_AREAS = ["diary", "foods", "insights", "profile"] as const;
export type TokenArea = (typeof TOKEN_AREAS)[number];

/** "read" and "write" are every area, and what is the server's; the account itself is in no scope. */
export const TOKEN_SCOPES = [
  "read",
  "write",
  "diary:read",
  "diary:write",
  "foods:read",
  "foods:write",
  "insights:read",
  "insights:write",
  "profile:read",
  "profile:write",
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/**
 * What a call of the API is about. `server`: what is everybody's, which only "write" reaches; `any`: nothing that
 * belongs to one area; `account`: no token at all.
 */
export type Area = TokenArea | "server" | "any" | "account";

type Right = "read" | "write";

/** Scopes with what they imply, in the order of {@link TOKEN_SCOPES}: who may change may read. */
export const completeScopes = (asked: readonly TokenScope[]): TokenScope[] => {
  const implied = asked.map((scope) => scope.replace("write", "read"));
  return TOKEN_SCOPES.filter((scope) => asked.includes(scope) || implied.includes(scope));
};

/** Whether a token with these scopes may make a call. */
export const coversArea = (scopes: readonly string[], area: Area, right: Right): boolean => {
  if (area === "account") return false;
  return scopes.includes(right) || area === "any" || scopes.includes(`${area}:${right}`);
};
