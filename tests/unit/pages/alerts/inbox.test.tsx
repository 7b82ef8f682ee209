// @vitest-environment jsdom
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { formatAlertBasis, getAlertTitle, surerWords } from "@/app/(app)/_features/alerts/alert-words";
import { Inbox } from "@/app/(app)/alerts/_components/inbox";
import { ShortcutProvider } from "@/components/layout/shortcut-provider";
import type { AlertView } from "@/lib/insights/schemas";

const { markAlert, openedAlert } = vi.hoisted(() => ({ markAlert: vi.fn(), openedAlert: vi.fn() }));
vi.mock("@/app/(app)/alerts/actions", () => ({ markAlert, openedAlert }));

const spaced = (text: string | null) => text?.replaceAll("\u00A0", " ") ?? null;

const evidence: AlertView["evidence"] = {
  from: "2026-04-15",
  to: "2026-05-14",
  days: null,
  completeDays: null,
  mean: null,
  unit: "mg",
  probability: null,
  coverage: null,
  against: null,
  detail: null,
};

const base: AlertView = {
  id: "low-usual-intake:magnesium",
  rule: "low-usual-intake",
  nutrient: "magnesium",
  nutrients: ["magnesium"],
  finding: "Your usual magnesium is probably below your need.",
  evidence: {
    ...evidence,
    days: 9,
    mean: 226,
    probability: 0.8413,
    coverage: 1,
    against: { value: 265, kind: "average-need", source: "IOM 1997" },
    detail: { kind: "interval", low: 178.9, high: 273.1 },
  },
  gut: [
    {
      text: "What it does in the gut.",
      grade: "C",
      sources: [{ citation: "Doe 2024", url: null, checked: true }],
    },
  ],
  eat: { suggestFor: "magnesium", notes: [] },
  careful: [],
  notMeaning: { text: "It does not say what your body holds.", grade: null, sources: [] },
  furtherDays: 0,
  state: "open",
  told: true,
  acknowledgedAt: null,
  mutedUntil: null,
};

const oxalate: AlertView = {
  ...base,
  id: "poor-absorption:oxalate-calcium",
  rule: "poor-absorption",
  nutrient: "calcium",
  nutrients: ["calcium"],
  finding: "Much of the calcium logged comes from foods whose oxalate holds it back.",
  evidence: { ...evidence, days: 3, mean: 400, detail: { kind: "oxalate", share: 0.27, foods: ["Spinach"] } },
};

const zincDay: AlertView = {
  ...base,
  id: "single-day-alarm:zinc-day:2026-05-04",
  rule: "single-day-alarm",
  nutrient: "zinc",
  nutrients: ["zinc"],
  finding: "This is far above the upper limit for zinc in one day.",
  evidence: { ...evidence, detail: { kind: "day", date: "2026-05-04", amount: 150, level: 150 } },
  state: "muted",
  mutedUntil: "2026-05-20",
};

describe("an alert in words", () => {
  it("says how sure and from what, with the unit of each rule", () => {
    expect(spaced(formatAlertBasis(base))).toBe("84 % sure, from 9 days");
    expect(spaced(formatAlertBasis(oxalate))).toBe("27 % of it, from spinach");
    expect(spaced(getAlertTitle(zincDay))).toBe("A great deal of zinc on 4 May");
    expect(spaced(formatAlertBasis(zincDay))).toBe("150.0 mg logged");
    const supplement: AlertView = {
      ...base,
      rule: "supplement-above-limit",
      evidence: {
        ...evidence,
        days: 2,
        mean: 400,
        against: { value: 350, kind: "upper-limit", source: "IOM 1997" },
      },
    };
    expect(spaced(formatAlertBasis(supplement))).toBe("about 400 mg a day over 2 days; the limit is 350 mg");
    const iron = { ...base, nutrient: "iron" as const, evidence: { ...base.evidence, probability: 0.83 } };
    // The method for iron is the roughest: steps of five.
    expect(spaced(formatAlertBasis(iron))).toBe("85 % sure, from 9 days");
  });

  it("11.1 says of warfarin that it is about food, and of other medicines that it is about supplements", () => {
    const medicine = (code: string, nutrients: AlertView["nutrients"]): AlertView => ({
      ...base,
      id: `poor-pairing:medicine-${code}`,
      rule: "poor-pairing",
      nutrient: null,
      nutrients,
      evidence,
    });
    const warfarin = medicine("warfarin", []);
    expect(getAlertTitle(warfarin)).toBe("Warfarin and what you eat");
    expect(formatAlertBasis(warfarin)).toBe("From the medicines in your profile");
    const levothyroxine = medicine("levothyroxine", ["iron"]);
    expect(getAlertTitle(levothyroxine)).toBe("Levothyroxine and your supplements");
    expect(formatAlertBasis(levothyroxine)).toBe("From the supplements you take");
  });

  it("says what more days would bring: the range shrinks with the root of their number", () => {
    // ±47.1 × √(9/14) = ±37.8
    expect(spaced(surerWords(base))).toBe(
      "Five more days like these would narrow the range from ±47 mg to about ±38 mg.",
    );
    expect(surerWords(zincDay)).toBeNull();
  });
});

describe("the inbox", () => {
  beforeEach(() => {
    markAlert.mockReset().mockResolvedValue({ ok: true, value: undefined });
    openedAlert.mockReset().mockResolvedValue({ ok: true, value: undefined });
    // A wide window: jsdom has no such thing.
    window.matchMedia = vi.fn().mockReturnValue({
      matches: true,
      addEventListener: vi.fn(),
      removeEventListener: vi.fn(),
    });
    window.location.hash = "";
  });
  const show = () =>
    render(
      <ShortcutProvider>
        <Inbox
          page={{
            today: "2026-05-14",
            items: [base, oxalate, zincDay],
            foods: {},
            leftOut: [],
            targets: { magnesium: 320 },
            todaySoFar: null,
          }}
          opened={[]}
          resolved={[]}
        />
      </ShortcutProvider>,
    );

  it("lists what is open, shows the first with its figures, and keeps the rest apart", async () => {
    show();
    const article = screen.getByRole("article");
    expect(within(article).getByRole("heading", { level: 2 })).toHaveTextContent(
      "Your usual magnesium is probably below your need",
    );
    expect(within(article).getByRole("img", { name: /usual intake 226/ })).toHaveAccessibleName(
      /likely range 179.mg – 273.mg, average need 265.mg, target 320.mg/,
    );
    expect(article).toHaveTextContent("It does not say what your body holds.");
    expect(article).toHaveTextContent("Doe 2024");
    expect(screen.queryByRole("link", { name: /great deal of zinc/ })).toBeNull();

    await userEvent.click(screen.getByRole("radio", { name: "Snoozed" }));
    expect(screen.getByRole("link", { name: /great deal of zinc/ })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Tell me again" }));
    expect(markAlert).toHaveBeenCalledWith({ id: zincDay.id, change: { mutedDays: null } });
  });

  it("opens the alert that the address names", () => {
    window.location.hash = `#${oxalate.id}`;
    show();
    expect(screen.getByRole("article")).toHaveAccessibleName(/oxalate/);
  });

  it("marks the alert that is read with E and snoozes it with S", async () => {
    show();
    await userEvent.keyboard("e");
    expect(markAlert).toHaveBeenLastCalledWith({ id: base.id, change: { acknowledged: true } });
    await act(async () => {
      window.location.hash = `#${oxalate.id}`;
      window.dispatchEvent(new HashChangeEvent("hashchange"));
    });
    await userEvent.keyboard("s");
    expect(markAlert).toHaveBeenLastCalledWith({ id: oxalate.id, change: { mutedDays: 7 } });
  });
});
