import { ANSWERS_LATER, TAB_BAR } from "./early-presses";

// Apart from what releases them: the server writes it into the page, and no page loads it a second time.

/** What does something by script alone. A link marked with `data-press` has an address only for a browser without script. */
const PRESSABLE = "button[type=button], a[data-press]";

/**
 * The text of an inline script that runs before all others. It keeps the presses of buttons that do not answer yet, for
 * `releaseEarlyPresses`: on a phone a button can be seen a second or two before its code is here. React must not see
 * a press that is kept: it draws at once what is pressed when the code has just come, and would carry it out, too.
 *
 * It also keeps L, ? and Ctrl or ⌘ K until the frame answers, and, for `second-press.ts`, where the last press was, since
 * the second of a double press may come when the code is here, and whether a key is held.
 */
export const KEEP_EARLY_PRESSES = `document.addEventListener("pointerdown", (event) => {
  window.lastPress = event;
}, true);
document.addEventListener("keyup", () => {
  window.keyHeld = false;
}, true);
document.addEventListener("keydown", (event) => {
  window.keyHeld = event.repeat;
  if (event.repeat || event.altKey || !document.querySelector("#${TAB_BAR}[${ANSWERS_LATER}]")) return;
  const withControl = event.ctrlKey || event.metaKey;
  if (!(withControl ? /^k$/i : /^[l?]$/i).test(event.key)) return;
  if (withControl) event.preventDefault();
  (window.earlyKeys ??= []).push(event);
}, true);
document.addEventListener("click", (event) => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const button = event.target instanceof Element ? event.target.closest("${PRESSABLE}") : null;
  if (button === null || button.closest("[${ANSWERS_LATER}]") === null) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  (window.earlyPresses ??= []).push(button);
}, true);`;
