import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { checkCredentials, createAccount, deleteAccount, type Viewer } from "@/lib/access";
import { tryPassword } from "@/lib/http";
import { viewerOfBearer } from "@/lib/http/bearer";
import { deviceCookie, deviceOf } from "@/lib/http/device";
import { trySignIn } from "@/lib/limits";
import { makeApi } from "@/tests/support/api";

const PASSWORD = "the right password of hers";
const ORIGIN = { address: "203.0.113.7", userAgent: null };

const newAddress = () => `${randomUUID()}@example.org`;

/** The cookies of a browser that was given some. */
const jar = (...set: readonly string[]) => {
  const cookies = new Map(
    set.map((each) => {
      const [pair = ""] = each.split(";");
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
  return (name: string) => cookies.get(name);
};

describe("fault 6: a device that has signed in before", () => {
  it("gets its owner in while strangers guess, from the very same address", async () => {
    const email = newAddress();
    await createAccount({ email, password: PASSWORD });
    const device = deviceOf(email, jar(deviceCookie(email, null, false)));
    expect(device).not.toBeNull();
    const stranger = { email, sender: "203.0.113.9", device: null };
    const guessed = await Promise.allSettled(
      Array.from({ length: 60 }, () => trySignIn(stranger, async () => null)),
    );
    expect(guessed.filter(({ status }) => status === "fulfilled").length).toBe(10);
    await expect(trySignIn(stranger, async () => "in")).rejects.toMatchObject({ code: "rate_limited" });
    const owner = { ...stranger, device };
    expect(await trySignIn(owner, () => checkCredentials(email, PASSWORD, ORIGIN))).not.toBeNull();
  });

  it("that guesses itself has ten tries, and then those of a stranger", async () => {
    const claimant = { email: newAddress(), sender: "203.0.113.10", device: "stolen" };
    const guessed = await Promise.allSettled(
      Array.from({ length: 60 }, () => trySignIn(claimant, async () => null)),
    );
    expect(guessed.filter(({ status }) => status === "fulfilled").length).toBe(20);
  });

  it("is known by a signed cookie of that account alone", () => {
    const [hers, his] = [newAddress(), newAddress()];
    const cookie = deviceCookie(hers, null, true);
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    const id = deviceOf(hers, jar(cookie));
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(deviceOf(his, jar(cookie))).toBeNull();
    const [name = ""] = cookie.split("=");
    for (const forged of [`${id}.`, `${id}`, `other.${cookie.split(".")[1]}`, "é.é", ""])
      expect(deviceOf(hers, () => forged)).toBeNull();
    // Another account's cookie under the name of hers.
    const stolen = deviceCookie(his, null, true).split(";")[0]?.split("=").slice(1).join("=") ?? "";
    expect(deviceOf(hers, (asked) => (asked === name ? stolen : undefined))).toBeNull();
    // The same device keeps its id.
    expect(deviceOf(hers, jar(deviceCookie(hers, id, true)))).toBe(id);
  });
});

describe("fault 1: other guesses are counted before they are looked at", () => {
  it("of 60 passwords at once with which to delete an account ten are looked at", async () => {
    const email = newAddress();
    const userId = await createAccount({ email, password: PASSWORD });
    const viewer: Viewer = {
      userId,
      sessionId: randomUUID(),
      mayWrite: true,
      sample: false,
      confirmedAt: null,
    };
    const remove = (password: string) => tryPassword(viewer, () => deleteAccount(viewer, userId, password));
    const wrong = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => remove(`wrong ${n}`)));
    const codes = wrong.map((each) => (each.status === "rejected" ? each.reason.code : "deleted"));
    expect(codes.filter((code) => code === "forbidden").length).toBe(10);
    expect(codes.filter((code) => code === "rate_limited").length).toBe(50);
    await expect(remove(PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
    expect(await checkCredentials(email, PASSWORD, ORIGIN)).toBe(userId);
    // Another session of the owner is not the victim of it.
    const other = { ...viewer, sessionId: randomUUID() };
    await tryPassword(other, () => deleteAccount(other, userId, PASSWORD));
    expect(await checkCredentials(email, PASSWORD, ORIGIN)).toBeNull();
  });

  it("of 300 tokens at once a hundred are looked up, and one that is known still works", async () => {
    vi.stubEnv("TRUST_PROXY", "1");
    const { token, userId } = await makeApi();
    const headers = new Headers({ "x-forwarded-for": "203.0.113.77" });
    expect(await viewerOfBearer(token, headers)).toMatchObject({ userId });
    const guessed = await Promise.allSettled(
      Array.from({ length: 300 }, (_, n) => viewerOfBearer(`assay_${n}`, headers)),
    );
    expect(guessed.filter(({ status }) => status === "fulfilled").length).toBe(100);
    expect(await viewerOfBearer(token, headers)).toMatchObject({ userId });
    await expect(viewerOfBearer("assay_last", headers)).rejects.toMatchObject({ code: "rate_limited" });
  });
});
