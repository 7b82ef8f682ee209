/** Marks a part of the page whose buttons do not answer yet. */
export const ANSWERS_LATER = "data-answers-later";

/** The id of the tab bar of a phone, the part that is there first. */
export const TAB_BAR = "tab-bar";

declare global {
  interface Window {
    earlyPresses?: HTMLElement[];
    /** The keys of shortcuts that were pressed before the frame answers to any. */
    earlyKeys?: KeyboardEvent[];
    /** The last press of a pointer. */
    lastPress?: MouseEvent;
    /** Whether a key is held so that it repeats. */
    keyHeld?: boolean;
  }
}

/** Says that a part of the page answers now, and carries out the presses that were kept for it, in their order. */
export const releaseEarlyPresses = (part: Element): void => {
  part.removeAttribute(ANSWERS_LATER);
  const kept = window.earlyPresses ?? [];
  const ready = kept.filter((button) => part.contains(button) && !button.closest(`[${ANSWERS_LATER}]`));
  window.earlyPresses = kept.filter((button) => !ready.includes(button));
  // The second press of a double press is none.
  for (const button of new Set(ready)) queueMicrotask(() => button.click());
};
