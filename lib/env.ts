import { createECDH, randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { type NamedKey, parseKey } from "./aead";

/** Where the data is: a SQLite file (absolute path) or a PostgreSQL server. */
export type Database =
  | { readonly engine: "sqlite"; readonly file: string }
  | { readonly engine: "postgresql"; readonly url: string };

/** The settings in force; each names the variable it is read from. `.env.example` shows them all. */
export type Env = {
  /** HOST: address to listen on. */
  readonly host: string;
  /** PORT: port to listen on, 1 to 65535. */
  readonly port: number;
  /** DATABASE_URL: where the data is kept. */
  readonly database: Database;
  /** AUTH_SECRET as given, at least 32 characters; see `authSecret` for the one in force. */
  readonly authSecret: string | null;
  /** Where the secret is kept when none is given (absolute path); follows from DATABASE_URL. */
  readonly authSecretFile: string;
  /** FOOD_TABLES_DIR: folder of the installed food tables (absolute path); beside the SQLite file unless told otherwise. */
  readonly foodTablesDir: string;
  /** PUBLIC_URL: origin under which browsers reach the server, without a slash at its end. */
  readonly publicUrl: string;
  /** SIGN_UP: which visitors can make accounts: all, those invited, those with an address of a domain, none. */
  readonly signUp: "open" | "invitation" | "domain" | "closed";
  /** The domains of SIGN_UP, in small letters; none unless that is "domain". */
  readonly signUpDomains: readonly string[];
  /** SESSION_IDLE_DAYS: after how many days without use a browser is signed out, 1 to 365. */
  readonly sessionIdleDays: number;
  /** SESSION_MAX_DAYS: after how many days it is in any case, 1 to 365. */
  readonly sessionMaxDays: number;
  /** SAMPLE: whether visitors can open a sample account that lives for a day. */
  readonly sample: "on" | "off";
  /** TRUST_PROXY: how many proxies stand before the server and add to X-Forwarded-For; 0: that header is not believed. */
  readonly trustProxy: number;
  /**
   * OPENFOODFACTS_URL: where Open Food Facts is asked for products by barcode, without a slash at its end; null: it is
   * not asked.
   */
  readonly openFoodFactsUrl: string | null;
  /** SMTP_URL and MAIL_FROM: how mail is sent; null: this server sends none. */
  readonly mail: MailServer | null;
  /** ADMIN_EMAIL: the address of an account that is an administrator's, lower-cased; null: only those the database names. */
  readonly adminEmail: string | null;
  /** OIDC_ISSUER and the other OIDC variables: the provider that people can sign in with; null: none. */
  readonly oidc: OidcProvider | null;
  /** PUSH_KEY as given: the private key with which reminders are signed (VAPID, RFC 8292); see `pushKey` for the one in force. */
  readonly pushKey: string | null;
  /** Where that key is kept when none is given (absolute path); follows from DATABASE_URL. */
  readonly pushKeyFile: string;
  /** ENCRYPTION_KEY: what notes and what is said of the person's health is encrypted with; null: it is stored as it is. */
  readonly encryptionKey: NamedKey | null;
  /** ENCRYPTION_OLD_KEYS: what else opens what is stored. */
  readonly encryptionOldKeys: readonly NamedKey[];
  /** PUSH_TO_LOOPBACK: whether reminders may be posted to this very machine, without TLS. For tests only. */
  readonly pushToLoopback: "on" | "off";
  /** DAILY: whether this process runs the daily job for every account and sends its mail and reminders. */
  readonly daily: "on" | "off";
};

/** A mail server, and who the mail is from. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps); otherwise STARTTLS, without which nothing is sent to another machine. */
  readonly secure: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
  /** "Assay <assay@example.org>" in its two parts; the name may be empty. */
  readonly from: { readonly name: string; readonly address: string };
};

/** A provider of OpenID Connect, and this server as its client. */
export type OidcProvider = {
  /** As the provider itself writes it (`iss`), with a slash at its end or without. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people know it by. */
  readonly name: string;
  /** What is asked for, separated by spaces; "openid" among it. */
  readonly scopes: string;
};

/** Settings that cannot be used. The message has one line a problem and never repeats a password. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

const examples = "file:./var/assay.db or postgresql://user:password@host:5432/name";

function parseDatabaseUrl(value: string, root: string, fail: (problem: string) => void): Database {
  const none: Database = { engine: "sqlite", file: "" };
  if (value.startsWith("file:")) {
    const path = value.slice("file:".length).replace(/^\/\/(?=\/)/, "");
    if (path === "" || path.endsWith("/")) fail(`names no file; write it like ${examples}`);
    else if (/[?#\0]/.test(path)) fail("takes no options after the file's name");
    else if (path.startsWith("//")) fail("can only name a file of this machine");
    else if (path === ":memory:") fail("cannot be :memory:, which is forgotten when the server stops");
    else return { engine: "sqlite", file: resolve(root, path) };
    return none;
  }
  if (/^postgres(ql)?:/.test(value)) {
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url === null) fail(`is not a valid address; write it like ${examples}`);
    else if (url.pathname.length < 2) fail(`names no database; write it like ${examples}`);
    else if (url.searchParams.has("schema")) fail('takes no "schema"; use a database of its own');
    else return { engine: "postgresql", url: value };
    return none;
  }
  fail(`must begin with file: or postgresql:, for example ${examples}`);
  return none;
}

/** Whether a text is a private key of the curve P-256: 32 bytes in base64url, a scalar of the curve. */
function isPushKey(value: string): boolean {
  if (!/^[A-Za-z0-9_-]{43}$/.test(value)) return false;
  try {
    createECDH("prime256v1").setPrivateKey(value, "base64url");
    return true;
  } catch {
    return false;
  }
}

const MAIL_EXAMPLE = "smtp://user:password@mail.example.org:587 (or smtps://… for port 465)";

function parseSmtpUrl(value: string): Omit<MailServer, "from"> | null {
  const url = /^smtps?:\/\//.test(value) && URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.hostname === "" || !/^\/?$/.test(url.pathname) || url.search || url.hash)
    return null;
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    if ((user === "") !== (pass === "")) return null;
    const port = url.port === "" ? (secure ? 465 : 587) : Number(url.port);
    return { host, port, secure, auth: user === "" ? null : { user, pass } };
  } catch {
    return null;
  }
}

/** Whether a text can be an issuer: https, or this very machine. */
function isIssuer(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.username || url.password || url.search || url.hash) return false;
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "https:" || (url.protocol === "http:" && local);
}

const DAYS = "must be a whole number of days, 1 to 365";

/** The domains that a SIGN_UP names, none for its other values; null where one is no domain. */
function domainsOf(value: string): string[] | null {
  if (!value.startsWith("domain:")) return [];
  const domains = value
    .slice("domain:".length)
    .split(",")
    .map((domain) => domain.trim());
  return domains.every((domain) =>
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(domain),
  )
    ? domains
    : null;
}

const KEY_FORM =
  'must be 32 bytes in base64 or hex, for example from: openssl rand -base64 32, with a name before it ("2026:…") or without';

const ADDRESS = /^[^\s@<>(),;:"\\]{1,64}@[^\s@<>(),;:"\\]{1,255}$/;

function parseMailFrom(value: string): MailServer["from"] | null {
  const named = /^([^<>\r\n]{0,100}?)\s*<([^<>]*)>$/.exec(value.trim());
  const name = named?.[1]?.replace(/^"(.*)"$/, "$1") ?? "";
  const address = named?.[2] ?? value.trim();
  return ADDRESS.test(address) && !/[\r\n"]/.test(name) ? { name, address } : null;
}

/**
 * Reads the settings out of environment variables. Touches nothing else. An empty variable counts as absent.
 * @param record the environment variables
 * @param root the project's root; relative paths are relative to it
 * @throws EnvError naming each variable that cannot be used
 */
export function parseEnv(record: Readonly<Record<string, string | undefined>>, root: string): Env {
  const schema = z.object({
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]{1,255}$/, "must be a host name or an address, for example 127.0.0.1")
      .default("127.0.0.1"),
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, "must be a number from 1 to 65535")
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, "must be a number from 1 to 65535")
      .default(3000),
    DATABASE_URL: z
      .string()
      .default("file:./var/assay.db")
      .transform((value, context) =>
        parseDatabaseUrl(value, root, (message) => context.addIssue({ code: "custom", message })),
      ),
    AUTH_SECRET: z
      .string()
      .min(32, "must have at least 32 characters, for example from: openssl rand -base64 32")
      .nullable()
      .default(null),
    FOOD_TABLES_DIR: z
      .string()
      .refine((value) => !value.includes("\0"), "must be the path of a folder")
      .nullable()
      .default(null),
    PUBLIC_URL: z
      .string()
      .transform((value, context) => {
        const url = URL.canParse(value) ? new URL(value) : null;
        if (url !== null && /^https?:$/.test(url.protocol) && value.replace(/\/$/, "") === url.origin) {
          return url.origin;
        }
        const message = "must be an origin without a path, for example https://assay.example.org";
        context.addIssue({ code: "custom", message });
        return "";
      })
      .nullable()
      .default(null),
    SIGN_UP: z
      .string()
      .transform((value) => value.toLowerCase())
      .refine(
        (value) =>
          /^(open|invitation|closed|domain:[^,]+(,[^,]+)*)$/.test(value) && domainsOf(value) !== null,
        "must be open, invitation, closed, or domains such as domain:example.org,example.net",
      )
      .default("open"),
    SESSION_IDLE_DAYS: z.coerce.number(DAYS).int(DAYS).min(1, DAYS).max(365, DAYS).default(30),
    SESSION_MAX_DAYS: z.coerce.number(DAYS).int(DAYS).min(1, DAYS).max(365, DAYS).default(90),
    SAMPLE: z.enum(["on", "off"], "must be on or off").default("on"),
    TRUST_PROXY: z
      .string()
      .regex(/^(on|off|\d)$/, "must be off, on (one proxy) or the number of proxies, 0 to 9")
      .transform((value) => (value === "on" ? 1 : value === "off" ? 0 : Number(value)))
      .default(0),
    OPENFOODFACTS_URL: z
      .string()
      .transform((value, context) => {
        const url = URL.canParse(value) ? new URL(value) : null;
        const usable =
          url !== null &&
          /^https?:$/.test(url.protocol) &&
          url.username === "" &&
          url.password === "" &&
          url.search === "" &&
          url.hash === "";
        if (usable) return url.href.replace(/\/+$/, "");
        const message = "must be an http or https address, for example https://world.openfoodfacts.org";
        context.addIssue({ code: "custom", message });
        return "";
      })
      .nullable()
      .default(null),
    SMTP_URL: z
      .string()
      .transform((value, context) => {
        const parsed = parseSmtpUrl(value);
        if (parsed === null)
          context.addIssue({
            code: "custom",
            message: `must name a mail server, for example ${MAIL_EXAMPLE}`,
          });
        return parsed;
      })
      .nullable()
      .default(null),
    MAIL_FROM: z
      .string()
      .transform((value, context) => {
        const parsed = parseMailFrom(value);
        if (parsed === null)
          context.addIssue({
            code: "custom",
            message: "must be an address, for example Assay <assay@example.org>",
          });
        return parsed;
      })
      .nullable()
      .default(null),
    ADMIN_EMAIL: z
      .string()
      .regex(ADDRESS, "must be an e-mail address, for example me@example.org")
      .transform((value) => value.toLowerCase())
      .nullable()
      .default(null),
    OIDC_ISSUER: z
      .string()
      .refine(isIssuer, "must be the https address of a provider, for example https://login.example.org")
      .nullable()
      .default(null),
    OIDC_CLIENT_ID: z.string().max(500).nullable().default(null),
    OIDC_CLIENT_SECRET: z.string().max(1000).nullable().default(null),
    OIDC_NAME: z.string().trim().min(1).max(40, "must be at most 40 characters").nullable().default(null),
    OIDC_SCOPES: z
      .string()
      .regex(
        /^(?=(.* )?openid( |$))[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$/,
        "must be scopes separated by spaces, openid among them",
      )
      .default("openid email"),
    PUSH_KEY: z
      .string()
      .refine(
        isPushKey,
        "must be a private key of P-256 in base64url, for example from: npx web-push generate-vapid-keys",
      )
      .nullable()
      .default(null),
    ENCRYPTION_KEY: z
      .string()
      .transform((value, context) => {
        const key = parseKey(value);
        if (key === null) context.addIssue({ code: "custom", message: KEY_FORM });
        return key;
      })
      .nullable()
      .default(null),
    ENCRYPTION_OLD_KEYS: z
      .string()
      .transform((value, context) => {
        const keys = value.split(",").map(parseKey);
        if (keys.includes(null))
          context.addIssue({ code: "custom", message: `${KEY_FORM}; commas between them` });
        return keys.flatMap((key) => key ?? []);
      })
      .default([]),
    PUSH_TO_LOOPBACK: z.enum(["on", "off"], "must be on or off").default("off"),
    DAILY: z.enum(["on", "off"], "must be on or off").default("on"),
  });

  const given = Object.entries(record).filter(([, value]) => value !== undefined && value !== "");
  const result = schema.safeParse(Object.fromEntries(given));
  if (!result.success) {
    throw new EnvError(result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`));
  }
  const {
    HOST,
    PORT,
    DATABASE_URL,
    AUTH_SECRET,
    FOOD_TABLES_DIR,
    PUBLIC_URL,
    SIGN_UP,
    SAMPLE,
    TRUST_PROXY,
    OPENFOODFACTS_URL,
    SESSION_IDLE_DAYS,
    SESSION_MAX_DAYS,
  } = result.data;
  const { SMTP_URL, MAIL_FROM, DAILY, ADMIN_EMAIL, PUSH_KEY, PUSH_TO_LOOPBACK } = result.data;
  const { ENCRYPTION_KEY, ENCRYPTION_OLD_KEYS } = result.data;
  const names = [ENCRYPTION_KEY, ...ENCRYPTION_OLD_KEYS].flatMap((key) => key?.id ?? []);
  if (new Set(names).size < names.length)
    throw new EnvError(["ENCRYPTION_OLD_KEYS has a name twice, or that of ENCRYPTION_KEY"]);
  if (SMTP_URL !== null && MAIL_FROM === null) throw new EnvError(["MAIL_FROM must be set beside SMTP_URL"]);
  if (SMTP_URL === null && MAIL_FROM !== null) throw new EnvError(["SMTP_URL must be set beside MAIL_FROM"]);
  const oidc = oidcOf(result.data);
  const domains = domainsOf(SIGN_UP) ?? [];
  if (domains.length > 0 && SMTP_URL === null)
    throw new EnvError([
      "SIGN_UP can name domains only beside SMTP_URL: without mail anybody could claim an address",
    ]);
  const folder = DATABASE_URL.engine === "sqlite" ? dirname(DATABASE_URL.file) : resolve(root, "var");
  return {
    host: HOST,
    port: PORT,
    database: DATABASE_URL,
    authSecret: AUTH_SECRET,
    authSecretFile: join(folder, "auth-secret"),
    foodTablesDir: FOOD_TABLES_DIR === null ? join(folder, "food-tables") : resolve(root, FOOD_TABLES_DIR),
    publicUrl: PUBLIC_URL ?? localOrigin(HOST, PORT),
    signUp: domains.length > 0 ? "domain" : (SIGN_UP as "open" | "invitation" | "closed"),
    signUpDomains: domains,
    sessionIdleDays: SESSION_IDLE_DAYS,
    sessionMaxDays: SESSION_MAX_DAYS,
    sample: SAMPLE,
    trustProxy: TRUST_PROXY,
    openFoodFactsUrl: OPENFOODFACTS_URL,
    mail: SMTP_URL !== null && MAIL_FROM !== null ? { ...SMTP_URL, from: MAIL_FROM } : null,
    adminEmail: ADMIN_EMAIL,
    oidc,
    pushKey: PUSH_KEY,
    pushKeyFile: join(folder, "push-key"),
    encryptionKey: ENCRYPTION_KEY,
    encryptionOldKeys: ENCRYPTION_OLD_KEYS,
    pushToLoopback: PUSH_TO_LOOPBACK,
    daily: DAILY,
  };
}

/** @throws EnvError where only some of what a provider needs is there. */
function oidcOf(given: {
  OIDC_ISSUER: string | null;
  OIDC_CLIENT_ID: string | null;
  OIDC_CLIENT_SECRET: string | null;
  OIDC_NAME: string | null;
  OIDC_SCOPES: string;
}): OidcProvider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (issuer === null && clientId === null && clientSecret === null) return null;
  if (issuer === null || clientId === null || clientSecret === null)
    throw new EnvError(["OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together"]);
  const name = given.OIDC_NAME ?? new URL(issuer).hostname;
  return { issuer, clientId, clientSecret, name, scopes: given.OIDC_SCOPES };
}

function localOrigin(host: string, port: number): string {
  // "Every address of this machine" is something to listen on, not a name a browser can open.
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`).origin;
}

let parsed: Env | undefined;

/**
 * The settings of this process, read at first use. The working directory is the project's root: the start
 * scripts see to it.
 * @throws EnvError
 */
export function env(): Env {
  parsed ??= parseEnv(process.env, process.cwd());
  return parsed;
}

let secret: string | undefined;

/**
 * The secret that signs sessions: AUTH_SECRET, else one made at first use and kept in a file only its owner
 * can read. Processes that start together agree on one.
 * @throws when the file can be neither read nor written
 */
export function authSecret(): string {
  secret ??= env().authSecret ?? keptSecret(env().authSecretFile);
  return secret;
}

let signingKey: string | undefined;

/**
 * The private key that signs reminders, base64url: PUSH_KEY, else one made at the first start and kept beside the
 * secret. Browsers hold on to its public part: with another key every one of them has to be switched on anew.
 * @throws when the file can be neither read nor written
 */
export function pushKey(): string {
  signingKey ??= env().pushKey ?? keptSecret(env().pushKeyFile, newPushKey);
  return signingKey;
}

function newPushKey(): string {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  // Node leaves out leading zero bytes.
  return Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString("base64url");
}

/**
 * The secret kept in a file, made when there is none.
 * @param make a new secret, at least 32 characters
 * @throws when the file can be neither read nor written, or holds fewer than 32 characters
 */
export function keptSecret(
  file: string,
  make: () => string = () => randomBytes(32).toString("base64url"),
): string {
  const read = (): string => {
    const text = readFileSync(file, "utf8").trim();
    if (text.length < 32) throw new Error(`${file} is damaged: it should hold at least 32 characters`);
    return text;
  };
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${make()}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  try {
    chmodSync(draft, 0o600);
    // A link fails when the name is taken, so the first of several processes wins and the file is always whole.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return read();
}
