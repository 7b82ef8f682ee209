/** A key as the browser reports it. */
export type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  /** Whether an input method is composing a word. */
  readonly isComposing: boolean;
};

/** What the palette shows when a key is pressed in its line. */
export type KeyContext = {
  readonly hasProposal: boolean;
  /** Number of foods in the list, and the index of the one that Enter adds. */
  readonly foods: number;
  readonly active: number;
  /** Supplements stand above the foods, … */
  readonly dosesLead: boolean;
  /** … and Enter takes the first of them. */
  readonly takesDose: boolean;
};

export type KeyCommand =
  /** Add what is chosen; `keepOpen` with Ctrl or ⌘. */
  | { readonly do: "add"; readonly keepOpen: boolean }
  /** Nothing, and the browser does nothing either. */
  | { readonly do: "ignore" }
  | { readonly do: "enter-proposal" }
  | { readonly do: "choose-food"; readonly index: number }
  /** Back from the foods to the supplement above them. */
  | { readonly do: "release-food" }
  | { readonly do: "edit-amount" };

/** What Enter means, in the line and in the amount field; null for other keys. A held Enter adds nothing more. */
export const readEnter = ({ key, ctrlKey, metaKey, repeat, isComposing }: Key): KeyCommand | null => {
  if (key !== "Enter" || isComposing) return null;
  return repeat ? { do: "ignore" } : { do: "add", keepOpen: ctrlKey || metaKey };
};

/** What a key in the line means; null leaves it to the browser. */
export const readKey = (pressed: Key, context: KeyContext): KeyCommand | null => {
  const { key, shiftKey, isComposing } = pressed;
  const enter = readEnter(pressed);
  if (enter !== null || isComposing) return enter;
  const isTab = key === "Tab" && !shiftKey;
  const { hasProposal, foods, active, dosesLead, takesDose } = context;
  if (hasProposal && (isTab || key === "ArrowDown")) return { do: "enter-proposal" };
  if (isTab) return foods > 0 ? { do: "edit-amount" } : null;
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0 || foods === 0) return null;
  if (dosesLead && active === 0 && step < 0) return { do: "release-food" };
  return { do: "choose-food", index: takesDose ? 0 : (active + step + foods) % foods };
};
