"use client";

import {
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { ANSWERS_LATER, releaseEarlyPresses } from "./early-presses";
import { untilLoaded, whenIdle } from "./load-code";

/** Events that show that the page is about to be used; a screen reader may send a click alone. */
const SIGNS_OF_USE = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel", "click"] as const;
let settled: Promise<void> | null = null;

/** Resolves once, when the first page is drawn and the browser is idle, or earlier at the first sign of use. */
const firstPageSettled = (): Promise<void> => {
  settled ??= new Promise((resolve) => {
    const done = async () => {
      for (const sign of SIGNS_OF_USE) removeEventListener(sign, done, true);
      resolve();
    };
    for (const sign of SIGNS_OF_USE) addEventListener(sign, done, { capture: true, passive: true });
    if (window.earlyPresses?.length) done();
    else whenIdle(done);
  });
  return settled;
};

/**
 * Whether the first page is settled: what is fetched ahead, such as the pages that links lead to, waits for it, since on a
 * slow network it would hold up what the page itself needs.
 */
export const useFirstPageSettled = (): boolean => {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => void firstPageSettled().then(() => setSettled(true)), []);
  return isSettled;
};

/** The placeholder while the component's code is fetched; rendered on the server, it costs no script. */
type Waiting = { readonly waiting?: ReactNode };

/**
 * A component whose HTML comes from the server with the page, and whose code comes when the browser is idle or the
 * person reaches for the page. Until then it looks as it will; links work, and the press of a button is kept and carried
 * out. After a navigation inside the app the code is fetched at once and `fallback`, or what is given as `waiting`, stands in for it meanwhile.
 */
export const hydrateLater = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  fallback: () => ReactNode = () => null,
) => {
  const Code = lazy(async () => {
    if (typeof window !== "undefined") await firstPageSettled();
    // Until it is here the server's HTML stays in place; without a network there is nothing else to show.
    return { default: await untilLoaded(load) };
  });
  // biome-ignore lint/correctness/noComponentHookFactories: called once a module, like React's lazy
  const HydrateLater = ({ waiting = fallback(), ...props }: P & Waiting) => {
    const place = useRef<HTMLDivElement>(null);
    return (
      <div ref={place} className="contents" {...{ [ANSWERS_LATER]: "" }} suppressHydrationWarning>
        <Suspense fallback={waiting}>
          <Code {...(props as unknown as P)} />
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
    if (place.current) releaseEarlyPresses(place.current);
  }, [place]);
  return null;
};
