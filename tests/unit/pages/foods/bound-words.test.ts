import { describe, expect, it } from "vitest";
import { amountWords } from "@/app/(app)/foods/_components/bound-words";

const say = (...[nutrient, amount, bound, grams, exact]: Parameters<typeof amountWords>) =>
  amountWords(nutrient, amount, bound, grams, exact).replaceAll("\u00a0", " ");

describe("what is said of an amount of a food", () => {
  it("keeps trace, limit, lower bound and amount apart", () => {
    expect(say("iron", 0, { kind: "trace", limit: null })).toBe("trace");
    expect(say("iron", 3, { kind: "partial", limit: null })).toMatch(/^at least 3/);
    expect(say("iron", 3, null)).toMatch(/^3/);
  });

  it("never rounds a limit, to 0 least of all", () => {
    expect(say("zinc", 0, { kind: "below", limit: 0.05 })).toBe("below 0.05 mg");
    expect(say("zinc", 0, { kind: "below", limit: 0.05 }, 60)).toBe("below 0.03 mg");
    expect(say("zinc", 0, { kind: "below", limit: 0.004 })).toBe("below 0.004 mg");
    expect(say("zinc", 0, { kind: "below", limit: null })).toBe("below a limit that is not stated");
  });

  it("gives a value of the source as it stands there", () => {
    expect(say("copper", 0.2734, null, 100, true)).toBe("0.2734 mg");
    expect(say("zinc", 0, { kind: "below", limit: null }, 100, true)).toBe(
      "below a limit that is not stated",
    );
  });
});
