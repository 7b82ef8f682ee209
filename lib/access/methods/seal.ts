import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { authSecret } from "../../env";

// The one place where secrets of sign-in methods are encrypted; another key takes effect here.

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for each purpose, so that what was sealed for one opens for no other. */
const keyOf = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", authSecret(), "", `assay ${purpose}`, 32));

/** Encrypts a text with AES-256-GCM. @param purpose what it is kept for; `owner` whose it is. */
export const seal = (text: string, purpose: string, owner: string): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64url");
};

/** The text that was sealed for the same purpose and owner; null for any other, and after AUTH_SECRET was changed. */
export const open = (sealed: string, purpose: string, owner: string): string | null => {
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", keyOf(purpose), nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]).toString("utf8");
  } catch {
    return null;
  }
};
