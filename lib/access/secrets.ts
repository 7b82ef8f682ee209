import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/**
 * Argon2id with 19 MiB, 2 passes, 1 lane: the OWASP password storage recommendation. The only place; a password that was
 * stored with others is stored anew at its next sign-in.
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const PARAMETERS = `$argon2id$v=19$m=${ARGON2ID.memoryCost},t=${ARGON2ID.timeCost},p=${ARGON2ID.parallelism}$`;

/** One spelling for what looks the same, so that another keyboard types the same password (NIST SP 800-63B-4). */
export const normalizePassword = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> =>
  hash(normalizePassword(password), ARGON2ID);

let decoy: Promise<string> | undefined;

/** Whether a password is right; "outdated": it is, and is to be stored anew. */
type Check = "wrong" | "right" | "outdated";

/**
 * Checks a password. Without a stored hash the same work is done against a decoy, so that the time taken does not tell
 * whether an address has an account.
 */
export const checkPassword = async (stored: string | null, password: string): Promise<Check> => {
  const normalized = normalizePassword(password);
  if (stored === null) {
    decoy ??= hashPassword(randomBytes(16).toString("hex"));
    await verify(await decoy, normalized);
    return "wrong";
  }
  if (await verify(stored, normalized)) return stored.startsWith(PARAMETERS) ? "right" : "outdated";
  // Until now a password was stored as it was typed.
  return normalized !== password && (await verify(stored, password)) ? "outdated" : "wrong";
};

export const passwordMatches = async (stored: string | null, password: string): Promise<boolean> =>
  (await checkPassword(stored, password)) !== "wrong";

/** The secret of a one-time link: 256 random bits. */
export const newLinkSecret = (): string => randomBytes(32).toString("base64url");

const TOKEN_PREFIX = "assay_";

/** A new personal access token: 256 random bits behind a prefix that secret scanners can recognise. */
export const newTokenSecret = (): string => `${TOKEN_PREFIX}${randomBytes(32).toString("base64url")}`;

/** What is stored of a token or of a one-time link. A plain digest suffices: the secret is random, not chosen. */
export const tokenHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
