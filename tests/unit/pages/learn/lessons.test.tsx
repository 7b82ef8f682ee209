// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { summaryFor } from "@/app/(app)/learn/_components/lesson";
import { LessonExtra } from "@/app/(app)/learn/_components/lesson-extra";
import { LessonPart } from "@/app/(app)/learn/_components/lesson-part";
import { LESSONS, lessonAt } from "@/app/(app)/learn/_components/lessons";
import { loadCatalogue } from "@/lib/catalogue/load";
import { allClaims, claimById, gatesFor, MINERALS, type Mineral } from "@/lib/nutrition";
import { OPEN_GATES } from "../../../support/nutrition";

const words = (container: HTMLElement) => (container.textContent ?? "").replaceAll("\u00A0", " ");

describe("lessons", () => {
  it("has one for each mineral and for each theme of the article", () => {
    expect(LESSONS.slice(0, 6).map(({ slug }) => slug)).toEqual([...MINERALS]);
    expect(LESSONS.slice(6).map(({ slug }) => slug)).toEqual([
      "gut-disorders",
      "refined-foods",
      "phytate",
      "pairing",
      "supplements",
      "testing",
      "research",
    ]);
  });

  it("tells every statement of the evidence table somewhere, each with its grade and sources", () => {
    const told = new Set(LESSONS.flatMap(({ parts }) => parts.flatMap(({ claims }) => claims)));
    expect(allClaims().filter(({ id }) => !told.has(id))).toEqual([]);
    for (const id of told) expect(claimById(id).sources.length).toBeGreaterThan(0);
  });

  it("says of whatever is often said how far the evidence goes, and never speaks of a person's lack", () => {
    for (const lesson of LESSONS) {
      for (const part of lesson.parts) {
        expect(part.said === undefined).toBe(part.verdict === undefined);
        const { container, unmount } = render(<LessonPart part={part} id="part" gates={OPEN_GATES} />);
        for (const id of part.claims) expect(words(container)).toContain(claimById(id).statement);
        const own = [
          lesson.title,
          lesson.summary,
          part.said,
          part.verdict,
          ...part.claims.map((id) => claimById(id).statement),
        ];
        expect(own.join(" ")).not.toMatch(/deficien/i);
        unmount();
      }
    }
  });

  it("keeps the research page to the years it names", () => {
    const research = lessonAt("research")?.lesson;
    for (const { title, claims } of research?.parts ?? []) {
      for (const id of claims) {
        expect(claimById(id).sources.some(({ citation }) => citation.includes(title))).toBe(true);
      }
    }
    expect(research?.parts).toHaveLength(3);
  });

  it("leaves the line of a mineral out of which nothing may be said", () => {
    const gates = gatesFor({ conditions: ["wilsons-disease"], age: 40, lifeStage: "none" });
    for (const lesson of LESSONS) {
      expect(summaryFor(lesson, OPEN_GATES)).toBe(lesson.summary);
      expect(summaryFor(lesson, gates) === lesson.summary).toBe(lesson.mineral !== "zinc");
    }
  });

  it("names the foods of each preparation", () => {
    render(<LessonExtra extra="preparations" />);
    const rows = screen
      .getAllByRole("row")
      .slice(1)
      .map((row) =>
        [...row.children]
          .slice(0, 2)
          .map((cell) => cell.textContent)
          .join(": "),
      );
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows).toContain("Fermented: Beans, peas and lentils");
    expect(rows).toContain("Fermented: Starchy roots such as cassava");
  });

  it("knows its neighbours and no other address", () => {
    expect(lessonAt("magnesium")?.previous).toBeNull();
    expect(lessonAt("magnesium")?.next?.slug).toBe("zinc");
    expect(lessonAt("research")?.next).toBeNull();
    expect(lessonAt("constructor")).toBeNull();
  });

  it("shows the food table's own numbers for whole and refined grain", () => {
    render(<LessonExtra extra="milling" />);
    const magnesium = screen.getByRole("row", { name: /Magnesium/ });
    expect(words(magnesium)).toBe("MgMagnesium137 mg22 mg116 mg25 mg");
  });

  it("bears out what is said of flour", () => {
    const per100g = (id: string) => loadCatalogue().food(id)?.per100g;
    const [whole, white, enriched] = [per100g("ndb:20080"), per100g("ndb:20481"), per100g("ndb:20081")];
    const times = (nutrient: Mineral) => Math.round(Number(whole?.[nutrient]) / Number(white?.[nutrient]));
    expect([times("magnesium"), times("zinc"), times("potassium")]).toEqual([6, 4, 3]);
    expect(enriched?.iron).toBeGreaterThan(Number(whole?.iron));
    expect(enriched?.magnesium).toBe(white?.magnesium);
  });
});
