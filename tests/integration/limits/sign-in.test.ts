import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createAccount } from "@/lib/access";
import { authOptions } from "@/lib/http";

const PASSWORD = "the right password of hers";

type Authorize = (
  credentials: Record<string, string>,
  request: { headers: Record<string, string> },
) => Promise<{ id: string } | null>;

/** What next-auth calls with what was typed. */
const authorize = (email: string, password: string, from: string) => {
  const [provider] = authOptions(async () => "").providers;
  const call = (provider as unknown as { options: { authorize: Authorize } }).options.authorize;
  return call({ email, password }, { headers: { "x-forwarded-for": from } }).then(
    (user) => (user === null ? "wrong" : "in"),
    (error: Error) => error.message,
  );
};

const newAddress = () => `${randomUUID()}@example.org`;

/** An account, and as many answers to wrong passwords sent at once, by what was answered. */
const count = (answers: readonly string[]) =>
  Object.fromEntries(
    [...new Set(answers)].map((each) => [each, answers.filter((answer) => answer === each).length]),
  );

/** Addresses of as many networks. */
let networks = 0;
const network = () => {
  networks += 1;
  return `10.${Math.floor(networks / 250)}.${networks % 250}.7`;
};

afterEach(() => vi.useRealTimers());

vi.stubEnv("TRUST_PROXY", "1");

describe("fault 1: a guess is counted before it is looked at", () => {
  it("of 300 wrong passwords at once at most ten are looked at", async () => {
    const email = newAddress();
    await createAccount({ email, password: PASSWORD });
    const from = network();
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => authorize(email, `wrong ${n}`, from)),
    );
    expect(count(answers)).toEqual({ wrong: 10, rate_limited: 290 });
  });

  it("the right one behind 119 wrong ones does not get in", async () => {
    const email = newAddress();
    await createAccount({ email, password: PASSWORD });
    const from = network();
    const wrong = Array.from({ length: 119 }, (_, n) => authorize(email, `wrong ${n}`, from));
    const right = authorize(email, PASSWORD, from);
    expect(count(await Promise.all(wrong))).toEqual({ wrong: 10, rate_limited: 109 });
    expect(await right).toBe("rate_limited");
  });

  it("who knows the password is never refused", async () => {
    const email = newAddress();
    await createAccount({ email, password: PASSWORD });
    const from = network();
    for (let round = 0; round < 12; round += 1) expect(await authorize(email, PASSWORD, from)).toBe("in");
    for (let round = 0; round < 9; round += 1) expect(await authorize(email, "wrong", from)).toBe("wrong");
    expect(await authorize(email, PASSWORD, from)).toBe("in");
    for (let round = 0; round < 10; round += 1) expect(await authorize(email, "wrong", from)).toBe("wrong");
    expect(await authorize(email, PASSWORD, from)).toBe("rate_limited");
  });

  it("one sender tries one password on at most 200 accounts", async () => {
    const from = network();
    const answers = await Promise.all(
      Array.from({ length: 230 }, () => authorize(newAddress(), "summer 2026", from)),
    );
    expect(count(answers)).toEqual({ wrong: 200, rate_limited: 30 });
  });
});

describe("fault 6: nobody is the victim of a limit", () => {
  it("ten wrong guesses of a stranger do not keep the owner out", async () => {
    const email = newAddress();
    await createAccount({ email, password: PASSWORD });
    const from = network();
    for (let round = 0; round < 12; round += 1) await authorize(email, "wrong", from);
    expect(await authorize(email, PASSWORD, from)).toBe("rate_limited");
    expect(await authorize(email, PASSWORD, network())).toBe("in");
  });

  it("strangers of 400 networks look at few passwords of one account", async () => {
    const email = newAddress();
    await createAccount({ email, password: PASSWORD });
    const start = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 400 }, () => authorize(email, "wrong", network())),
    );
    const seconds = (performance.now() - start) / 1000;
    const { wrong = 0 } = count(answers);
    expect(wrong).toBeGreaterThanOrEqual(20);
    // Twenty, and one after each wait, which is two seconds at first and longer each time.
    expect(wrong).toBeLessThanOrEqual(21 + Math.log2(Math.max(1, seconds)));
  });
});
