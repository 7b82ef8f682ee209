import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import {
  createAccount,
  isAdministrator,
  listEvents,
  openSession,
  resetPassword,
  viewerOfSession,
} from "@/lib/access";
import { appoint, endSessions, listAccounts } from "@/lib/access/administration";
import { env } from "@/lib/env";

/* Issue 14, "Administration": the command, on a database that a server may use at the same time. */

const run = promisify(execFile);
const { database } = env();
const url = database.engine === "sqlite" ? `file:${database.file}` : database.url;

type Outcome = { readonly code: number; readonly out: string; readonly err: string };

const admin = (...args: string[]): Promise<Outcome> =>
  run(process.execPath, ["--conditions=react-server", "--import=tsx", "scripts/admin.ts", ...args], {
    env: { ...process.env, DATABASE_URL: url, PUBLIC_URL: "http://assay.test" },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }) => ({ code, out: stdout, err: stderr }),
  );

const account = async () => {
  const email = `${randomUUID()}@example.org`;
  const id = await createAccount({ email, password: "correct horse battery" });
  const sessionId = await openSession(id, { address: null, userAgent: null });
  return {
    email,
    id,
    sessionId,
    viewer: { userId: id, sessionId, mayWrite: true, sample: false, confirmedAt: null },
  };
};

describe("npm run admin", () => {
  it("shows an account, makes a link that sets a password once, and says what it does not know", async () => {
    const { email, id } = await account();
    const shown = await admin("show", email.toUpperCase(), "--json");
    expect(JSON.parse(shown.out)).toMatchObject({ id, email, sessions: 1, entries: 0 });
    const { out } = await admin("reset-link", email);
    const secret = /^http:\/\/assay\.test\/reset#(\S+)$/.exec(out.trim())?.[1] ?? "";
    expect(await resetPassword(secret, "another horse battery")).toEqual({ ownerId: id });
    await expect(resetPassword(secret, "a third horse battery")).rejects.toMatchObject({ code: "not_found" });
    const unknown = await admin("reset-link", "nobody@example.org");
    expect(unknown).toMatchObject({ code: 1, out: "" });
    expect(unknown.err).toContain("There is no account of nobody@example.org.");
  });

  it("finds nothing wrong, counts, and explains itself", async () => {
    await account();
    expect((await admin("verify")).out).toContain("Nothing is wrong");
    const figures = JSON.parse((await admin("figures", "--json")).out);
    expect(figures.accounts).toBeGreaterThan(0);
    expect(figures.bytes).toBeGreaterThan(0);
    expect(figures.engine).toBe(database.engine);
    for (const args of [["show"], ["constructor", "x"]])
      expect(await admin(...args)).toMatchObject({
        code: 1,
        err: expect.stringContaining("npm run admin -- list"),
      });
  });
});

describe("what the command does", () => {
  it("signs every browser of one account out, and the account's log says who did", async () => {
    const { email, id, sessionId, viewer } = await account();
    const other = await account();
    expect(await endSessions(email)).toBe(1);
    expect(await viewerOfSession(id, sessionId)).toBeNull();
    expect(await viewerOfSession(other.id, other.sessionId)).not.toBeNull();
    const { items } = await listEvents(viewer, id, { limit: 5 });
    expect(items[0]).toMatchObject({ kind: "sessions-ended", by: "administrator" });
  });

  it("makes administrators, and never takes the last one away", async () => {
    const [one, two] = [await account(), await account()];
    await appoint(one.email, true);
    await appoint(two.email, true);
    expect(await isAdministrator(two.viewer)).toBe(true);
    await appoint(two.email, false);
    expect(await isAdministrator(two.viewer)).toBe(false);
    for (const { email, administrator } of await listAccounts("", 1000))
      if (administrator && email !== one.email) await appoint(email, false);
    await expect(appoint(one.email, false)).rejects.toMatchObject({ code: "conflict" });
    expect(await isAdministrator(one.viewer)).toBe(true);
  });
});
