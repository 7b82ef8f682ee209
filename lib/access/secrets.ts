import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB, 2 passes, 1 lane: the OWASP password storage recommendation. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

let decoy: Promise<string> | undefined;

/**
 * Whether the password matches. Without a stored hash the same work is done against a decoy, so that the time
 * taken does not tell whether an address has an account.
 */
export const passwordMatches = async (stored: string | null, password: string): Promise<boolean> => {
  if (stored === null) {
    decoy ??= hashPassword(randomBytes(16).toString("hex"));
    await verify(await decoy, password);
    return false;
  }
  return verify(stored, password);
};

const TOKEN_PREFIX = "assay_";

/** A new personal access token: 256 random bits behind a prefix that secret scanners can recognise. */
export const newTokenSecret = (): string => `${TOKEN_PREFIX}${randomBytes(32).toString("base64url")}`;

/** What is stored of a token. A plain digest suffices: the secret is random, not chosen. */
export const tokenHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
