// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ReferencesCard } from "@/app/(app)/minerals/[mineral]/_components/references-card";
import type { MineralFrame, PublishedReference } from "@/lib/insights/schemas";
import { referenceIntake, STANDARD_WORDS, STANDARDS, type Standard } from "@/lib/nutrition";
import { ON, woman40 } from "@/tests/support/nutrition";

vi.mock("@/app/(app)/_features/shell", () => ({ StandardSwitch: () => null }));

const published = (standard: Standard): PublishedReference => {
  const found = referenceIntake("zinc", woman40, ON, standard);
  return {
    ...found,
    ...found.published,
    group: found.group?.label ?? null,
    source: found.source.citation,
    url: found.source.url,
    ulSource: found.ulSource?.citation ?? null,
  };
};

const show = (standard: Standard) => {
  const references = [standard, ...STANDARDS.filter((other) => other !== standard)].map(published);
  const frame = { mineral: "zinc", references, standard, target: { kind: "RDA", target: 8 } };
  return render(<ReferencesCard {...(frame as unknown as MineralFrame)} />);
};

const terms = (section: HTMLElement): Record<string, string | undefined> =>
  Object.fromEntries(
    [...section.querySelectorAll("dl > div")].map((row) => [
      row.querySelector("dt")?.textContent ?? "",
      row.querySelector("dd")?.textContent?.replace(/\s/g, " "),
    ]),
  );

describe("11.19 the reference values of a mineral", () => {
  it.each(STANDARDS)("show %s, where it is in use, first and the others in a folded list", (standard) => {
    const { container } = show(standard);
    const sections = screen
      .getAllByRole("region", { hidden: true })
      .filter((node) => node.tagName === "SECTION");
    const named = sections.map((section) => section.getAttribute("aria-label"));
    expect(named.filter((name) => name !== null)[0]).toBe(STANDARD_WORDS[standard].name);
    const others = [...container.querySelectorAll("details")].find((node) =>
      node.textContent?.startsWith("Other authorities"),
    );
    expect(others?.open).toBe(false);
    const inside = [...(others?.querySelectorAll("section") ?? [])].map((node) =>
      node.getAttribute("aria-label"),
    );
    expect(inside).toEqual(
      STANDARDS.filter((other) => other !== standard).map((other) => STANDARD_WORDS[other].name),
    );
    expect(screen.getAllByText("in use")).toHaveLength(1);
  });

  it("use the authority's own terms, and say what it does not print", () => {
    show("anz");
    const own = screen.getByRole("region", { name: STANDARD_WORDS.anz.name });
    expect(terms(own)).toEqual({
      "recommended dietary intake (RDI)": "8 mg",
      "average need (EAR)": "6.5 mg",
      "upper level of intake (UL)": "40 mg",
    });
    const other = screen.getByRole("region", { name: STANDARD_WORDS.dach.name, hidden: true });
    expect(terms(other)).toEqual({
      "recommended intake (empfohlene Zufuhr)": "8 mg",
      "average need": "none published",
      "upper limit (UL)": "none set",
    });
    expect(within(other).getByRole("link", { hidden: true })).toHaveAttribute(
      "href",
      "https://www.dge.de/wissenschaft/referenzwerte/zink/",
    );
  });
});
