import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { NextRequest } from "next/server";
import { TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  CLIENT,
  type OidcServer,
  passProvider,
  startImpostor,
  startOidcServer,
} from "@/tests/support/oidc-server";

/*
 * Signing in with a provider, through next-auth's own route handlers and a real provider. The settings are read once a
 * process, so each test loads the code anew.
 */

const incoming = vi.hoisted(() => ({ jar: new Map<string, string>(), headers: new Headers() }));
const nextHeaders = vi.hoisted(() => {
  const cookie = (name: string) => {
    const value = incoming.jar.get(name);
    return value === undefined ? undefined : { name, value };
  };
  return {
    cookies: async () => ({
      get: cookie,
      getAll: () => [...incoming.jar.keys()].map(cookie),
      set: (name: string, value: string) => void incoming.jar.set(name, value),
      delete: ({ name }: { name: string }) => void incoming.jar.delete(name),
    }),
    headers: async () => incoming.headers,
  };
});
vi.mock("next/headers", () => nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
// next-auth asks by `require`, which is not mocked.
Object.assign(createRequire(import.meta.url)("next/headers"), nextHeaders);

const HERE = "http://localhost:3000";
const BACK = `${HERE}/api/auth/callback/oidc`;
const PASSWORD = "correct horse battery";
const address = () => `${randomUUID()}@example.org`;

let server: OidcServer;
beforeAll(async () => {
  server = await startOidcServer(BACK);
});
afterAll(() => server.close());

const load = async (settings: Record<string, string> = {}) => {
  vi.resetModules();
  const all = {
    OIDC_ISSUER: server.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: "Example login",
    ...settings,
  };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const [access, database, route, actions, problems] = await Promise.all([
    import("@/lib/access"),
    import("@/lib/db"),
    import("@/app/api/auth/[...nextauth]/route"),
    import("@/app/_auth/provider-actions"),
    import("@/app/_auth/provider-problem"),
  ]);
  return { ...access, ...actions, ...problems, ...database, route };
};
type App = Awaited<ReturnType<typeof load>>;

/** A browser: its cookies here, and at the provider. */
type Browser = { readonly here: Map<string, string>; readonly there: Map<string, string> };
const newBrowser = (): Browser => ({ here: new Map(), there: new Map() });

const HEADERS = { host: "localhost:3000", "x-forwarded-proto": "http", "user-agent": "Test", origin: HERE };
const use = ({ here }: Browser): void => {
  incoming.jar = here;
  incoming.headers = new Headers(HEADERS);
};

const call = async (
  { route }: App,
  browser: Browser,
  method: "GET" | "POST",
  path: string,
  form?: object,
) => {
  use(browser);
  const url = new URL(path, HERE);
  const cookie = [...browser.here].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
  const body = form && new URLSearchParams(form as Record<string, string>);
  const request = new NextRequest(url, { method, headers: { ...HEADERS, cookie }, ...(body && { body }) });
  const nextauth = url.pathname.split("/").slice(3);
  const response = await route[method](request, { params: Promise.resolve({ nextauth }) });
  for (const line of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === "") browser.here.delete(name);
    else browser.here.set(name, decodeURIComponent(value));
  }
  return response;
};

type Start = { purpose?: "sign-in" | "link" | "confirm"; query?: string };

/** The address at the provider to which a browser is sent. */
const go = async (app: App, browser: Browser, { purpose = "sign-in", query = "" }: Start = {}) => {
  use(browser);
  const next = purpose === "confirm" ? "/settings/account" : "/today";
  const started = await app.startProvider({ purpose, next, timeZone: "Europe/Berlin" });
  if (!started.ok) throw new Error(started.error.code);
  const { csrfToken } = (await (await call(app, browser, "GET", "/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  const form = { csrfToken, json: "true", callbackUrl: next };
  const response = await call(app, browser, "POST", `/api/auth/signin/oidc${query}`, form);
  return ((await response.json()) as { url: string }).url;
};

/** There and back. @returns where the browser is led in the end. */
const pass = async (app: App, browser: Browser, name: string, start: Start = {}): Promise<string> => {
  const back = await passProvider(browser.there, await go(app, browser, start), name, BACK);
  return locationOf(await call(app, browser, "GET", back));
};
const locationOf = (response: Response): string =>
  (response.headers.get("location") ?? `no redirect: ${response.status}`).replace(HERE, "");

const viewerOf = async (browser: Browser) => {
  use(browser);
  const viewer = await (await import("@/lib/http")).currentViewer();
  if (viewer === null) throw new Error("nobody is signed in");
  return viewer;
};
/** Signs a browser in by password, as next-auth does. */
const signInByPassword = async (app: App, browser: Browser, email: string) => {
  const { csrfToken } = (await (await call(app, browser, "GET", "/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  const form = { csrfToken, email, password: PASSWORD, json: "true" };
  expect((await call(app, browser, "POST", "/api/auth/callback/credentials", form)).status).toBe(200);
  return viewerOf(browser);
};
const person = (email: string | null = address(), verified = true): string => {
  const name = randomUUID();
  server.people.set(name, email === null ? {} : { email, email_verified: verified });
  return name;
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

let app: App;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  app = await load();
  await app.db().user.deleteMany({});
  await app.db().limitUse.deleteMany({});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("signing in with a provider", () => {
  it("makes an account for a verified address, the first one the administrator's, and signs in to it again", async () => {
    const email = "Nora.OIDC@example.org";
    const name = person(email);
    const first = newBrowser();
    expect(await pass(app, first, name)).toBe("/today");
    const viewer = await viewerOf(first);
    expect(await app.db().user.findFirst({ where: { id: viewer.userId } })).toMatchObject({
      email: email.toLowerCase(),
      passwordHash: null,
      administrator: true,
    });
    expect(await app.getAccount(viewer, viewer.userId)).toMatchObject({
      emailVerified: true,
      hasPassword: false,
    });
    expect((await app.accountState(viewer, viewer.userId)).timeZone).toBe("Europe/Berlin");
    const second = newBrowser();
    expect(await pass(app, second, name)).toBe("/today");
    expect((await viewerOf(second)).userId).toBe(viewer.userId);
    expect(await app.db().user.count({})).toBe(1);
    const other = newBrowser();
    await pass(app, other, person());
    expect((await viewerOf(other)).userId).not.toBe(viewer.userId);
  });

  it("asks with state, nonce and PKCE, and the session cookie names a row", async () => {
    const url = new URL(await go(app, newBrowser()));
    expect(url.origin).toBe(server.issuer);
    for (const name of ["state", "nonce", "code_challenge"])
      expect(url.searchParams.get(name)?.length).toBeGreaterThan(20);
    expect(url.searchParams.get("code_challenge_method")).toBe("S256");
    expect(url.searchParams.get("scope")).toBe("openid email");
    const bare = new URL(url);
    for (const name of ["code_challenge", "code_challenge_method"]) bare.searchParams.delete(name);
    const refused = await fetch(bare, { redirect: "manual" });
    expect(refused.headers.get("location")).toContain("error=invalid_request");
  });

  it.each(["state", "nonce", "pkce.code_verifier"])("refuses a wrong or missing %s", async (check) => {
    const cookie = `next-auth.${check}`;
    const name = person();
    for (const tampering of ["other", "missing"]) {
      const browser = newBrowser();
      await go(app, browser);
      const older = browser.here.get(cookie) ?? "";
      expect(older).not.toBe("");
      const back = await passProvider(browser.there, await go(app, browser), name, BACK);
      if (tampering === "other") browser.here.set(cookie, older);
      else browser.here.delete(cookie);
      expect(locationOf(await call(app, browser, "GET", back))).toContain("error=OAuthCallback");
      await expect(viewerOf(browser)).rejects.toThrow("nobody");
    }
    expect(await app.db().session.count({})).toBe(0);
    expect(await app.db().user.count({})).toBe(0);
  });

  it("refuses a state that was changed in the address, another browser's answer, and an answer twice", async () => {
    const [browser, victim, name] = [newBrowser(), newBrowser(), person()];
    const back = await passProvider(browser.there, await go(app, browser), name, BACK);
    const changed = new URL(back);
    changed.searchParams.set("state", "x".repeat(43));
    await go(app, victim);
    expect(locationOf(await call(app, victim, "GET", back))).toContain("error=OAuthCallback");
    const before = new Map(browser.here);
    expect(locationOf(await call(app, browser, "GET", changed.href))).toContain("error=OAuthCallback");
    expect(await app.db().session.count({})).toBe(0);
    const whole = { here: before, there: browser.there };
    const again = { here: new Map(before), there: browser.there };
    expect(locationOf(await call(app, whole, "GET", back))).toBe("/today");
    expect(locationOf(await call(app, again, "GET", back))).toContain("error=OAuthCallback");
  });

  it("refuses another issuer than that of the settings", async () => {
    const name = person();
    // One whose tokens are signed by somebody else, and one that sends people to somebody else.
    const lying = await startImpostor(server.issuer, (told, issuer) => ({ ...told, issuer }));
    const passing = await startImpostor(server.issuer, (told) => told);
    for (const [{ issuer }, error] of [
      [lying, "error=OAuthCallback"],
      [passing, "error=identity_issuer"],
    ] as const) {
      const other = await load({ OIDC_ISSUER: issuer });
      expect(await pass(other, newBrowser(), name)).toContain(error);
      expect(await other.db().user.count({})).toBe(0);
    }
    await Promise.all([lying.close(), passing.close()]);
  });

  it("refuses an address that is not verified, or none, in words", async () => {
    for (const name of [person(address(), false), person(null)])
      expect(await pass(app, newBrowser(), name)).toBe("/sign-in?error=identity_unverified");
    expect(await app.providerProblem("identity_unverified")).toContain("does not confirm an e-mail address");
    expect(await app.db().user.count({})).toBe(0);
  });

  it("keeps to SIGN_UP, and lets ADMIN_EMAIL begin on an empty server", async () => {
    const mail = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "assay@example.org" };
    const domain = { ...mail, SIGN_UP: "domain:example.net" };
    for (const settings of [{ SIGN_UP: "closed" }, { SIGN_UP: "invitation" }, domain]) {
      const strict = await load(settings);
      expect(await pass(strict, newBrowser(), person())).toBe("/sign-in?error=identity_closed");
      expect(await strict.providerProblem("identity_closed")).toMatch(/no new accounts|invitation|domains/);
    }
    expect(await pass(await load(domain), newBrowser(), person(`${randomUUID()}@example.net`))).toBe(
      "/today",
    );
    await app.db().user.deleteMany({});
    vi.unstubAllEnvs();
    const boss = await load({ SIGN_UP: "closed", ADMIN_EMAIL: "boss@example.org" });
    expect(await pass(boss, newBrowser(), person("boss@example.org"))).toBe("/today");
    expect(await boss.db().user.findFirst({})).toMatchObject({ administrator: true });
  });

  it("asks for the code of the account's app all the same", async () => {
    const [browser, name] = [newBrowser(), person()];
    await pass(app, browser, name);
    const viewer = await viewerOf(browser);
    const { secret } = await app.beginTotp(viewer, viewer.userId);
    const code = (ahead: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + ahead });
    await app.confirmTotp(viewer, viewer.userId, code(0));
    const other = newBrowser();
    expect(await pass(app, other, name)).toBe("/sign-in?step=code&callbackUrl=%2Ftoday");
    await expect(viewerOf(other)).rejects.toThrow("nobody");
    const { csrfToken } = (await (await call(app, other, "GET", "/api/auth/csrf")).json()) as {
      csrfToken: string;
    };
    const form = { csrfToken, code: code(30_000), json: "true" };
    expect((await call(app, other, "POST", "/api/auth/callback/code", form)).status).toBe(200);
    expect((await viewerOf(other)).userId).toBe(viewer.userId);
  });

  it("says that the provider does not answer, and no 500", async () => {
    const dead = await load({ OIDC_ISSUER: "http://127.0.0.1:9" });
    const browser = newBrowser();
    expect(await go(dead, browser)).toContain("error=OAuthSignin");
    expect(await dead.providerProblem("OAuthSignin")).toContain("Example login does not answer");
    const response = await call(dead, browser, "GET", "/api/auth/callback/oidc?code=a&state=b");
    expect(response.status).toBe(302);
    expect(locationOf(response)).toContain("error=OAuthCallback");
  });

  it("opens the way back for the provider of the settings only", async () => {
    for (const path of ["callback/credentials", "callback/other", "callback/oidc/more"])
      expect((await call(app, newBrowser(), "GET", `/api/auth/${path}?code=a`)).status).toBe(405);
    vi.unstubAllEnvs();
    const without = await load({
      OIDC_ISSUER: "",
      OIDC_CLIENT_ID: "",
      OIDC_CLIENT_SECRET: "",
      OIDC_NAME: "",
    });
    expect((await call(without, newBrowser(), "GET", "/api/auth/callback/oidc?code=a")).status).toBe(405);
  });
});

describe("linking a provider", () => {
  it("links a taken address only after signing in to it and consenting, in the browser that came back", async () => {
    const email = address();
    const ownerId = await app.createAccount({ email, password: PASSWORD });
    const [browser, name] = [newBrowser(), person(email)];
    expect(await pass(app, browser, name)).toBe("/sign-in/link");
    await expect(viewerOf(browser)).rejects.toThrow("nobody");
    use(browser);
    expect(await app.consentToLink({})).toMatchObject({ error: { code: "unauthenticated" } });
    // Somebody else's account does not take the offer, and without its cookie nobody has one.
    const offer = browser.here.get("assay-identity-offer") ?? "";
    expect(offer).not.toContain(email);
    const stranger = newBrowser();
    const strangerId = await app.createAccount({ email: address(), password: PASSWORD });
    const { email: strangers } = await app.getAccount(
      { userId: strangerId, sessionId: "x", mayWrite: true, sample: false, confirmedAt: null },
      strangerId,
    );
    await signInByPassword(app, stranger, strangers ?? "");
    use(stranger);
    expect(await app.consentToLink({})).toMatchObject({ error: { code: "not_found" } });
    stranger.here.set("assay-identity-offer", offer);
    expect(await app.consentToLink({})).toMatchObject({ error: { code: "forbidden" } });
    stranger.here.set("assay-identity-offer", `${offer.slice(0, -4)}AAAA`);
    expect(await app.consentToLink({})).toMatchObject({ error: { code: "not_found" } });
    expect(await app.db().identity.count({})).toBe(0);

    const viewer = await signInByPassword(app, browser, email);
    expect(viewer.userId).toBe(ownerId);
    use(browser);
    expect(await app.consentToLink({})).toMatchObject({ ok: true });
    expect(await app.consentToLink({})).toMatchObject({ error: { code: "not_found" } });
    const renewed = await viewerOf(browser);
    expect(renewed.sessionId).not.toBe(viewer.sessionId);
    expect(await app.listIdentities(renewed, ownerId)).toMatchObject([{ email }]);
    const { items } = await app.listEvents(renewed, ownerId, { limit: 20 });
    expect(items.map(({ kind, detail }) => [kind, detail.method])).toContainEqual(["method-added", "oidc"]);
    const later = newBrowser();
    expect(await pass(app, later, name)).toBe("/today");
    expect((await viewerOf(later)).userId).toBe(ownerId);
  });

  it("from the settings: in a confirmed session, and no identity of another account", async () => {
    const taken = person();
    await pass(app, newBrowser(), taken);
    const email = address();
    const ownerId = await app.createAccount({ email, password: PASSWORD });
    const browser = newBrowser();
    const viewer = await signInByPassword(app, browser, email);
    expect(await pass(app, browser, taken, { purpose: "link" })).toBe(
      "/settings/sign-in?error=identity_taken",
    );
    const held = await app.db().identity.findFirst({ where: { subject: taken } });
    const offer = { ownerId, issuer: server.issuer, subject: taken, email, startedAt: Date.now() };
    expect(await codeOf(app.linkIdentity(viewer, ownerId, offer))).toBe("conflict");
    expect(await app.db().identity.findFirst({ where: { subject: taken } })).toEqual(held);
    // An address at the provider that is not verified, or another one, may be linked by who is signed in to both.
    browser.there.clear();
    expect(await pass(app, browser, person(address(), false), { purpose: "link" })).toBe("/sign-in/link");
    const stale = { ...viewer, confirmedAt: new Date(Date.now() - 11 * 60_000) };
    const own = { ...offer, subject: randomUUID() };
    expect(await codeOf(app.linkIdentity(stale, ownerId, own))).toBe("confirmation_required");
    await app.db().session.updateMany({ data: { confirmedAt: new Date(0) } });
    await expect(go(app, browser, { purpose: "link" })).rejects.toThrow("confirmation_required");
    use(browser);
    expect(await app.consentToLink({})).toMatchObject({ error: { code: "confirmation_required" } });
    await expect(go(app, newBrowser(), { purpose: "link" })).rejects.toThrow("unauthenticated");
  });

  it("unlinks, but not the last way in, also of several at once", async () => {
    const browser = newBrowser();
    await pass(app, browser, person());
    const viewer = await viewerOf(browser);
    const { userId } = viewer;
    const [only] = await app.listIdentities(viewer, userId);
    expect(await codeOf(app.unlinkIdentity(viewer, userId, only?.id ?? ""))).toBe("conflict");
    const offer = { ownerId: userId, issuer: server.issuer, email: null, startedAt: Date.now() };
    for (const subject of ["a", "b", "c"]) await app.linkIdentity(viewer, userId, { ...offer, subject });
    const all = await app.listIdentities(viewer, userId);
    await Promise.allSettled(all.map(({ id }) => app.unlinkIdentity(viewer, userId, id)));
    expect(await app.listIdentities(viewer, userId)).toHaveLength(1);
    const stale = { ...viewer, confirmedAt: null };
    expect(await codeOf(app.setFirstPassword(stale, userId, PASSWORD))).toBe("confirmation_required");
    expect(await codeOf(app.setFirstPassword(viewer, userId, "qwertyuiop"))).toBe("invalid");
    expect(await codeOf(app.setFirstPassword(viewer, userId, PASSWORD))).toBe("done");
    expect(await codeOf(app.setFirstPassword(viewer, userId, `${PASSWORD} 2`))).toBe("conflict");
    const [left] = await app.listIdentities(viewer, userId);
    expect(await codeOf(app.unlinkIdentity(stale, userId, left?.id ?? ""))).toBe("confirmation_required");
    expect(await codeOf(app.unlinkIdentity(viewer, userId, left?.id ?? ""))).toBe("done");
    expect(await codeOf(app.unlinkIdentity(viewer, userId, left?.id ?? ""))).toBe("done");
    expect(await app.listIdentities(viewer, userId)).toEqual([]);
    const { items } = await app.listEvents(viewer, userId, { limit: 50 });
    expect(items.filter(({ kind }) => kind === "method-removed")).toHaveLength(4);
    const stranger = { ...viewer, userId: randomUUID() };
    for (const work of [app.listIdentities(stranger, userId), app.unlinkIdentity(stranger, userId, "a")])
      expect(await codeOf(work)).toBe("not_found");
  });
});

describe("confirming with a provider", () => {
  it("takes a fresh proof of the account's own identity only, and gives the session another id", async () => {
    const [browser, name] = [newBrowser(), person()];
    await pass(app, browser, name);
    const before = await viewerOf(browser);
    await app.db().session.updateMany({ data: { confirmedAt: new Date(0) } });
    const stale = await viewerOf(browser);
    const refused = app.setFirstPassword(stale, stale.userId, PASSWORD);
    await expect(refused).rejects.toMatchObject({ code: "confirmation_required", means: ["oidc"] });
    const again = { purpose: "confirm", query: "?prompt=login&max_age=0" } as const;
    const other = { here: browser.here, there: new Map() };
    expect(await pass(app, other, person(), again)).toBe("/settings/sign-in?error=identity_unproven");
    expect((await viewerOf(browser)).confirmedAt?.getTime()).toBe(0);
    // Without asking again the provider does not say when it asked last.
    expect(await pass(app, browser, name, { purpose: "confirm" })).toBe(
      "/settings/sign-in?error=identity_unproven",
    );
    expect(await pass(app, browser, name, again)).toBe("/settings/account");
    const after = await viewerOf(browser);
    expect(after.sessionId).not.toBe(before.sessionId);
    expect(await codeOf(app.setFirstPassword(after, after.userId, PASSWORD))).toBe("done");
  });

  it("takes no proof from before it was asked for", async () => {
    const [browser, name] = [newBrowser(), person()];
    await pass(app, browser, name);
    const viewer = await viewerOf(browser);
    const startedAt = Date.now();
    const proof = (provenAt: Date | null) => ({
      issuer: server.issuer,
      subject: name,
      email: null,
      emailVerified: false,
      provenAt,
    });
    const { userId } = viewer;
    for (const provenAt of [null, new Date(startedAt - 61_000)])
      expect(await app.confirmByIdentity(viewer, userId, proof(provenAt), startedAt)).toBeNull();
    expect(await app.confirmByIdentity(viewer, userId, proof(new Date()), startedAt - 601_000)).toBeNull();
    expect(await app.confirmByIdentity(viewer, userId, proof(new Date()), startedAt)).not.toBeNull();
  });
});
