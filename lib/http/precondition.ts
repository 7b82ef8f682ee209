import { AppError } from "../errors";
import type { Expected } from "../versions";

/** Names the account that a write was made for, so that it is never made for another one. */
const ACCOUNT_HEADER = "assay-account";
/** The account's revision after a write. */
export const REVISION_HEADER = "assay-revision";

const MAX_LENGTH = 60;

/**
 * The version that a request rests on, by its `If-Match`: one entity tag, as `ETag` had it.
 * @throws AppError malformed for a list of tags, `*`, or what is no tag.
 */
export const expectedVersion = (headers: Headers): Expected => {
  const sent = headers.get("if-match");
  if (sent === null) return undefined;
  const version = sent.length <= MAX_LENGTH ? /^\s*(?:W\/)?"([\w-]+)"\s*$/.exec(sent)?.[1] : undefined;
  if (version === undefined)
    throw new AppError("malformed", 'If-Match must be one version in quotes, as ETag has it: "mg3k2j1p".');
  return version;
};

/** @throws AppError other_account when the request names another account than the caller's. */
export const assertAccount = (headers: Headers, userId: string): void => {
  const named = headers.get(ACCOUNT_HEADER);
  if (named !== null && named !== userId)
    throw new AppError("other_account", "This is for another account than the one that is signed in.");
};

/** The version of a resource as an answer shows it; null where it has none. */
export const versionIn = (body: unknown): string | null =>
  typeof body === "object" && body !== null && "version" in body && typeof body.version === "string"
    ? body.version
    : null;
