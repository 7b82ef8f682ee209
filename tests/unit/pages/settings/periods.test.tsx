// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { kindsAskedOf } from "@/app/_profile/asked";
import { PeriodForm } from "@/app/(app)/settings/_components/period-form";
import { PeriodsList } from "@/app/(app)/settings/_components/periods-list";
import type { PeriodView, ProfileView } from "@/lib/profile/schemas";

const server = vi.hoisted(() => ({ savePeriod: vi.fn(), removePeriod: vi.fn(), showToast: vi.fn() }));
vi.mock("@/app/(app)/settings/actions", () => server);
vi.mock("@/components/ui/toast", () => ({ showToast: server.showToast }));

const TODAY = "2026-11-22";
const period = (id: string, told: Partial<PeriodView>): PeriodView => ({
  id,
  kind: "pregnant",
  weightKg: null,
  from: null,
  to: null,
  ...told,
});
const PREGNANT = period("a", { from: "2026-03-03", to: "2026-11-12" });
const WEIGHT = period("b", { kind: "weight", weightKg: 61.5 });

/** Without the spaces that do not break. */
const plain = (text: string | null | undefined) => (text ?? "").replaceAll("\u00A0", " ");
const choicesOf = (periods: PeriodView[], sex: ProfileView["sex"] = "female") => {
  const birthDate = "1990-05-01";
  return { periods, kinds: kindsAskedOf({ birthDate, sex }, TODAY), sex, birthDate, today: TODAY };
};
const add = (periods: PeriodView[]) => render(<PeriodForm period={null} {...choicesOf(periods)} />);
const row = (name: RegExp): HTMLElement => {
  const found = screen.getAllByRole("listitem").find((item) => name.test(plain(item.textContent)));
  if (!found) throw new Error(`No row ${name}.`);
  return found;
};
const type = (label: string, value: string, within_: HTMLElement = document.body) =>
  fireEvent.change(within(within_).getByLabelText(label), { target: { value } });
const press = (name: string, within_: HTMLElement = document.body) =>
  fireEvent.click(within(within_).getByRole("button", { name, hidden: true }));
const refuse = (code: string, fields: object) =>
  server.savePeriod.mockResolvedValue({ ok: false, error: { code, message: "No.", fields } });

beforeEach(() => {
  server.savePeriod.mockReset().mockResolvedValue({ ok: true });
  server.removePeriod.mockReset().mockResolvedValue({ ok: true });
  server.showToast.mockReset();
});
afterEach(cleanup);

describe("11.16 the list of what held when", () => {
  test("says each period in plain words, the latest first", () => {
    render(<PeriodsList {...choicesOf([WEIGHT, PREGNANT])} />);
    const words = [...document.querySelectorAll("summary")].map((summary) => plain(summary.textContent));
    expect(words).toEqual([
      "Pregnant, 3 March 2026 to 12 November 2026",
      "Weight 61.5 kg, from the beginning until now",
    ]);
  });

  test("folds away what is older than the latest six", () => {
    const weights = Array.from({ length: 9 }, (_, n) =>
      period(`w${n}`, { kind: "weight", weightKg: 60 + n, from: `201${n}-01-01`, to: `201${n}-12-31` }),
    );
    render(<PeriodsList {...choicesOf(weights)} />);
    const more = screen.getByText("3 more, from before").closest("details");
    expect([...(more?.querySelectorAll("li") ?? [])]).toHaveLength(3);
    expect(plain(more?.textContent)).toContain("Weight 60 kg");
  });

  test("corrects a period under its id, with kilograms as people type them", async () => {
    render(<PeriodsList {...choicesOf([WEIGHT])} />);
    type("Weight", "62,5");
    type("Last day", "2026-01-31");
    press("Save");
    await waitFor(() => expect(server.showToast).toHaveBeenCalled());
    expect(server.savePeriod).toHaveBeenCalledWith({ ...WEIGHT, weightKg: 62.5, to: "2026-01-31" });
  });

  test("removes at once, offers to undo, and hands the focus to the next", async () => {
    const { rerender } = render(<PeriodsList {...choicesOf([WEIGHT, PREGNANT])} />);
    const button = within(row(/^Pregnant/)).getByRole("button", { name: "Remove", hidden: true });
    button.focus();
    fireEvent.click(button);
    await waitFor(() => expect(server.showToast).toHaveBeenCalled());
    expect(server.removePeriod).toHaveBeenCalledWith({ id: "a" });
    rerender(<PeriodsList {...choicesOf([WEIGHT])} />);
    await waitFor(() => expect(plain(document.activeElement?.textContent)).toMatch(/^Weight 61.5 kg/));
    server.showToast.mock.calls[0]?.[1].onUndo();
    await waitFor(() => expect(server.savePeriod).toHaveBeenCalledWith(PREGNANT));
  });

  test("lets a man remove what is told of women, and no more", () => {
    render(<PeriodsList {...choicesOf([WEIGHT, PREGNANT], "male")} />);
    const buttons = (name: RegExp) =>
      within(row(name))
        .getAllByRole("button", { hidden: true })
        .map((button) => button.textContent);
    expect(buttons(/^Pregnant/)).toEqual(["Remove"]);
    expect(buttons(/^Weight/)).toEqual(["Save", "Remove"]);
    expect(row(/^Pregnant/).textContent).toContain("Not used");
  });
});

describe("11.16 the form that adds what held", () => {
  test("takes an empty first day as from the beginning", async () => {
    add([]);
    type("What held", "lactating");
    type("Last day", "2026-06-01");
    press("Add");
    await waitFor(() => expect(server.showToast).toHaveBeenCalled());
    expect(server.savePeriod).toHaveBeenCalledWith({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      kind: "lactating",
      weightKg: null,
      from: null,
      to: "2026-06-01",
    });
  });

  test("says which field is wrong, and keeps what was typed", async () => {
    refuse("invalid", { to: "must not be before the first day" });
    add([]);
    type("First day", "2026-03-03");
    type("Last day", "2026-03-01");
    press("Add");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Last day must not be before the first day");
    const last = screen.getByLabelText("Last day") as HTMLInputElement;
    expect([last.value, last.getAttribute("aria-invalid")]).toEqual(["2026-03-01", "true"]);
  });

  test("leaves the focus in a field that is corrected after an answer", async () => {
    refuse("invalid", { to: "must not be before the first day" });
    add([]);
    press("Add");
    await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("alert"));
    const last = screen.getByLabelText("Last day");
    last.focus();
    type("Last day", "2026-03-04");
    expect(document.activeElement).toBe(last);
  });

  test("names the period that is in the way", async () => {
    refuse("conflict", { from: "overlaps another period" });
    add([WEIGHT, PREGNANT]);
    type("What held", "lactating");
    type("First day", "2026-11-01");
    press("Add");
    const alert = await screen.findByRole("alert");
    expect(plain(alert.textContent)).toContain(
      "First day overlaps “Pregnant, 3 March 2026 to 12 November 2026”",
    );
  });

  test("offers only what can have held of the person", () => {
    const of = (birthDate: string | null, sex: ProfileView["sex"]) => kindsAskedOf({ birthDate, sex }, TODAY);
    for (const sex of ["male", null] as const) expect(of("1980-01-01", sex)).toEqual(["weight"]);
    expect(of(null, "female")).toEqual(["weight"]);
    expect(of("2020-01-01", "female")).toEqual(["weight"]);
    expect(of("2010-01-01", "female")).toContain("growth-spurt");
    expect(of("2010-01-01", "female")).not.toContain("hormone-therapy");
    expect(of("1980-01-01", "female")).toContain("hormone-therapy");
    expect(of("1980-01-01", "female")).not.toContain("growth-spurt");
  });
});
