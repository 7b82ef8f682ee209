// @vitest-environment jsdom

import { Writable } from "node:stream";
import { act, render, screen } from "@testing-library/react";
import { type ComponentType, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToPipeableStream } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { KEEP_EARLY_PRESSES } from "@/components/ui/early-presses-script";

const Counter = ({ word }: { word: string }) => {
  const [presses, setPresses] = useState(0);
  return (
    <>
      <button type="button" onClick={() => setPresses(presses + 1)}>
        {word} {presses}
      </button>
      <a href="/elsewhere">elsewhere</a>
    </>
  );
};

/** What the server sends, when all of it is there. */
const serverHtml = (element: React.ReactElement): Promise<string> =>
  new Promise((resolve, reject) => {
    let html = "";
    const sink = new Writable({
      write(chunk, _, done) {
        html += String(chunk);
        done();
      },
    });
    sink.on("finish", () => resolve(html));
    const stream = renderToPipeableStream(element, { onAllReady: () => stream.pipe(sink), onError: reject });
  });

/** A fresh copy of the module: it waits for the first page once. */
const fresh = async () => {
  vi.resetModules();
  return (await import("@/components/ui/hydrate-later")).hydrateLater;
};

const hydrated = async (load: () => Promise<ComponentType<{ word: string }>>) => {
  const onServer = await fresh();
  const { window: browser } = globalThis;
  vi.stubGlobal("window", undefined);
  const Sent = onServer(async () => Counter);
  const html = await serverHtml(<Sent word="pressed" />);
  vi.stubGlobal("window", browser);
  const hydrateLater = await fresh();
  const Later = hydrateLater(load);
  const root = document.createElement("div");
  root.innerHTML = html;
  document.body.append(root);
  await act(async () => void hydrateRoot(root, <Later word="pressed" />));
  return root;
};

// As the inline script of the page does.
new Function(KEEP_EARLY_PRESSES)();

afterEach(() => {
  window.earlyPresses = [];

  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("a component that is hydrated later", () => {
  it("shows the server's HTML at once, and fetches its code at the first sign of use", async () => {
    const load = vi.fn(async () => Counter);
    const root = await hydrated(load);
    const button = screen.getByRole("button", { name: "pressed 0" });
    expect(load).not.toHaveBeenCalled();
    await act(async () => void window.dispatchEvent(new Event("pointermove")));
    expect(load).toHaveBeenCalledOnce();
    // The same element: nothing was drawn again.
    expect(root.contains(button)).toBe(true);
    await act(async () => button.click());
    expect(button).toHaveTextContent("pressed 1");
  });

  it("carries out a press that came before its code, once; a click alone, as of a screen reader, fetches it", async () => {
    let arrive: (code: typeof Counter) => void = () => {};
    const load = vi.fn(() => new Promise<typeof Counter>((resolve) => (arrive = resolve)));
    await hydrated(load);
    const button = screen.getByRole("button");
    await act(async () => button.click());
    expect(button).toHaveTextContent("pressed 0");
    expect(load).toHaveBeenCalledOnce();
    await act(async () => arrive(Counter));
    expect(button).toHaveTextContent("pressed 1");
    await act(async () => button.click());
    expect(button).toHaveTextContent("pressed 2");
  });

  it("carries out once a press that comes when its code is here and not yet drawn", async () => {
    let arrive: (code: typeof Counter) => void = () => {};
    await hydrated(() => new Promise<typeof Counter>((resolve) => (arrive = resolve)));
    const button = screen.getByRole("button");
    await act(async () => void window.dispatchEvent(new Event("pointerdown")));
    await act(async () => {
      arrive(Counter);
      // React knows of the code after some microtasks, and draws in a later task; a press makes it draw at once.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      button.click();
    });
    expect(button).toHaveTextContent("pressed 1");
  });

  it("leaves links to the browser", async () => {
    await hydrated(async () => Counter);
    const link = screen.getByRole("link");
    // jsdom cannot navigate.
    link.setAttribute("href", "#elsewhere");
    const press = new MouseEvent("click", { bubbles: true, cancelable: true });
    link.dispatchEvent(press);
    expect(press.defaultPrevented).toBe(false);
    link.setAttribute("data-press", "");
    const kept = new MouseEvent("click", { bubbles: true, cancelable: true });
    link.dispatchEvent(kept);
    expect(kept.defaultPrevented).toBe(true);
  });

  it("tries again when its code cannot be fetched, and the HTML stays", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const load = vi.fn(async () => Counter).mockRejectedValueOnce(new TypeError("no network"));
    await hydrated(load);
    await act(async () => void window.dispatchEvent(new Event("keydown")));
    expect(screen.getByRole("button")).toHaveTextContent("pressed 0");
    await act(async () => vi.advanceTimersByTimeAsync(3000));
    expect(load).toHaveBeenCalledTimes(2);
    await act(async () => screen.getByRole("button").click());
    expect(screen.getByRole("button")).toHaveTextContent("pressed 1");
  });

  it("shows what stands in for it when it comes by a navigation inside the app", async () => {
    const hydrateLater = await fresh();
    let arrive: (code: typeof Counter) => void = () => {};
    const Later = hydrateLater(() => new Promise<typeof Counter>((resolve) => (arrive = resolve)));
    await act(async () => void render(<Later word="waiting" waiting={<p>waiting…</p>} />));
    expect(screen.getByText("waiting…")).toBeInTheDocument();
    await act(async () => void window.dispatchEvent(new Event("pointermove")));
    await act(async () => arrive(Counter));
    expect(screen.getByRole("button")).toHaveTextContent("waiting 0");
  });
});
