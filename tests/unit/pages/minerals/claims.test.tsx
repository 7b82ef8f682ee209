// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FurtherCard, GutCard } from "@/app/(app)/_features/shell/claims";
import { absorptionClaims } from "@/app/(app)/_features/shell/pairs";
import { PairingCard } from "@/app/(app)/minerals/[mineral]/_components/pairing-card";
import { periodField } from "@/lib/insights/schemas";
import { allClaims, claimsAbout, gatesFor, MINERALS } from "@/lib/nutrition";
import { OPEN_GATES } from "../../../support/nutrition";

const OVERLOAD = gatesFor({ conditions: ["iron-overload"], age: 40, lifeStage: "none" });

describe("claims of a mineral", () => {
  it("shows every claim of every mineral once, with its grade and its sources", () => {
    for (const mineral of MINERALS) {
      const shown = render(
        <>
          <GutCard mineral={mineral} gates={OPEN_GATES} />
          <FurtherCard mineral={mineral} gates={OPEN_GATES} />
          <PairingCard mineral={mineral} gates={OPEN_GATES} medicineNotes={[]} own={null} />
        </>,
      );
      const text = (shown.container.textContent ?? "").replaceAll("\u00A0", " ");
      const beside = absorptionClaims(mineral, OPEN_GATES);
      for (const claim of allClaims().filter((candidate) => candidate.mineral === mineral)) {
        const times =
          text.split(claim.statement).length - 1 + beside.filter(({ id }) => id === claim.id).length;
        expect([claim.id, times]).toEqual([claim.id, 1]);
      }
      expect(text).not.toMatch(/deficien/i);
      shown.unmount();
    }
  });

  it("marks what studies do not bear out", () => {
    render(<GutCard mineral="potassium" gates={OPEN_GATES} />);
    expect(screen.getByText("Not supported")).toBeInTheDocument();
    expect(claimsAbout("potassium", "gut", OPEN_GATES).some(({ grade }) => grade === "D")).toBe(true);
  });

  it("leaves out what helps more iron in where a condition asks for it", () => {
    const { container, rerender } = render(
      <PairingCard mineral="iron" gates={OPEN_GATES} medicineNotes={[]} own={null} />,
    );
    expect(container.textContent).toContain("Vitamin C in the same meal");
    rerender(<PairingCard mineral="iron" gates={OVERLOAD} medicineNotes={[]} own={null} />);
    expect(container.textContent).not.toContain("Vitamin C in the same meal");
    // Waiting an hour with the tea lets more iron in as well.
    expect(container.textContent).not.toContain("Tea and coffee an hour apart");
    expect(container.textContent).toContain("Much calcium in the same meal");
    rerender(<GutCard mineral="iron" gates={OVERLOAD} />);
    expect(container.textContent).not.toContain("no reason to avoid iron");
  });

  it("is absent where there is nothing to pair, and shows the medicines a person lists", () => {
    const { container, rerender } = render(
      <PairingCard mineral="selenium" gates={OPEN_GATES} medicineNotes={[]} own={null} />,
    );
    expect(container).toBeEmptyDOMElement();
    rerender(
      <PairingCard
        mineral="selenium"
        gates={OPEN_GATES}
        medicineNotes={["Keep it 4 hours apart."]}
        own={null}
      />,
    );
    expect(screen.getByText("Keep it 4 hours apart.")).toBeInTheDocument();
  });

  it("links no identifier that was not read again", () => {
    for (const claim of allClaims()) {
      for (const { url, checked } of claim.sources) if (!checked) expect(url).toBeNull();
    }
  });
});

describe("period", () => {
  it("takes the four periods and falls back to 30 days", () => {
    expect(["7", "30", "90", "365"].map((text) => periodField.parse(text))).toEqual([7, 30, 90, 365]);
    for (const text of [undefined, "31", "", "abc", "1e9"]) expect(periodField.parse(text)).toBe(30);
  });
});
