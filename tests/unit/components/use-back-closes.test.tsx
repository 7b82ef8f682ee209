// @vitest-environment jsdom
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useBackCloses } from "@/components/ui/use-back-closes";

/** What the router hears of, as its own listener would. */
const heard = vi.fn();
const back = () => act(() => window.history.back());

beforeEach(() => {
  window.history.pushState({ page: "before" }, "", "/before");
  window.history.pushState({ page: "the day" }, "", "/today");
  window.addEventListener("popstate", heard);
});
afterEach(() => {
  window.removeEventListener("popstate", heard);
  heard.mockReset();
});

const Layer = () => {
  const [open, setOpen] = useState(false);
  const leave = useBackCloses(open, () => setOpen(false));
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <div role="dialog">
          <button type="button" onClick={() => setOpen(false)}>
            Close
          </button>
          <button
            type="button"
            onClick={() => {
              leave();
              setOpen(false);
              window.history.replaceState({ page: "a new food" }, "", "/foods/new");
            }}
          >
            Follow
          </button>
        </div>
      )}
    </>
  );
};
const opened = async () => {
  const user = userEvent.setup();
  render(<Layer />);
  await user.click(screen.getByText("Open"));
  // The state of the page goes into the entry of the layer; here it is marked to tell the two apart.
  expect(window.history.state).toEqual({ page: "the day" });
  window.history.replaceState({ page: "the layer" }, "");
  return user;
};
const at = () => [window.history.state?.page, window.location.pathname];

describe("Back while a layer is open", () => {
  it("closes it, and the page stays; the next Back leaves", async () => {
    await opened();
    back();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(at()).toEqual(["the day", "/today"]);
    expect(heard).not.toHaveBeenCalled();
    back();
    await waitFor(() => expect(at()).toEqual(["before", "/before"]));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("needs no step more after the layer was closed otherwise", async () => {
    const user = await opened();
    await user.click(screen.getByText("Close"));
    await waitFor(() => expect(at()).toEqual(["the day", "/today"]));
    expect(heard).not.toHaveBeenCalled();
    back();
    await waitFor(() => expect(at()).toEqual(["before", "/before"]));
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("leads from a page that a link in the layer led to back to the page under it", async () => {
    const user = await opened();
    await user.click(screen.getByText("Follow"));
    expect(at()).toEqual(["a new food", "/foods/new"]);
    back();
    await waitFor(() => expect(at()).toEqual(["the day", "/today"]));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
