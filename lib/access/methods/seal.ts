import "server-only";
import { hkdfSync } from "node:crypto";
import { decrypt, encrypt } from "../../aead";
import { authSecret } from "../../env";

// Secrets of sign-in methods: always encrypted, with keys that follow from AUTH_SECRET.

/** A key of its own for each purpose, so that what was sealed for one opens for no other. */
const keyOf = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", authSecret(), "", `assay ${purpose}`, 32));

/** Encrypts a text. @param purpose what it is kept for; `owner` whose it is. */
export const seal = (text: string, purpose: string, owner: string): string =>
  encrypt(text, keyOf(purpose), owner);

/** The text that was sealed for the same purpose and owner; null for any other, and after AUTH_SECRET was changed. */
export const open = (sealed: string, purpose: string, owner: string): string | null =>
  decrypt(sealed, keyOf(purpose), owner);
