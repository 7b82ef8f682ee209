"use client";

import { type ComponentType, lazy, type ReactNode, Suspense, useLayoutEffect, useRef } from "react";
import { whenIdle } from "./when-idle";

/** Any of these says that the person is about to use the page. */
const SIGNS_OF_USE = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel"] as const;
/** How long a fetch that failed waits before it is tried again, in milliseconds. */
const RETRY_MS = 3000;

let settled: Promise<void> | null = null;

/** Resolves once, when the first page is drawn and the browser is idle, or earlier at the first sign of use. */
const firstPageSettled = (): Promise<void> => {
  settled ??= new Promise((resolve) => {
    const done = async () => {
      for (const sign of SIGNS_OF_USE) removeEventListener(sign, done, true);
      resolve();
    };
    for (const sign of SIGNS_OF_USE) addEventListener(sign, done, { capture: true, passive: true });
    whenIdle(done);
  });
  return settled;
};

const untilLoaded = async <T,>(load: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await load();
    } catch {
      // The server's HTML stays in place meanwhile; without a network there is nothing else to show.
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
};

const PENDING = "data-hydrates-later";
/** What does something by script alone; a link marked so has an address only for a browser without it. */
const PRESSABLE = "button[type=button], a[data-press]";
/** Pressed before their code was here, in the order of the presses. */
let pressed: HTMLElement[] = [];
if (typeof document !== "undefined") {
  document.addEventListener(
    "click",
    (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>(PRESSABLE) : null;
      if (!button?.closest(`[${PENDING}]`)) return;
      event.preventDefault();
      pressed.push(button);
    },
    true,
  );
}

/**
 * A component whose HTML comes from the server with the page, and whose code comes when the browser is idle or the
 * person reaches for the page. Until then it looks as it will; links work, and the press of a button is kept and carried
 * out. After a navigation inside the app the code is fetched at once and `fallback` stands in for it meanwhile.
 */
export const hydrateLater = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  fallback: (props: P) => ReactNode = () => null,
) => {
  const Code = lazy(async () => {
    if (typeof window !== "undefined") await firstPageSettled();
    return { default: await untilLoaded(load) };
  });
  // biome-ignore lint/correctness/noComponentHookFactories: called once a module, like React's lazy
  const HydrateLater = (props: P) => {
    const place = useRef<HTMLDivElement>(null);
    return (
      <div ref={place} className="contents" {...{ [PENDING]: "" }} suppressHydrationWarning>
        <Suspense fallback={fallback(props)}>
          <Code {...props} />
          <Hydrated place={place} />
        </Suspense>
      </div>
    );
  };
  return HydrateLater;
};

/** Stands beside the component in its boundary, so that its effect runs when the component answers to presses. */
const Hydrated = ({ place }: { place: React.RefObject<HTMLDivElement | null> }) => {
  useLayoutEffect(() => {
    const inside = place.current;
    if (!inside) return;
    inside.removeAttribute(PENDING);
    const mine = pressed.filter((button) => inside.contains(button));
    pressed = pressed.filter((button) => !mine.includes(button));
    for (const button of mine) queueMicrotask(() => button.click());
  }, [place]);
  return null;
};
