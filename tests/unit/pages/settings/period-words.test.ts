import { describe, expect, test } from "vitest";
import { periodName, periodSpan } from "@/app/(app)/settings/_components/period-words";

describe("11.16 what held when, in words", () => {
  test.each([
    [null, null, "from the beginning until now"],
    ["2026-05-03", null, "since 3 May 2026"],
    [null, "2026-07-01", "from the beginning to 1 July 2026"],
    ["2026-05-03", "2026-07-01", "3 May 2026 to 1 July 2026"],
    ["2026-05-03", "2026-05-03", "on 3 May 2026"],
  ])("from %s to %s: %s", (from, to, words) => {
    expect(periodSpan({ from, to }).replaceAll("\u00a0", " ")).toBe(words);
  });

  test("a weight says how much", () => {
    expect(periodName({ kind: "weight", weightKg: 62.5 })).toBe("Weight 62.5\u00a0kg");
    expect(periodName({ kind: "pregnant", weightKg: null })).toBe("Pregnant");
  });
});
