import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  changeEmail,
  changePassword,
  checkCredentials,
  confirmAddress,
  confirmEmailChange,
  createAccount,
  makeResetLink,
  openSession,
  requestReset,
  resetPassword,
  sweepExpired,
  type Viewer,
  viewerOfSession,
} from "@/lib/access";
import { db } from "@/lib/db";
import { send } from "@/tests/support/api";
import {
  freePort,
  headerOf,
  type MailServer,
  type Received,
  startMailServer,
  textOf,
} from "@/tests/support/mail-server";

/* Accounts with a real mail server: what is answered to whom, and what a link does once. */

const PASSWORD = "correct horse battery";
const OTHER = "another long sentence";
const NOWHERE = { address: null, userAgent: null };
const HOUR = 60 * 60_000;
const address = () => `${randomUUID()}@example.org`;

let mail: MailServer;
beforeAll(async () => {
  const port = await freePort();
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "Assay <assay@example.org>";
  process.env.PUBLIC_URL = "https://assay.example.org";
  mail = await startMailServer(port);
});
afterAll(() => mail.close());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
});
afterEach(() => {
  vi.useRealTimers();
});

const mailsTo = (email: string): Received[] => mail.received.filter(({ to }) => to.includes(email));
/** The mails to an address once there are so many. */
const waitFor = async (email: string, count: number): Promise<Received[]> => {
  await expect.poll(() => mailsTo(email).length, { timeout: 10_000 }).toBe(count);
  // Nothing more comes.
  return mailsTo(email);
};
const linkOf = (received: Received | undefined): { path: string; secret: string } => {
  const found = /https:\/\/assay\.example\.org(\/[\w/-]+)#([\w-]+)/.exec(received ? textOf(received) : "");
  if (!found?.[1] || !found[2]) throw new Error("There is no link in the mail");
  return { path: found[1], secret: found[2] };
};
const makeViewer = async (email = address()): Promise<{ email: string; viewer: Viewer }> => {
  const userId = await createAccount({ email, password: PASSWORD });
  const sessionId = await openSession(userId, { address: "192.0.2.1", userAgent: "Firefox" });
  return { email, viewer: { userId, sessionId, mayWrite: true, sample: false, confirmedAt: new Date() } };
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

describe("signing up where mail is sent", () => {
  it("fault 8: answers the same for a new and for a taken address, in the same time, with a mail to both", async () => {
    vi.useRealTimers();
    const [taken, fresh] = [address(), address()];
    await createAccount({ email: taken, password: PASSWORD });
    const ask = async (email: string) => {
      const start = performance.now();
      const answer = await send("POST", "/account", { email, password: OTHER });
      return { answer, steps: Math.round((performance.now() - start) / 500) };
    };
    await ask(address());
    const [a, b] = [await ask(taken), await ask(fresh)];
    expect(a.answer.status).toBe(201);
    expect(b.answer.status).toBe(201);
    const shape = ({ answer }: typeof a) => ({ ...(answer.body as object), id: "" });
    expect(shape(a)).toEqual(shape(b));
    expect(shape(a)).toEqual({ id: "", confirmByMail: true });
    expect([...a.answer.headers.keys()]).toEqual([...b.answer.headers.keys()]);
    expect(a.steps).toBe(b.steps);
    expect(headerOf((await waitFor(taken, 1))[0] as Received, "Subject")).toBe("You have an account already");
    expect(headerOf((await waitFor(fresh, 1))[0] as Received, "Subject")).toBe("Confirm your address");
    // Signing in tells nothing either: neither knows this password.
    expect(await checkCredentials(taken, OTHER, NOWHERE)).toBeNull();
    expect(await checkCredentials(fresh, OTHER, NOWHERE)).toBeNull();
    // The account that was there is as it was.
    expect(await checkCredentials(taken, PASSWORD, NOWHERE)).not.toBeNull();
  });

  it("begins with the link and the password that was chosen, once", async () => {
    const email = address();
    await send("POST", "/account", { email, password: PASSWORD });
    const { path, secret } = linkOf((await waitFor(email, 1))[0]);
    expect(path).toBe("/sign-up/confirm");
    expect(await codeOf(confirmAddress(secret, OTHER))).toBe("forbidden");
    expect(await codeOf(confirmAddress(secret, undefined))).toBe("forbidden");
    expect(await confirmAddress(secret, PASSWORD)).toEqual({ email });
    expect(await codeOf(confirmAddress(secret, PASSWORD))).toBe("not_found");
    const id = await checkCredentials(email, PASSWORD, NOWHERE);
    expect(await db().user.findFirst({ where: { email } })).toMatchObject({
      id,
      awaitsConfirmation: false,
      expiresAt: null,
    });
  });

  it("gives the address to its reader, not to who signed up for it first", async () => {
    const email = address();
    await send("POST", "/account", { email, password: "what a stranger chose" });
    await waitFor(email, 1);
    await send("POST", "/account", { email, password: PASSWORD });
    const [first, second] = (await waitFor(email, 2)).map((each) => linkOf(each).secret);
    expect(await codeOf(confirmAddress(first ?? "", "what a stranger chose"))).toBe("not_found");
    expect(await codeOf(confirmAddress(second ?? "", "what a stranger chose"))).toBe("forbidden");
    expect(await confirmAddress(second ?? "", PASSWORD)).toEqual({ email });
    expect(await checkCredentials(email, "what a stranger chose", NOWHERE)).toBeNull();
  });

  it("forgets what nobody confirms after a week", async () => {
    const email = address();
    await send("POST", "/account", { email, password: PASSWORD });
    await waitFor(email, 1);
    vi.setSystemTime(Date.now() + 8 * 24 * HOUR);
    await sweepExpired();
    expect(await db().user.findFirst({ where: { email } })).toBeNull();
  });

  it("takes no address with a header in it, and sends none", async () => {
    for (const email of [
      "a@example.org\r\nBcc: b@example.org",
      "a@example.org,b@example.org",
      "a@example.org>\nSubject: x",
      '"a\r\nBcc: b"@example.org',
      "a@example.org%0aBcc:b@example.org",
    ]) {
      const before = mail.received.length;
      expect((await send("POST", "/account", { email, password: PASSWORD })).status).toBe(422);
      expect((await send("POST", "/account/reset", { email })).status).toBe(422);
      expect(mail.received.length).toBe(before);
    }
  });
});

describe("a password that was forgotten", () => {
  it("is set anew by the link of a mail, once, and every browser is signed out", async () => {
    const { email, viewer } = await makeViewer();
    expect((await send("POST", "/account/reset", { email })).status).toBe(204);
    const [received] = await waitFor(email, 1);
    const { path, secret } = linkOf(received);
    expect(path).toBe("/reset");
    expect((await send("POST", "/account/reset/password", { token: secret, password: OTHER })).status).toBe(
      204,
    );
    expect(await viewerOfSession(viewer.userId, viewer.sessionId ?? "")).toBeNull();
    expect(await checkCredentials(email, PASSWORD, NOWHERE)).toBeNull();
    expect(await checkCredentials(email, OTHER, NOWHERE)).toBe(viewer.userId);
    expect(
      (await send("POST", "/account/reset/password", { token: secret, password: PASSWORD })).status,
    ).toBe(404);
    const [, notice] = await waitFor(email, 2);
    expect(headerOf(notice as Received, "Subject")).toBe("Your password was changed");
    // What is kept of the link is not the link.
    expect(JSON.stringify(await db().mail.findMany({ where: { ownerId: viewer.userId } }))).not.toContain(
      secret,
    );
  });

  it("is answered the same without an account, in the same time, and no mail goes out", async () => {
    vi.useRealTimers();
    const [{ email }, nobody] = [await makeViewer(), address()];
    const ask = async (to: string) => {
      const start = performance.now();
      const { status, body } = await send("POST", "/account/reset", { email: to });
      return { status, body, steps: Math.round((performance.now() - start) / 500) };
    };
    expect(await ask(nobody)).toEqual(await ask(email));
    await waitFor(email, 1);
    expect(mailsTo(nobody)).toEqual([]);
  });

  it("has one link that works: the latest, for an hour", async () => {
    const { email } = await makeViewer();
    await requestReset(email);
    await waitFor(email, 1);
    await requestReset(email);
    const [first, second] = (await waitFor(email, 2)).map((each) => linkOf(each).secret);
    expect(await codeOf(resetPassword(first ?? "", OTHER))).toBe("not_found");
    vi.setSystemTime(Date.now() + HOUR + 1000);
    expect(await codeOf(resetPassword(second ?? "", OTHER))).toBe("not_found");
  });

  it("is set once when a link is used many times at once", async () => {
    const { email } = await makeViewer();
    const secret = (await makeResetLink(email))?.split("#")[1] ?? "";
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => codeOf(resetPassword(secret, `${OTHER} ${n}`))),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(["done", "not_found"]));
    const winner = answers.indexOf("done");
    expect(await checkCredentials(email, `${OTHER} ${winner}`, NOWHERE)).not.toBeNull();
  });

  it("keeps the link when the new password is refused", async () => {
    const { email } = await makeViewer();
    const secret = (await makeResetLink(email))?.split("#")[1] ?? "";
    expect(await codeOf(resetPassword(secret, "1234567890"))).toBe("invalid");
    expect(await codeOf(resetPassword(secret, OTHER))).toBe("done");
  });

  it("is not sent to an address more than five times an hour, and a notice always is", async () => {
    const { email, viewer } = await makeViewer();
    for (let n = 1; n <= 7; n += 1) await requestReset(email);
    await waitFor(email, 5);
    await changePassword(viewer, viewer.userId, { current: PASSWORD, password: OTHER });
    expect((await waitFor(email, 6)).map((each) => headerOf(each, "Subject"))).toContain(
      "Your password was changed",
    );
  });
});

describe("a change of the password", () => {
  it("needs the present one, ends every other session and the links, and is told by mail", async () => {
    const { email, viewer } = await makeViewer();
    const second = await openSession(viewer.userId, { address: "192.0.2.1", userAgent: "Firefox" });
    const link = (await makeResetLink(email))?.split("#")[1] ?? "";
    const change = (current: string, password: string, by = viewer) =>
      codeOf(changePassword(by, viewer.userId, { current, password }));
    expect(await change(OTHER, OTHER)).toBe("forbidden");
    expect(await change(PASSWORD, "1234567890")).toBe("invalid");
    expect(await change(PASSWORD, email)).toBe("invalid");
    expect(await change(PASSWORD, OTHER, { ...viewer, sessionId: null })).toBe("forbidden");
    expect(await change(PASSWORD, OTHER, { ...viewer, userId: randomUUID() })).toBe("not_found");
    expect(await change(PASSWORD, OTHER)).toBe("done");
    expect(await viewerOfSession(viewer.userId, second)).toBeNull();
    expect(await viewerOfSession(viewer.userId, viewer.sessionId ?? "")).not.toBeNull();
    expect(await codeOf(resetPassword(link, PASSWORD))).toBe("not_found");
    await waitFor(email, 1);
  });

  it("is made once of several at the same time", async () => {
    const { viewer } = await makeViewer();
    const answers = await Promise.all(
      [1, 2, 3].map((n) =>
        codeOf(changePassword(viewer, viewer.userId, { current: PASSWORD, password: `${OTHER} ${n}` })),
      ),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
  });

  it("stores a password anew that was stored with other parameters, and takes every spelling of it", async () => {
    const email = address();
    const typed = "Kla\u0308ranlage im Su\u0308den";
    const id = await createAccount({ email, password: PASSWORD });
    const old = await hash(typed, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await db().user.update({ where: { id }, data: { passwordHash: old } });
    expect(await checkCredentials(email, typed, NOWHERE)).toBe(id);
    const stored = await db().user.findFirst({ where: { id } });
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await checkCredentials(email, typed.normalize("NFC"), NOWHERE)).toBe(id);
  });
});

describe("a change of the address", () => {
  it("is confirmed by the new one, and told to the old one", async () => {
    const { email, viewer } = await makeViewer();
    const next = address();
    expect(await codeOf(changeEmail(viewer, viewer.userId, { email: next, password: OTHER }))).toBe(
      "forbidden",
    );
    expect(await changeEmail(viewer, viewer.userId, { email: next, password: PASSWORD })).toEqual({
      confirmByMail: true,
    });
    expect(await checkCredentials(email, PASSWORD, NOWHERE)).toBe(viewer.userId);
    const { path, secret } = linkOf((await waitFor(next, 1))[0]);
    expect(path).toBe("/change-email");
    const answers = await Promise.all([1, 2, 3, 4].map(() => codeOf(confirmEmailChange(secret))));
    expect(answers.sort()).toEqual(["done", "not_found", "not_found", "not_found"]);
    expect(await checkCredentials(next, PASSWORD, NOWHERE)).toBe(viewer.userId);
    expect(await checkCredentials(email, PASSWORD, NOWHERE)).toBeNull();
    const [notice] = await waitFor(email, 1);
    expect(headerOf(notice as Received, "Subject")).toBe("Your account has another address");
  });

  it("does not tell who has an account, and takes nobody's address", async () => {
    const [mine, other] = [await makeViewer(), await makeViewer()];
    const change = { email: other.email, password: PASSWORD };
    expect(await changeEmail(mine.viewer, mine.viewer.userId, change)).toEqual({ confirmByMail: true });
    const [received] = await waitFor(other.email, 1);
    expect(headerOf(received as Received, "Subject")).toBe("You have an account already");
    // Taken between the request and the link.
    const next = address();
    await changeEmail(mine.viewer, mine.viewer.userId, { email: next, password: PASSWORD });
    const { secret } = linkOf((await waitFor(next, 1))[0]);
    await createAccount({ email: next, password: OTHER });
    expect(await codeOf(confirmEmailChange(secret))).toBe("not_found");
    expect(await checkCredentials(mine.email, PASSWORD, NOWHERE)).toBe(mine.viewer.userId);
  });
});

describe("a sign-in from somewhere new", () => {
  it("is told by mail to a confirmed address, once for a kind of browser and network", async () => {
    const { email, viewer } = await makeViewer();
    await db().user.update({ where: { id: viewer.userId }, data: { emailVerifiedAt: new Date() } });
    await openSession(viewer.userId, { address: "192.0.2.200", userAgent: "Firefox" });
    await openSession(viewer.userId, {
      address: "198.51.100.9",
      userAgent: 'Evil\r\nBcc: x@example.org <b>"',
    });
    await openSession(viewer.userId, {
      address: "198.51.100.10",
      userAgent: 'Evil\r\nBcc: x@example.org <b>"',
    });
    const [received] = await waitFor(email, 1);
    expect(headerOf(received as Received, "Subject")).toBe("A new sign-in to your account");
    expect(headerOf(received as Received, "Bcc")).toBeNull();
    expect(textOf(received as Received).split("<!doctype html>")[1]).not.toContain("<b>");
  });
});
