"use client";

import { Fragment } from "react";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/tag";

export type Shortcut = {
  /** Two shortcuts with one id: the one registered last answers. */
  id: string;
  /** Each as "l", "mod+k" (Ctrl or ⌘), "ArrowLeft", or two strokes "g t". */
  keys: readonly string[];
  label: string;
  run: () => void;
};

const CAPS: { readonly [key: string]: string } = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  mod: "Ctrl",
};

const cap = (key: string): string => CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key);

const Keys = ({ keys }: { keys: string }) => (
  <span className="flex items-center gap-1">
    {keys.split(/[ +]/).map((key, index) => (
      <Fragment key={key}>
        {index > 0 && keys.includes(" ") && <span className="text-12 text-ink-3">then</span>}
        <Kbd>{cap(key)}</Kbd>
      </Fragment>
    ))}
  </span>
);

/** The list of shortcuts that work on this page. */
export const ShortcutList = ({
  shortcuts,
  onClose,
}: {
  shortcuts: readonly Shortcut[];
  onClose: () => void;
}) => (
  <Dialog open onOpenChange={(open) => !open && onClose()} title="Keyboard shortcuts" size="s">
    <dl className="px-5 py-2 phone:px-4">
      {[...shortcuts, { id: "list", keys: ["?"], label: "This list" }].map(({ id, keys, label }) => (
        <div
          key={id}
          className="flex items-center justify-between gap-4 border-line border-b py-2 last:border-b-0"
        >
          <dt>{label}</dt>
          <dd className="flex items-center gap-2">
            {keys.map((key, index) => (
              <Fragment key={key}>
                {index > 0 && <span className="text-12 text-ink-3">or</span>}
                <Keys keys={key} />
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
