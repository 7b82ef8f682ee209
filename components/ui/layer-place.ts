// Where a layer over the page stands, and what beside it may be pressed.

/**
 * A ref for a sheet: keeps `--keyboard` on it, the height in pixels by which an on-screen keyboard lies on the lower
 * edge of the page. It is 0 where the keyboard makes the page itself smaller, and while the page is magnified.
 */
export const keepAboveKeyboard = (node: HTMLElement | null): (() => void) | undefined => {
  if (node === null) return undefined;
  const viewport = window.visualViewport;
  const place = () => {
    const covered =
      viewport && viewport.scale < 1.01 ? window.innerHeight - viewport.height - viewport.offsetTop : 0;
    node.style.setProperty("--keyboard", `${Math.max(0, Math.round(covered))}px`);
  };
  place();
  viewport?.addEventListener("resize", place);
  viewport?.addEventListener("scroll", place);
  return () => {
    viewport?.removeEventListener("resize", place);
    viewport?.removeEventListener("scroll", place);
  };
};

/** For a Radix layer: pressing a toast, which lies outside, leaves it open. */
export const keepOpenForToast = (event: Event): void => {
  if (event.target instanceof Element && event.target.closest("[data-sonner-toaster]") !== null)
    event.preventDefault();
};
