import "server-only";
import { createHash } from "node:crypto";
import { type Viewer, viewerOfToken } from "../access";
import { guess } from "../limits";
import { senderOf } from "./sender";

const MAX_KNOWN = 10_000;

/** Digests of tokens that were valid when this process saw them last. They are looked up uncounted. */
const known = new Set<string>();

/**
 * The viewer a token stands for, or null. A token that nobody has seen is counted before it is looked up; one that was
 * valid before is not, so who guesses from the same address does not shut out those who have one.
 * @throws AppError rate_limited.
 */
export const viewerOfBearer = async (secret: string, headers: Headers): Promise<Viewer | null> => {
  const digest = createHash("sha256").update(secret).digest("base64url");
  if (known.has(digest)) {
    const viewer = await viewerOfToken(secret);
    if (viewer) return viewer;
    known.delete(digest);
  }
  const viewer = await guess([["bearer", senderOf(headers)]], () => viewerOfToken(secret));
  if (viewer === null) return null;
  if (known.size >= MAX_KNOWN) known.clear();
  known.add(digest);
  return viewer;
};
