import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { AppError } from "../errors";
import { normalizePassword } from "./secrets";

// Which passwords are taken, after NIST SP 800-63B-4, 3.1.1.2: length, a list of common ones, nothing of the context,
// no rules of composition.

const kept = globalThis as typeof globalThis & { assayCommonPasswords?: ReadonlySet<string> };

/** The 50,000 most common passwords of at least ten characters, in small letters; where they are from: data/README.md. */
const commonPasswords = (): ReadonlySet<string> => {
  kept.assayCommonPasswords ??= new Set(
    brotliDecompressSync(readFileSync(join(process.cwd(), "data/reference/common-passwords.txt.br")))
      .toString("utf8")
      .split("\n"),
  );
  return kept.assayCommonPasswords;
};

/** What must be left of a password once the words of its context are taken out, in characters. */
const MIN_BESIDE_CONTEXT = 6;
const MIN_WORD = 4;
const PRODUCT = "assay";

/** The parts of an address that somebody would try. */
const contextOf = (email: string | null): string[] => {
  const [local = "", domain = ""] = (email ?? "").toLowerCase().split("@");
  const site = domain.split(".").slice(0, -1);
  return [local, ...local.split(/[^\p{L}\p{N}]+/u), domain, ...site, PRODUCT]
    .filter((word) => word.length >= MIN_WORD)
    .sort((a, b) => b.length - a.length);
};

/** Why a password of sufficient length cannot be used; null where it can. @param email whose it is to be. */
const weaknessOf = (password: string, email: string | null): string | null => {
  const lower = normalizePassword(password).toLowerCase();
  if (commonPasswords().has(lower)) return "is one of the most common passwords; choose another one";
  if (new Set(lower).size < 4) return "repeats the same few characters; choose another one";
  const rest = contextOf(email).reduce((text, word) => text.replaceAll(word, ""), lower);
  if ([...rest].length < MIN_BESIDE_CONTEXT && rest !== lower)
    return "is too close to your address or to the name of this site";
  return null;
};

/** @throws AppError invalid with the reason, at the field that it was typed into. */
export const assertGoodPassword = (password: string, email: string | null, field = "password"): void => {
  const weakness = weaknessOf(password, email);
  if (weakness !== null)
    throw new AppError("invalid", `${field}: ${weakness}.`, { fields: { [field]: weakness } });
};
