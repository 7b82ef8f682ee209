// @vitest-environment jsdom

import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppShell } from "@/components/layout/app-shell";
import { parseTheme } from "@/components/layout/appearance";
import { DateNav } from "@/components/layout/date-nav";
import { LogButton } from "@/components/layout/log-button";
import { LOG_SHORTCUT } from "@/components/layout/log-tab";
import { PageHeader } from "@/components/layout/page-header";
import { ShortcutProvider, useShortcut } from "@/components/layout/shortcut-provider";
import { ANSWERS_LATER, TAB_BAR } from "@/components/ui/early-presses";
import { KEEP_EARLY_PRESSES } from "@/components/ui/early-presses-script";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }), usePathname: () => "/diary/2026-05-13" }));
beforeEach(() => push.mockClear());
// As the inline script of the page does.
new Function(KEEP_EARLY_PRESSES)();

const shell = (more: Partial<Parameters<typeof AppShell>[0]> = {}) =>
  render(
    <AppShell
      nav={[
        { href: "/today", label: "Today", icon: "today", also: ["/diary"] },
        { href: "/trends", label: "Trends", icon: "trends", key: "r" },
        { href: "/alerts", label: "Alerts", icon: "alerts", badge: { count: 3, label: "3 open alerts" } },
        { href: "/report", label: "Report", icon: "review", key: "p" },
      ]}
      person={{ name: "Nora", detail: "Targets: woman, 31–50", href: "/settings" }}
      logHref="/log"
      todayHref="/today"
      {...more}
    >
      <input aria-label="Food" />
    </AppShell>,
  );

describe("shell", () => {
  it("lists only the places it is given and marks the current one", () => {
    shell();
    const main = screen.getByRole("navigation", { name: "Main" });
    expect(
      within(main)
        .getAllByRole("link")
        .map((link) => link.getAttribute("href")),
    ).toEqual(["/today", "/trends", "/alerts", "/report"]);
    expect(within(main).getByRole("link", { current: "page" })).toHaveTextContent("Today");
    expect(within(main).getByRole("link", { name: /3 open alerts/ })).toHaveAttribute("href", "/alerts");
    expect(screen.queryByRole("navigation", { name: "Minerals" })).toBeNull();
  });

  it("has a skip link first and a log button in the middle of the tabs", async () => {
    shell();
    await userEvent.tab();
    expect(screen.getByRole("link", { name: "Skip to content" })).toHaveFocus();
    expect(
      document.querySelector(
        screen.getByRole("link", { name: "Skip to content" }).getAttribute("href") ?? "",
      ),
    ).toBe(screen.getByRole("main"));
    const tabs = screen.getByRole("navigation", { name: "Main, short" });
    expect(
      [...tabs.children].map(
        (tab) => tab.getAttribute("aria-label") ?? tab.textContent?.replace("33 open alerts", ""),
      ),
    ).toEqual(["Today", "Trends", "Log food", "Alerts", "More"]);
  });

  it("opens the rest of the places from More", async () => {
    shell({ minerals: [{ mineral: "iron", href: "/minerals/iron" }] });
    await userEvent.click(screen.getByRole("button", { name: "More" }));
    const links = within(await screen.findByRole("dialog", { name: "More" })).getAllByRole("link");
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "/report",
      "/minerals/iron",
      "/settings",
    ]);
  });
});

const Palette = ({ open }: { open: () => void }) => {
  useShortcut({ id: LOG_SHORTCUT, keys: ["l"], label: "Log food", run: open });
  return <LogButton href="/log" />;
};

describe("shortcuts", () => {
  it("that were pressed before their code was here are carried out, once; others are left alone", async () => {
    const press = (init: KeyboardEventInit) =>
      fireEvent.keyDown(document.body, { bubbles: true, cancelable: true, ...init });
    const early = document.createElement("nav");
    early.id = TAB_BAR;
    early.setAttribute(ANSWERS_LATER, "");
    document.body.append(early);
    press({ key: "r" });
    press({ key: "l" });
    // The browser would go to its address bar.
    expect(press({ key: "k", ctrlKey: true })).toBe(false);
    press({ key: "l", altKey: true });
    press({ key: "l", repeat: true });
    early.remove();
    expect(push).not.toHaveBeenCalled();
    const { unmount } = shell();
    expect(push.mock.calls).toEqual([["/log"], ["/log"]]);
    unmount();
    shell();
    press({ key: "?" });
    await screen.findByRole("dialog");
    expect(push).toHaveBeenCalledTimes(2);
  });

  it("lead to places by one key or two", () => {
    shell();
    fireEvent.keyDown(document.body, { key: "l" });
    fireEvent.keyDown(document.body, { key: "t" });
    fireEvent.keyDown(document.body, { key: "g" });
    fireEvent.keyDown(document.body, { key: "r" });
    fireEvent.keyDown(document.body, { key: "r" });
    expect(push.mock.calls.flat()).toEqual(["/log", "/today", "/trends"]);
  });

  it("keep quiet while someone types, except those with Ctrl", () => {
    shell();
    const input = screen.getByRole("textbox", { name: "Food" });
    fireEvent.keyDown(input, { key: "l" });
    fireEvent.keyDown(input, { key: "t" });
    fireEvent.keyDown(input, { key: "?" });
    expect(push).not.toHaveBeenCalled();
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.keyDown(input, { key: "k", ctrlKey: true });
    expect(push).toHaveBeenCalledWith("/log");
  });

  it("leave combinations of the browser alone", () => {
    shell();
    fireEvent.keyDown(document.body, { key: "l", ctrlKey: true });
    fireEvent.keyDown(document.body, { key: "t", altKey: true });
    fireEvent.keyDown(document.body, { key: "ArrowLeft" });
    expect(push).not.toHaveBeenCalled();
  });

  it("can be switched off, all but those with Ctrl", () => {
    shell({ singleKeys: false });
    fireEvent.keyDown(document.body, { key: "l" });
    fireEvent.keyDown(document.body, { key: "?" });
    expect(push).not.toHaveBeenCalled();
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.keyDown(document.body, { key: "k", metaKey: true });
    expect(push).toHaveBeenCalledWith("/log");
  });

  it("are listed on ?, and rest while a dialog is open", async () => {
    shell();
    fireEvent.keyDown(document.body, { key: "?" });
    const list = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    expect(
      within(list)
        .getAllByRole("term")
        .map((term) => term.textContent),
    ).toEqual(["Log food", "Today", "Go to Trends", "Go to Report", "This list"]);
    fireEvent.keyDown(within(list).getByRole("button", { name: "Close" }), { key: "l" });
    expect(push).not.toHaveBeenCalled();
  });

  it("give way to what is registered last, and come back", async () => {
    const open = vi.fn();
    const { unmount } = render(
      <ShortcutProvider>
        <Palette open={open} />
      </ShortcutProvider>,
    );
    fireEvent.keyDown(document.body, { key: "L", shiftKey: true });
    await userEvent.click(screen.getByRole("link", { name: /Log food/ }));
    expect(open).toHaveBeenCalledTimes(2);
    unmount();
    fireEvent.keyDown(document.body, { key: "l" });
    expect(open).toHaveBeenCalledTimes(2);
  });
});

describe("day navigation", () => {
  const nav = (next: string | null) =>
    render(
      <ShortcutProvider>
        <DateNav date="2026-05-14" previous="/diary/2026-05-13" next={next} base="/diary/" />
      </ShortcutProvider>,
    );

  it("steps by link and by arrow key, and not beyond its end", () => {
    nav(null);
    expect(screen.getByRole("link", { name: "Previous day" })).toHaveAttribute("href", "/diary/2026-05-13");
    expect(screen.getByRole("button", { name: "Next day" })).toBeDisabled();
    fireEvent.keyDown(document.body, { key: "ArrowLeft" });
    fireEvent.keyDown(document.body, { key: "ArrowRight" });
    expect(push.mock.calls.flat()).toEqual(["/diary/2026-05-13"]);
  });

  it("goes to any chosen day", async () => {
    nav("/diary/2026-05-15");
    await userEvent.click(screen.getByRole("button", { name: "Choose a date" }));
    const field = await screen.findByLabelText("Go to a day");
    await waitFor(() => expect(field).toHaveFocus());
    fireEvent.change(field, { target: { value: "2025-12-31" } });
    await userEvent.click(screen.getByRole("button", { name: "Go" }));
    expect(push).toHaveBeenCalledWith("/diary/2025-12-31");
    expect(screen.queryByLabelText("Go to a day")).toBeNull();
  });
});

describe("page header and theme", () => {
  it("has one heading", () => {
    render(<PageHeader title="Today" detail="Thursday 14 May" />);
    expect(screen.getByRole("heading", { level: 1, name: "Today" })).toBeInTheDocument();
  });

  it("takes only the two themes from a cookie", () => {
    expect([
      parseTheme("dark"),
      parseTheme("light"),
      parseTheme('"><script>'),
      parseTheme(undefined),
    ]).toEqual(["dark", "light", undefined, undefined]);
  });
});
