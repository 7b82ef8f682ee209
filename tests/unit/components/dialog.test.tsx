// @vitest-environment jsdom
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { FormError } from "@/components/forms/form-error";
import { Dialog } from "@/components/ui/dialog";
import { DropdownMenu } from "@/components/ui/dropdown-menu";

beforeEach(() => {
  window.history.pushState({ page: "before" }, "", "/before");
  window.history.pushState({ page: "the day" }, "", "/today");
});

const back = () => act(() => window.history.back());
const at = () => [window.history.state?.page, window.location.pathname];
const gone = (name: string) => waitFor(() => expect(screen.queryByRole("dialog", { name })).toBeNull());
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));

const WRONG = { fields: { amount: "must be above 0" } };

const Sheets = () => {
  const [open, setOpen] = useState<"edit" | "scan" | null>(null);
  return (
    <>
      <button type="button" onClick={() => setOpen("edit")}>
        Edit eggs
      </button>
      <DropdownMenu
        trigger={<button type="button">Change eggs</button>}
        actions={[{ label: "Move", onSelect: () => setOpen("edit") }]}
      />
      {open !== null && (
        <Dialog open onOpenChange={(next) => !next && setOpen(null)} title="Edit">
          <button type="button" onClick={() => setOpen("scan")}>
            Scan
          </button>
          <a
            href="/foods/1"
            onClick={(event) => {
              event.preventDefault();
              window.history.pushState({ page: "a food" }, "", "/foods/1");
              setOpen(null);
            }}
          >
            Its page
          </a>
          <FormError state={WRONG} labels={{ amount: "Amount" }} />
          <input id="amount" />
          {open === "scan" && (
            <Dialog open onOpenChange={(next) => !next && setOpen("edit")} title="Scan">
              Hold it still
            </Dialog>
          )}
        </Dialog>
      )}
    </>
  );
};

describe("fault 12: a sheet", () => {
  it("closes with Back, and the page stays; the next Back leaves it", async () => {
    const user = userEvent.setup();
    render(<Sheets />);
    await user.click(screen.getByText("Edit eggs"));
    back();
    await gone("Edit");
    expect(at()).toEqual(["the day", "/today"]);
    expect(document.activeElement).toBe(screen.getByText("Edit eggs"));
    await settled();
    back();
    await waitFor(() => expect(at()).toEqual(["before", "/before"]));
  });

  it("that lies on another closes alone, with the focus where it was; each Back closes one", async () => {
    const user = userEvent.setup();
    render(<Sheets />);
    await user.click(screen.getByText("Edit eggs"));
    await user.click(screen.getByText("Scan"));
    screen.getByRole("dialog", { name: "Scan" });
    back();
    await gone("Scan");
    expect(document.activeElement).toBe(screen.getByText("Scan"));
    screen.getByRole("dialog", { name: "Edit" });
    back();
    await gone("Edit");
    await settled();
    expect(at()).toEqual(["the day", "/today"]);
    back();
    await waitFor(() => expect(at()).toEqual(["before", "/before"]));
  });

  it("leaves the history as it was when Esc closes it and the one under it", async () => {
    const user = userEvent.setup();
    render(<Sheets />);
    await user.click(screen.getByText("Edit eggs"));
    await user.click(screen.getByText("Scan"));
    await user.keyboard("{Escape}");
    await gone("Scan");
    await user.keyboard("{Escape}");
    await gone("Edit");
    expect(document.activeElement).toBe(screen.getByText("Edit eggs"));
    await settled();
    back();
    await waitFor(() => expect(at()).toEqual(["before", "/before"]));
  });

  it("gives the focus back to the button of the menu that opened it", async () => {
    const user = userEvent.setup();
    render(<Sheets />);
    await user.click(screen.getByText("Change eggs"));
    await user.click(await screen.findByRole("menuitem", { name: "Move" }));
    await screen.findByRole("dialog", { name: "Edit" });
    await user.keyboard("{Escape}");
    await gone("Edit");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText("Change eggs")));
  });

  it("is no step on the way back from a page that a link in it led to", async () => {
    const user = userEvent.setup();
    render(<Sheets />);
    await user.click(screen.getByText("Edit eggs"));
    await user.click(screen.getByText("Its page"));
    await waitFor(() => expect(at()).toEqual(["a food", "/foods/1"]));
    await settled();
    back();
    await waitFor(() => expect(at()).toEqual(["the day", "/today"]));
    back();
    await waitFor(() => expect(at()).toEqual(["before", "/before"]));
  });

  it("stays open while a link in it leads to one of its fields", async () => {
    const user = userEvent.setup();
    render(<Sheets />);
    await user.click(screen.getByText("Edit eggs"));
    await user.click(screen.getByText("Amount"));
    expect(document.activeElement).toBe(document.getElementById("amount"));
    expect(at()).toEqual(["the day", "/today"]);
  });
});
