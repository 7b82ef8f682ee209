import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EnvError, keptSecret, parseEnv } from "@/lib/env";

const root = "/srv/assay";
const parse = (record: Record<string, string | undefined>) => parseEnv(record, root);
const problems = (record: Record<string, string | undefined>): readonly string[] => {
  try {
    parse(record);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
};

describe("parseEnv", () => {
  it("needs nothing", () => {
    expect(parse({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      database: { engine: "sqlite", file: "/srv/assay/var/assay.db" },
      authSecret: null,
      authSecretFile: "/srv/assay/var/auth-secret",
      publicUrl: "http://127.0.0.1:3000",
      encryptionKey: null,
      encryptionOldKeys: [],
      oidc: null,
      pushKey: null,
      pushKeyFile: "/srv/assay/var/push-key",
      pushToLoopback: "off",
      signUp: "open",
      signUpDomains: [],
      sessionIdleDays: 30,
      sessionMaxDays: 90,
      sample: "on",
      trustProxy: 0,
      openFoodFactsUrl: null,
      mail: null,
      foodTablesDir: "/srv/assay/var/food-tables",
      adminEmail: null,
      daily: "on",
    });
  });

  it("takes an empty variable as an absent one", () => {
    const empty = {
      HOST: "",
      PORT: "",
      DATABASE_URL: "",
      AUTH_SECRET: "",
      PUBLIC_URL: "",
      SIGN_UP: "",
      SAMPLE: "",
      OPENFOODFACTS_URL: "",
    };
    expect(parse({ ...empty, TRUST_PROXY: "", PATH: "/bin", NEVER: undefined })).toEqual(parse({}));
  });

  it.each([
    ["file:./data/a.db", "/srv/assay/data/a.db"],
    ["file:data/a.db", "/srv/assay/data/a.db"],
    ["file:../a.db", "/srv/a.db"],
    ["file:/data/a.db", "/data/a.db"],
    ["file:///data/a.db", "/data/a.db"],
    ["file:/data/with space.db", "/data/with space.db"],
  ])("reads %s as %s", (url, file) => {
    expect(parse({ DATABASE_URL: url }).database).toEqual({ engine: "sqlite", file });
  });

  it.each(["postgresql://u:p@db:5432/assay?sslmode=require", "postgres:///assay"])("reads %s", (url) => {
    expect(parse({ DATABASE_URL: url }).database).toEqual({ engine: "postgresql", url });
  });

  it("keeps the secret beside a SQLite file, and in var for PostgreSQL", () => {
    expect(parse({ DATABASE_URL: "file:/data/a.db" }).authSecretFile).toBe("/data/auth-secret");
    expect(parse({ DATABASE_URL: "postgresql://db/assay" }).authSecretFile).toBe(
      "/srv/assay/var/auth-secret",
    );
  });

  it.each([
    ["127.0.0.1", "3000", "http://127.0.0.1:3000"],
    ["0.0.0.0", "8080", "http://localhost:8080"],
    ["::", "80", "http://localhost"],
    ["::1", "3000", "http://[::1]:3000"],
    ["diary.lan", "80", "http://diary.lan"],
  ])("listening on %s port %s is opened as %s", (host, port, publicUrl) => {
    expect(parse({ HOST: host, PORT: port }).publicUrl).toBe(publicUrl);
  });

  it("takes a public address with or without a slash", () => {
    expect(parse({ PUBLIC_URL: "https://assay.example.org/" }).publicUrl).toBe("https://assay.example.org");
    expect(parse({ PUBLIC_URL: "http://10.0.0.2:3000" }).publicUrl).toBe("http://10.0.0.2:3000");
  });

  it.each([
    ["https://world.openfoodfacts.org", "https://world.openfoodfacts.org"],
    ["https://world.openfoodfacts.org/", "https://world.openfoodfacts.org"],
    ["http://10.0.0.2:8080/off/", "http://10.0.0.2:8080/off"],
  ])("asks %s for products at %s", (given, url) => {
    expect(parse({ OPENFOODFACTS_URL: given }).openFoodFactsUrl).toBe(url);
  });

  it.each([
    ["off", 0],
    ["on", 1],
    ["0", 0],
    ["3", 3],
  ])("reads TRUST_PROXY %s as %i", (value, count) => {
    expect(parse({ TRUST_PROXY: value }).trustProxy).toBe(count);
  });

  it.each([
    ["HOST", "http://x"],
    ["HOST", "a b"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "3000.5"],
    ["PORT", "0x10"],
    ["PORT", "1e3"],
    ["PORT", "http"],
    ["DATABASE_URL", "./var/assay.db"],
    ["DATABASE_URL", "mysql://localhost/assay"],
    ["DATABASE_URL", "file:"],
    ["DATABASE_URL", "file:./var/"],
    ["DATABASE_URL", "file::memory:"],
    ["DATABASE_URL", "file:./a.db?mode=ro"],
    ["DATABASE_URL", "file://server/share/a.db"],
    ["DATABASE_URL", "file:a\0.db"],
    ["DATABASE_URL", "postgresql://db"],
    ["DATABASE_URL", "postgresql://db/"],
    ["DATABASE_URL", "postgresql://[/x"],
    ["DATABASE_URL", "postgresql://db/assay?schema=other"],
    ["AUTH_SECRET", "short"],
    ["PUBLIC_URL", "assay.example.org"],
    ["PUBLIC_URL", "ftp://assay.example.org"],
    ["PUBLIC_URL", "https://assay.example.org/app"],
    ["PUBLIC_URL", "https://user@assay.example.org"],
    ["OPENFOODFACTS_URL", "world.openfoodfacts.org"],
    ["OPENFOODFACTS_URL", "file:///etc/passwd"],
    ["OPENFOODFACTS_URL", "https://user:secret@host"],
    ["OPENFOODFACTS_URL", "https://host/?x=1"],
    ["SIGN_UP", "yes"],
    ["SIGN_UP", "domain:"],
    ["SIGN_UP", "domain:example.org,no domain"],
    ["SESSION_IDLE_DAYS", "0"],
    ["SESSION_MAX_DAYS", "1.5"],
    ["SAMPLE", "1"],
    ["TRUST_PROXY", "10"],
    ["TRUST_PROXY", "10.0.0.1"],
  ])("refuses %s=%j in one line that names it", (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} [^\\n]+$`));
  });

  it.each([
    ["smtp://mail.example.org", { host: "mail.example.org", port: 587, secure: false, auth: null }],
    ["smtp://mail.example.org:25/", { host: "mail.example.org", port: 25, secure: false, auth: null }],
    [
      "smtps://nora%40example.org:p%3Aw@mail.example.org",
      {
        host: "mail.example.org",
        port: 465,
        secure: true,
        auth: { user: "nora@example.org", pass: "p:w" },
      },
    ],
    ["smtp://[::1]:2525", { host: "::1", port: 2525, secure: false, auth: null }],
  ])("reads the mail server %s", (SMTP_URL, server) => {
    const from = { name: "", address: "assay@example.org" };
    expect(parse({ SMTP_URL, MAIL_FROM: "assay@example.org" }).mail).toEqual({ ...server, from });
  });

  it.each([
    ["Assay <a@example.org>", "Assay"],
    ['"Assay, at home" <a@example.org>', "Assay, at home"],
    ["<a@example.org>", ""],
  ])("reads MAIL_FROM %s", (MAIL_FROM, name) => {
    expect(parse({ SMTP_URL: "smtp://x", MAIL_FROM }).mail?.from).toEqual({ name, address: "a@example.org" });
  });

  it.each([
    ["SMTP_URL", "mail.example.org"],
    ["SMTP_URL", "https://mail.example.org"],
    ["SMTP_URL", "smtp://"],
    ["SMTP_URL", "smtp://user@mail.example.org"],
    ["SMTP_URL", "smtp://mail.example.org/path"],
    ["SMTP_URL", "smtp://mail.example.org?secure=no"],
    ["SMTP_URL", "smtp://u:%ZZ@mail.example.org"],
    ["MAIL_FROM", "Assay"],
    ["MAIL_FROM", "a@b@c"],
    ["MAIL_FROM", "Assay <a@example.org>\r\nBcc: all@example.org"],
    ["MAIL_FROM", "A\nB <a@example.org>"],
    ["DAILY", "never"],
    ["PUSH_KEY", "short"],
    // 32 bytes, and no private key of the curve: larger than its order.
    ["PUSH_KEY", Buffer.alloc(32, 0xff).toString("base64url")],
    ["PUSH_TO_LOOPBACK", "yes"],
    ["ENCRYPTION_KEY", "short"],
    ["ENCRYPTION_KEY", `${"ab".repeat(31)}`],
    ["ENCRYPTION_KEY", `Not a name:${"ab".repeat(32)}`],
    ["ENCRYPTION_OLD_KEYS", `a:${"ab".repeat(32)},`],
    ["ENCRYPTION_OLD_KEYS", `a:${"ab".repeat(32)},a:${"cd".repeat(32)}`],
  ])("refuses %s=%j in one line that names it", (name, value) => {
    const found = problems({ SMTP_URL: "smtp://x", MAIL_FROM: "a@example.org", [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} [^\\n]+$`));
  });

  it("wants a mail server and a sender together, and never repeats the password", () => {
    expect(problems({ SMTP_URL: "smtp://x" })).toEqual(["MAIL_FROM must be set beside SMTP_URL"]);
    expect(problems({ MAIL_FROM: "a@example.org" })).toEqual(["SMTP_URL must be set beside MAIL_FROM"]);
    expect(problems({ SMTP_URL: "smtp://u:secret@x/y", MAIL_FROM: "a@example.org" }).join()).not.toContain(
      "secret",
    );
  });

  it("reads keys in hex and base64, with a name of their own or one that follows from the key", () => {
    const key = Buffer.from("ab".repeat(32), "hex");
    const found = parse({
      ENCRYPTION_KEY: `2026:${key.toString("base64")}`,
      ENCRYPTION_OLD_KEYS: `${key.toString("hex")}, old:${key.toString("base64url")}`,
    });
    expect(found.encryptionKey).toEqual({ id: "2026", key });
    expect(found.encryptionOldKeys[0]?.id).toMatch(/^[0-9a-f]{8}$/);
    expect(found.encryptionOldKeys.map((each) => each.key)).toEqual([key, key]);
    expect(problems({ ENCRYPTION_KEY: "hunter2" }).join()).not.toContain("hunter2");
  });

  it("names every problem at once", () => {
    const found = problems({ PORT: "x", DATABASE_URL: "mysql:x", SIGN_UP: "maybe" });
    expect(found.map((line) => line.split(" ")[0])).toEqual(["PORT", "DATABASE_URL", "SIGN_UP"]);
  });

  it("never repeats a password or a secret", () => {
    const found = problems({ DATABASE_URL: "mysql://me:hunter2@db/x", AUTH_SECRET: "hunter2" });
    expect(found).toHaveLength(2);
    expect(found.join()).not.toContain("hunter2");
  });
});

describe("keptSecret", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "assay-secret-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("makes one that only its owner can read, and keeps it", () => {
    const file = join(folder, "var", "auth-secret");
    const secret = keptSecret(file);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(keptSecret(file)).toBe(secret);
    expect(readdirSync(join(folder, "var"))).toEqual(["auth-secret"]);
  });

  it("makes another one elsewhere", () => {
    expect(keptSecret(join(folder, "a"))).not.toBe(keptSecret(join(folder, "b")));
  });

  it("takes what is there and changes nothing", () => {
    const file = join(folder, "auth-secret");
    writeFileSync(file, `${"x".repeat(40)}\n`);
    expect(keptSecret(file)).toBe("x".repeat(40));
    expect(readFileSync(file, "utf8")).toBe(`${"x".repeat(40)}\n`);
  });

  it("does not sign with the rest of a damaged file", () => {
    const file = join(folder, "auth-secret");
    writeFileSync(file, "");
    expect(() => keptSecret(file)).toThrow("damaged");
    expect(readFileSync(file, "utf8")).toBe("");
  });

  it("fails when it cannot be kept", () => {
    writeFileSync(join(folder, "a-file"), "");
    expect(() => keptSecret(join(folder, "a-file", "auth-secret"))).toThrow();
    mkdirSync(join(folder, "a-folder"));
    expect(() => keptSecret(join(folder, "a-folder"))).toThrow();
  });
});
