import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SafetyTopic } from "@/app/(app)/methods/_components/safety-topic";
import { changesOf } from "@/app/(app)/methods/_components/safety-words";
import { CONDITION_LABELS, CONDITIONS, MEDICINE_LABELS, MEDICINES, safetyRows } from "@/lib/nutrition";

const plain = (html: string): string =>
  html.replaceAll("&#x27;", "'").replaceAll("&amp;", "&").replaceAll("\u00a0", " ");

describe("11 the table of conditions and medicines", () => {
  const html = plain(renderToStaticMarkup(<SafetyTopic />));

  it.each([
    ...CONDITIONS.map((code) => CONDITION_LABELS[code]),
    ...MEDICINES.map((code) => MEDICINE_LABELS[code]),
  ])("has a row for %s", (label) => {
    expect(html.split(`>${label}</th>`)).toHaveLength(2);
  });

  it("says of each what it changes, or why it leaves no food out", () => {
    for (const row of safetyRows()) {
      expect([row.code, changesOf(row).length > 0 || row.reason !== null]).toEqual([row.code, true]);
      if (row.reason !== null) expect(html).toContain(row.reason);
      expect(row.sources.length, row.code).toBeGreaterThan(0);
    }
  });

  it("has the figures that suggestions are held to", () => {
    expect(html).toContain(
      "A portion named holds at most 200 mg potassium, 100 mg phosphorus and 140 mg sodium.",
    );
    expect(html).toContain("together hold at most 400 mg potassium, 200 mg phosphorus and 280 mg sodium.");
    expect(html).toContain("A portion named holds at most 24 µg vitamin K.");
    expect(html).toContain("Not named: foods with gluten, or of which it is not known.");
  });
});
