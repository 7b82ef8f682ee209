import { afterEach, describe, expect, test, vi } from "vitest";

/** Counting asks the database; see tests/integration/limits. */
const counted = vi.hoisted(() => vi.fn(async () => 1));
vi.mock("@/lib/limits", () => ({ countUse: counted }));

const load = async (settings: Record<string, string>) => {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import("@/lib/http/registration");
};

afterEach(() => vi.unstubAllEnvs());

describe("ways in", () => {
  test("are open unless told otherwise", async () => {
    const { registrationOptions, admitSignUp } = await load({ SIGN_UP: "", SAMPLE: "" });
    expect(registrationOptions()).toEqual({ signUp: true, sample: true });
    await expect(admitSignUp(new Headers())).resolves.toBeUndefined();
    expect(counted).toHaveBeenCalledWith("signUp", "unknown");
  });

  test("closed sign-up refuses and says so", async () => {
    const { registrationOptions, admitSignUp } = await load({ SIGN_UP: "closed", SAMPLE: "off" });
    expect(registrationOptions()).toEqual({ signUp: false, sample: false });
    await expect(admitSignUp(new Headers())).rejects.toMatchObject({
      code: "forbidden",
      message: "This server takes no new accounts. Ask whoever runs it.",
    });
  });
});
