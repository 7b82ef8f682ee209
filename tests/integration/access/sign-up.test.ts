import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/* Who may make an account, without mail. The settings are read once a process, so each test loads the code anew. */

const PASSWORD = "correct horse battery";
const address = () => `${randomUUID()}@example.org`;

const load = async (settings: Record<string, string>) => {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const [access, { db, disconnect }] = await Promise.all([import("@/lib/access"), import("@/lib/db")]);
  return { ...access, db, disconnect };
};
beforeEach(async () => {
  const { db } = await load({});
  await db().user.deleteMany({});
});
afterEach(() => {
  vi.unstubAllEnvs();
});
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

describe("signing up", () => {
  it("is refused for a taken address where no mail is sent", async () => {
    const { signUp } = await load({});
    const email = address();
    expect(await signUp({ email, password: PASSWORD })).toMatchObject({ confirmByMail: false });
    expect(await codeOf(signUp({ email, password: PASSWORD }))).toBe("conflict");
  });

  it("refuses what is common, the address, the product's name and what is near to them", async () => {
    const { signUp } = await load({});
    const email = "nora.miller@example.org";
    for (const password of [
      "qwertyuiop",
      "Password123",
      "1q2w3e4r5t",
      email,
      "NORA.MILLER12",
      "millernora1",
      "assay-assay",
      "Assay12345",
      "aaaaaaaaaaaa",
      "abababababab",
    ])
      expect([password, await codeOf(signUp({ email, password }))]).toEqual([password, "invalid"]);
    expect(await codeOf(signUp({ email, password: "assay of the copper mine" }))).toBe("done");
  });

  it("makes the first account the administrator's, or ADMIN_EMAIL's", async () => {
    const open = await load({});
    const { id } = await open.signUp({ email: address(), password: PASSWORD });
    expect(await open.db().user.findFirst({ where: { id } })).toMatchObject({ administrator: true });
    await open.db().user.deleteMany({});
    const named = await load({ ADMIN_EMAIL: "boss@example.org" });
    const stranger = await named.signUp({ email: address(), password: PASSWORD });
    expect(await named.db().user.findFirst({ where: { id: stranger.id } })).toMatchObject({
      administrator: false,
    });
  });

  it("closed: takes ADMIN_EMAIL on a server without accounts, and nobody else", async () => {
    const { signUp, signUpState } = await load({ SIGN_UP: "closed", ADMIN_EMAIL: "boss@example.org" });
    expect(await signUpState()).toMatchObject({ fresh: true, open: true });
    expect(await codeOf(signUp({ email: address(), password: PASSWORD }))).toBe("forbidden");
    expect(await codeOf(signUp({ email: "boss@example.org", password: PASSWORD }))).toBe("done");
    expect(await signUpState()).toMatchObject({ fresh: false, open: false });
    expect(await codeOf(signUp({ email: address(), password: PASSWORD }))).toBe("forbidden");
  });

  it("by invitation: takes a link once, for its address where it names one", async () => {
    const { signUp, invite, createAccount } = await load({ SIGN_UP: "invitation" });
    const userId = await createAccount({ email: address(), password: PASSWORD });
    const viewer = { userId, sessionId: "s", mayWrite: true, sample: false, confirmedAt: new Date() };
    expect(await codeOf(signUp({ email: address(), password: PASSWORD }))).toBe("forbidden");
    const secretOf = ({ path }: { path: string | null }) => path?.split("#")[1] ?? "";
    const bound = address();
    const [any, named] = [secretOf(await invite(viewer, null)), secretOf(await invite(viewer, bound))];
    expect(await codeOf(signUp({ email: address(), password: PASSWORD, invitation: named }))).toBe(
      "forbidden",
    );
    expect(await codeOf(signUp({ email: bound, password: PASSWORD, invitation: named }))).toBe("done");
    expect(await codeOf(signUp({ email: address(), password: PASSWORD, invitation: named }))).toBe(
      "not_found",
    );
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => codeOf(signUp({ email: address(), password: PASSWORD, invitation: any }))),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    // Not by a token, and not by anybody else.
    expect(await codeOf(invite({ ...viewer, sessionId: null }, null))).toBe("forbidden");
    const other = await createAccount({ email: address(), password: PASSWORD });
    expect(await codeOf(invite({ ...viewer, userId: other }, null))).toBe("forbidden");
  });
});

describe("an address that is not confirmed by mail", () => {
  it("cannot become the administrator's", async () => {
    const { signUp, changeEmail } = await load({ ADMIN_EMAIL: "boss@example.org" });
    const { id } = await signUp({ email: address(), password: PASSWORD });
    const viewer = { userId: id, sessionId: "s", mayWrite: true, sample: false, confirmedAt: new Date() };
    const change = (email: string) => codeOf(changeEmail(viewer, id, { email, password: PASSWORD }));
    expect(await change("boss@example.org")).toBe("conflict");
    expect(await change(address())).toBe("done");
  });
});

describe("a session", () => {
  it("ends without use, and in any case after some days", async () => {
    const { openSession, viewerOfSession, createAccount } = await load({
      SESSION_IDLE_DAYS: "2",
      SESSION_MAX_DAYS: "5",
    });
    const DAY = 24 * 60 * 60_000;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    try {
      const id = await createAccount({ email: address(), password: PASSWORD });
      const nowhere = { address: null, userAgent: null };
      const [unused, used] = [await openSession(id, nowhere), await openSession(id, nowhere)];
      for (const hours of [40, 80, 110]) {
        vi.setSystemTime(Date.now() + (hours - (hours === 40 ? 0 : hours === 80 ? 40 : 80)) * 60 * 60_000);
        expect(await viewerOfSession(id, used)).not.toBeNull();
      }
      expect(await viewerOfSession(id, unused)).toBeNull();
      vi.setSystemTime(Date.now() + DAY / 2);
      expect(await viewerOfSession(id, used)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it("has another id after each sign-in and after a change, and the earlier one is nobody's", async () => {
    const { openSession, rotateSession, viewerOfSession, createAccount, db } = await load({});
    const id = await createAccount({ email: address(), password: PASSWORD });
    const nowhere = { address: null, userAgent: null };
    const [first, second] = [await openSession(id, nowhere), await openSession(id, nowhere)];
    expect(first).not.toBe(second);
    const viewer = await viewerOfSession(id, first);
    if (viewer === null) throw new Error("not signed in");
    const rotated = await rotateSession(viewer, id);
    expect(await viewerOfSession(id, first)).toBeNull();
    expect(await viewerOfSession(id, rotated)).not.toBeNull();
    expect(await codeOf(rotateSession(viewer, id))).toBe("unauthenticated");
    expect(await db().session.count({ where: { ownerId: id } })).toBe(2);
  });
});
