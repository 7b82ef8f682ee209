import { afterEach, describe, expect, test, vi } from "vitest";

const load = async (settings: Record<string, string>) => {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import("@/lib/http/registration");
};

afterEach(() => vi.unstubAllEnvs());

describe("ways in", () => {
  test("are open unless told otherwise", async () => {
    const { registrationOptions } = await load({ SIGN_UP: "", SAMPLE: "" });
    expect(registrationOptions()).toEqual({ signUp: true, sample: true });
  });

  test("are not offered where sign-up is closed or by invitation", async () => {
    for (const SIGN_UP of ["closed", "invitation"]) {
      const { registrationOptions } = await load({ SIGN_UP, SAMPLE: "off" });
      expect(registrationOptions()).toEqual({ signUp: false, sample: false });
    }
  });
});
