export type Shortcut = {
  /** Two shortcuts with one id: the one registered last answers. */
  id: string;
  /** Each as "l", "mod+k" (Ctrl or ⌘), "ArrowLeft", or two strokes "g t". */
  keys: readonly string[];
  label: string;
  run: () => void;
};
