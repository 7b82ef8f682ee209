import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

// The one place that encrypts: AES-256-GCM with a random nonce, bound to what and whose it is.

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A key and the name that stands beside what it encrypted. */
export type NamedKey = { readonly id: string; readonly key: Buffer };

/** Encrypts a text; base64url of nonce, ciphertext and tag. @param bound what it can be opened with only. */
export const encrypt = (text: string, key: Buffer, bound: string): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64url");
};

/** The text that was encrypted with this key and bound to the same; null for any other, and for a changed one. */
export const decrypt = (sealed: string, key: Buffer, bound: string): string | null => {
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(bound))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]).toString("utf8");
  } catch {
    return null;
  }
};

/**
 * Reads a key as it is written in the settings: 32 bytes in hex or base64, "name:" before it or not. Without a name
 * it gets one that follows from the key.
 * @returns null where it is none.
 */
export const parseKey = (text: string): NamedKey | null => {
  const parts = /^(?:([a-z0-9-]{1,16}):)?([A-Za-z0-9+/_-]{43}=?|[0-9a-fA-F]{64})$/.exec(text.trim());
  const written = parts?.[2];
  if (written === undefined) return null;
  const key = Buffer.from(written, written.length === 64 ? "hex" : "base64");
  if (key.length !== KEY_BYTES) return null;
  return { id: parts?.[1] ?? createHash("sha256").update(key).digest("hex").slice(0, 8), key };
};
