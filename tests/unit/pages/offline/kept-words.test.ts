import { describe, expect, it } from "vitest";
import { keptWords } from "@/app/(app)/_features/offline/host/kept-words";

describe("how old a kept page is", () => {
  it("is a time of today, and a day and a time before", () => {
    const now = new Date(2026, 10, 30, 18, 0);
    expect(keptWords(new Date(2026, 10, 30, 14, 2).toISOString(), now)).toBe("As of 14:02, offline.");
    expect(keptWords(new Date(2026, 10, 29, 9, 30).toISOString(), now)).toBe(
      "As of Sunday 29 November, 09:30, offline.",
    );
  });
});
