import { describe, expect, it } from "vitest";
import {
  basisWords,
  glanceSentence,
  reachedWords,
  targetWords,
} from "@/app/(app)/trends/_components/trend-words";
import type { TrendMineral } from "@/lib/insights/schemas";
import { plain } from "../../components/fixtures";

const calcium: TrendMineral = {
  mineral: "calcium",
  unit: "mg",
  target: 1000,
  kind: "RDA",
  ear: 800,
  state: "usual",
  days: 12,
  mean: 696,
  fromFood: 696,
  coverage: 1,
  coverageOfMean: 1,
  standing: { reached: 0, below: 12, open: 0 },
  incomplete: { days: 0, mean: null },
};
const off: TrendMineral = { ...calcium, target: null, ear: null, standing: null, state: "switched-off" };
const days = { span: 90, logged: 12, complete: 3, counted: 12 };

describe("the averages at a glance", () => {
  it("say why there is no target", () => {
    expect(targetWords(calcium)).toBe("target 1,000");
    expect(targetWords(off)).toBe("switched off, ask your care team");
    expect(targetWords({ ...off, state: "no-profile" })).toBe("target not known yet");
    expect(plain(glanceSentence(off, true))).toBe(
      "Calcium: 696 mg a day from 12 days. Target: switched off, ask your care team. 100 % of the energy has a value for it.",
    );
  });

  it("tell no share and no days to whom scores are hidden from", () => {
    const quiet = { ...calcium, standing: null };
    expect(basisWords({ days, hideScores: false })).toBe("Average of 12 days, 3 marked complete");
    expect(basisWords({ days, hideScores: true })).toBe("Average of 12 days");
    expect(reachedWords(quiet)).toBeNull();
    expect(plain(glanceSentence(calcium, true))).toContain("70 % of your 1,000 mg target");
    expect(plain(glanceSentence(quiet, false))).toBe(
      "Calcium: 696 mg a day from 12 days; your target is 1,000 mg. Average need 800 mg. 100 % of the energy has a value for it.",
    );
  });
});
