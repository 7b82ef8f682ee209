// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { useSubmit } from "@/app/_forms/use-submit";
import { FormError, type FormState } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { LinkShortcut, ShortcutProvider } from "@/components/layout/shortcut-provider";

const push = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

const followed = vi.fn();
const send = vi.fn<() => Promise<FormState>>();

const Page = () => {
  const element = useRef<HTMLFormElement>(null);
  const [name, setName] = useState("Oats");
  const { form, state, pending, button } = useSubmit(send);
  return (
    <ShortcutProvider>
      <LinkShortcut id="today" keys={["t"]} label="Today" href="/today" />
      <form {...form} ref={element}>
        <LeaveGuard value={name} form={element} submit={{ state, pending }} />
        <FormError state={state} labels={{ name: "Name" }} />
        <input id="name" aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} />
        <input name="weight" aria-label="Weight" defaultValue="30" />
        <button {...button}>Save</button>
      </form>
      <a
        href="/trends"
        onClick={(event) => {
          event.preventDefault();
          followed();
        }}
      >
        Trends
      </a>
    </ShortcutProvider>
  );
};

const question = () => screen.findByRole("dialog", { name: "Leave without saving?" });
const asksNothing = () => expect(screen.queryByRole("dialog")).toBeNull();
const reload = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
const at = () => window.location.pathname;

beforeEach(() => {
  vi.resetAllMocks();
  window.history.pushState({}, "", "/foods");
  window.history.pushState({}, "", "/foods/new");
});

const opened = () => {
  const user = userEvent.setup();
  render(<Page />);
  return user;
};

describe("fault 13: leaving a changed form", () => {
  it("asks before a link is followed; to stay keeps what is typed, to leave follows it", async () => {
    const user = opened();
    await user.type(screen.getByLabelText("Name"), "!");
    await user.click(screen.getByText("Trends"));
    await question();
    expect(followed).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Stay" }));
    asksNothing();
    expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Oats!");
    await user.click(screen.getByText("Trends"));
    await question();
    await user.click(screen.getByRole("button", { name: "Leave without saving" }));
    await waitFor(() => expect(followed).toHaveBeenCalledTimes(1));
    asksNothing();
  });

  it("asks before Back, a reload and a shortcut leave it", async () => {
    const user = opened();
    await user.type(screen.getByLabelText("Weight"), "0");
    expect(reload()).toBe(false);
    act(() => window.history.back());
    await question();
    expect(at()).toBe("/foods/new");
    await user.click(screen.getByRole("button", { name: "Stay" }));
    fireEvent.keyDown(document.body, { key: "t" });
    await question();
    expect(push).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Leave without saving" }));
    await waitFor(() => expect(push).toHaveBeenCalledWith("/today"));
  });

  it("leaves by Back to the page before, once that is confirmed", async () => {
    const user = opened();
    await user.type(screen.getByLabelText("Name"), "!");
    await waitFor(() => expect(reload()).toBe(false));
    act(() => window.history.back());
    await question();
    await user.click(screen.getByRole("button", { name: "Leave without saving" }));
    await waitFor(() => expect(at()).toBe("/foods"));
  });

  it("asks nothing while nothing is changed, or it is changed back", async () => {
    const user = opened();
    expect(reload()).toBe(true);
    await user.click(screen.getByText("Trends"));
    expect(followed).toHaveBeenCalledTimes(1);
    await user.type(screen.getByLabelText("Name"), "!");
    await user.type(screen.getByLabelText("Name"), "{Backspace}");
    expect(reload()).toBe(true);
    await user.click(screen.getByText("Trends"));
    expect(followed).toHaveBeenCalledTimes(2);
    asksNothing();
  });

  it("asks nothing after it was saved, and again after the next change", async () => {
    const user = opened();
    send.mockResolvedValue({ ok: true });
    await user.type(screen.getByLabelText("Name"), "!");
    await user.click(screen.getByText("Save"));
    await waitFor(() => expect(reload()).toBe(true));
    await user.click(screen.getByText("Trends"));
    expect(followed).toHaveBeenCalledTimes(1);
    await user.type(screen.getByLabelText("Weight"), "5");
    expect(reload()).toBe(false);
  });

  it("asks nothing where a save that failed leads to its field, and still before leaving", async () => {
    const user = opened();
    send.mockResolvedValue({ message: "Please check:", fields: { name: "must not be empty" } });
    await user.type(screen.getByLabelText("Name"), "!");
    await user.click(screen.getByText("Save"));
    await user.click(await screen.findByRole("link", { name: "Name" }));
    asksNothing();
    await user.click(screen.getByText("Trends"));
    await question();
  });
});
