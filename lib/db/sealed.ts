import { decrypt, encrypt, type NamedKey } from "@/lib/aead";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/*
 * Columns that are encrypted at rest where ENCRYPTION_KEY is set. The connection seals what is written and opens what
 * is read, so stores see plain text only. A row of such a column is bound to its table, column and owner: it opens in
 * no other place.
 */

/** The encrypted columns, and what identifies a row beside its owner. A new one: a line here, and in docs/security.md. */
export const SEALED_COLUMNS = {
  DiaryEntry: { id: "id", columns: ["note"] },
  Profile: { id: null, columns: ["conditions", "medicines"] },
  LifePeriod: { id: "id", columns: ["kind"] },
  TargetOverride: { id: "nutrient", columns: ["reason"] },
} as const satisfies Record<string, { id: string | null; columns: readonly string[] }>;

const MARK = "enc:";
const SEALED = /^enc:v1:([a-z0-9-]{1,16}):([A-Za-z0-9_-]+)$/;
/** Before a plain text that would look encrypted. */
const PLAIN = "enc:v0:";

/** How what a key encrypted begins. */
export const sealedPrefix = ({ id }: NamedKey): string => `enc:v1:${id}:`;

const boundTo = (table: string, column: string, ownerId: string): string =>
  JSON.stringify([table, column, ownerId]);

/** A text as it is to be stored. */
export function sealed(text: string, table: string, column: string, ownerId: string): string {
  const current = env().encryptionKey;
  if (current === null) return text.startsWith(MARK) ? PLAIN + text : text;
  return sealedPrefix(current) + encrypt(text, current.key, boundTo(table, column, ownerId));
}

const MINUTE = 60_000;
let toldAt = Number.NEGATIVE_INFINITY;

const unreadable = (reason: string): AppError => {
  if (Date.now() - toldAt > MINUTE) {
    toldAt = Date.now();
    console.error(`assay: ${reason}`);
  }
  return new AppError(
    "unavailable",
    "Some of what is stored here is encrypted, and this server cannot open it. Whoever runs it finds the reason in its log.",
    { retryAfterSeconds: 60 },
  );
};

type Read = { readonly text: string } | { readonly problem: string };

const read = (stored: string, table: string, column: string, ownerId: string): Read => {
  if (stored.startsWith(PLAIN)) return { text: stored.slice(PLAIN.length) };
  if (!stored.startsWith(MARK)) return { text: stored };
  const [, id, text] = SEALED.exec(stored) ?? [];
  if (id === undefined || text === undefined)
    return { problem: `${table}.${column} holds something that is not as it was encrypted.` };
  const { encryptionKey, encryptionOldKeys } = env();
  const key = [encryptionKey, ...encryptionOldKeys].find((each) => each?.id === id);
  if (!key)
    return {
      problem: `${table}.${column} is encrypted with the key "${id}", which neither ENCRYPTION_KEY nor ENCRYPTION_OLD_KEYS has.`,
    };
  const plain = decrypt(text, key.key, boundTo(table, column, ownerId));
  return plain === null
    ? {
        problem: `${table}.${column} does not open with the key "${id}": the key is another one, or the value was changed or moved.`,
      }
    : { text: plain };
};

/** Why a stored text cannot be opened, for whoever runs the server; null when it can. It names no content. */
export function sealProblem(stored: string, table: string, column: string, ownerId: string): string | null {
  const found = read(stored, table, column, ownerId);
  return "problem" in found ? found.problem : null;
}

/**
 * The text that was stored; what is not encrypted as it is.
 * @throws AppError unavailable when it cannot be opened: never what is stored instead.
 */
export function opened(stored: string, table: string, column: string, ownerId: string): string {
  const found = read(stored, table, column, ownerId);
  if ("problem" in found) throw unreadable(found.problem);
  return found.text;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The owner that some fields name, at the top or in a compound key. */
const ownerIn = (fields: unknown): string | null => {
  if (!isFields(fields)) return null;
  if (typeof fields.ownerId === "string") return fields.ownerId;
  for (const value of Object.values(fields))
    if (isFields(value) && typeof value.ownerId === "string") return value.ownerId;
  return null;
};

const columnsOf = (model: string | undefined): readonly string[] =>
  model !== undefined && Object.hasOwn(SEALED_COLUMNS, model)
    ? SEALED_COLUMNS[model as keyof typeof SEALED_COLUMNS].columns
    : [];

const sealFields = (data: Fields, table: string, owner: string | null): Fields => {
  const result = { ...data };
  for (const column of columnsOf(table)) {
    const value = data[column];
    if (value === undefined || value === null) continue;
    const ownerId = ownerIn(data) ?? owner;
    if (typeof value !== "string" || ownerId === null)
      throw new TypeError(`${table}.${column} is written as a text, with its owner.`);
    result[column] = sealed(value, table, column, ownerId);
  }
  return result;
};

/** The arguments of a query with what it writes sealed. @throws TypeError for a filter by an encrypted column. */
export function sealArguments(model: string | undefined, args: unknown): unknown {
  if (!isFields(args)) return args;
  if (model === "User" && isFields(args.data) && isFields(args.data.profile)) {
    const { id, profile } = args.data;
    if (!isFields(profile.create) || typeof id !== "string") return args;
    const create = sealFields(profile.create, "Profile", id);
    return { ...args, data: { ...args.data, profile: { ...profile, create } } };
  }
  const columns = columnsOf(model);
  if (model === undefined || columns.length === 0) return args;
  if (isFields(args.where))
    for (const column of columns)
      if (Object.hasOwn(args.where, column)) throw new TypeError(`${model}.${column} cannot be looked for.`);
  const owner = ownerIn(args.where);
  const result = { ...args };
  for (const place of ["data", "create", "update"]) {
    const data = args[place];
    if (Array.isArray(data)) result[place] = data.map((row) => sealFields(row as Fields, model, owner));
    else if (isFields(data)) result[place] = sealFields(data, model, owner);
  }
  return result;
}

/** Opens what a query read, in place. @throws AppError unavailable */
export function openResult<R>(model: string | undefined, args: unknown, result: R): R {
  const columns = columnsOf(model);
  if (model === undefined || columns.length === 0) return result;
  const owner = isFields(args) ? (ownerIn(args.where) ?? ownerIn(args.data)) : null;
  for (const row of Array.isArray(result) ? result : [result]) {
    if (!isFields(row)) continue;
    for (const column of columns) {
      const value = row[column];
      if (typeof value !== "string" || !value.startsWith(MARK)) continue;
      const ownerId = ownerIn(row) ?? owner;
      if (ownerId === null) throw new TypeError(`${model}.${column} is read with its owner.`);
      row[column] = opened(value, model, column, ownerId);
    }
  }
  return result;
}
