import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { renderSVG } from "uqr";
import { AppError } from "../../errors";
import { recordEvent } from "../audit";
import type { MethodsView } from "../schemas";
import { assertMayRead, assertMayWrite, type Viewer } from "../viewer";
import { open, seal } from "./seal";
import { assertConfirmed } from "./step-up";
import * as store from "./store";

/** What authenticator apps all understand (RFC 6238): SHA-1, six digits, steps of 30 seconds. */
const PERIOD_SECONDS = 30;
/** Clocks may differ by a step either way. */
const WINDOW = 1;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** 80 random bits a code: nothing to guess, so a plain digest of it is kept. */
const RECOVERY_BYTES = 10;
const PURPOSE = "totp";

const totpOf = (secret: Secret, label = ""): TOTP =>
  new TOTP({ issuer: "Assay", label, secret, algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS });

/** The step of the code, where it is one of the secret's about now; else null. */
const stepOf = (base32: string, typed: string): number | null => {
  const token = typed.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const now = Date.now();
  const delta = totpOf(Secret.fromBase32(base32)).validate({ token, window: WINDOW, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
};

/** As it is typed: capitals or not, with hyphens, spaces or without. */
const recoveryHash = (typed: string): string =>
  createHash("sha256")
    .update(typed.toUpperCase().replaceAll(/[^A-Z2-7]/g, ""))
    .digest("hex");

const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32;
    return text.replaceAll(/(.{4})(?=.)/g, "$1-");
  });

/** Whether a sign-in by password is asked for a code, too. */
export const hasSecondFactor = async (ownerId: string): Promise<boolean> =>
  (await store.findTotp(ownerId))?.confirmedAt != null;

/**
 * Whether a code is one of the account's app, or one of its recovery codes; each is right once only. Guesses are for
 * the caller to limit.
 */
export const takeCode = async (ownerId: string, typed: string): Promise<boolean> => {
  const kept = await store.findTotp(ownerId);
  if (!kept?.confirmedAt) return false;
  const secret = open(kept.secret, PURPOSE, ownerId);
  const step = secret === null ? null : stepOf(secret, typed);
  if (step !== null) return store.takeStep(ownerId, step);
  return store.takeRecoveryCode(ownerId, recoveryHash(typed));
};

/** The ways in to an account. */
export const listMethods = async (viewer: Viewer, ownerId: string): Promise<MethodsView> => {
  assertMayRead(viewer, ownerId);
  const [hash, totp, recoveryCodesLeft] = await Promise.all([
    store.findPasswordHash(ownerId),
    store.findTotp(ownerId),
    store.countRecoveryCodes(ownerId),
  ]);
  const since = totp?.confirmedAt?.toISOString();
  return { password: hash !== null, totp: since === undefined ? null : { since, recoveryCodesLeft } };
};

/**
 * Makes a secret for an app. It does not count until `confirmTotp` has seen a code of it; one that did not count yet is
 * replaced.
 * @returns the secret in base 32, the address that apps read, and a picture of that address.
 * @throws AppError conflict when the account has an app already; confirmation_required; forbidden for a sample account.
 */
export const beginTotp = async (
  viewer: Viewer,
  ownerId: string,
): Promise<{ secret: string; uri: string; svg: string }> => {
  assertMayWrite(viewer, ownerId);
  await assertConfirmed(viewer);
  if (viewer.sample) throw new AppError("forbidden", "A sample account is not signed in to again.");
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer });
  const sealed = seal(secret.base32, PURPOSE, ownerId);
  if (!(await store.putUnconfirmed(ownerId, sealed, new Date())))
    throw new AppError("conflict", "The account has an authenticator app already. Remove it first.");
  const uri = totpOf(secret, (await store.findEmail(ownerId)) ?? "").toString();
  return { secret: secret.base32, uri, svg: renderSVG(uri, { border: 2 }) };
};

/**
 * Makes the app count, once it has shown a right code.
 * @returns ten recovery codes, which are in this answer and nowhere else.
 * @throws AppError invalid when the code is not right; conflict when no secret waits for one; confirmation_required.
 */
export const confirmTotp = async (viewer: Viewer, ownerId: string, code: string): Promise<string[]> => {
  assertMayWrite(viewer, ownerId);
  await assertConfirmed(viewer);
  const kept = await store.findTotp(ownerId);
  const secret = kept && kept.confirmedAt === null ? open(kept.secret, PURPOSE, ownerId) : null;
  if (!kept || secret === null)
    throw new AppError("conflict", "No authenticator app waits for its first code.");
  const step = stepOf(secret, code);
  if (step === null)
    throw new AppError("invalid", "The code is not right. Take the one that the app shows now.", {
      fields: { code: "is not the one that the app shows now" },
    });
  const codes = newRecoveryCodes();
  const counts = { confirmedAt: new Date(), lastStep: step };
  if (!(await store.confirmTotp(ownerId, kept.secret, counts, codes.map(recoveryHash))))
    throw new AppError("conflict", "No authenticator app waits for its first code.");
  await recordEvent(viewer, ownerId, { kind: "method-added", detail: { method: "totp" } });
  return codes;
};

/**
 * Makes new recovery codes; the old ones are worth nothing from then on.
 * @throws AppError conflict without an app; confirmation_required.
 */
export const renewRecoveryCodes = async (viewer: Viewer, ownerId: string): Promise<string[]> => {
  assertMayWrite(viewer, ownerId);
  await assertConfirmed(viewer);
  if (!(await hasSecondFactor(ownerId)))
    throw new AppError("conflict", "The account has no authenticator app.");
  const codes = newRecoveryCodes();
  await store.putRecoveryCodes(ownerId, codes.map(recoveryHash));
  await recordEvent(viewer, ownerId, { kind: "recovery-codes-made" });
  return codes;
};

/** Takes the app and its recovery codes away; again changes nothing. @throws AppError confirmation_required. */
export const removeTotp = async (viewer: Viewer, ownerId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await assertConfirmed(viewer);
  if (await store.deleteTotp(ownerId))
    await recordEvent(viewer, ownerId, { kind: "method-removed", detail: { method: "totp" } });
};
