"use client";

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { whenIdle } from "./load-code";
import type { MenuAction } from "./menu-panel";
import { onDemand } from "./on-demand";

type DropdownMenuProps = {
  /** The button that opens it. */
  trigger: ReactElement<ComponentProps<"button">>;
  align?: "start" | "end";
  /** In the order they are shown; "rule" is a line between groups. */
  actions: readonly (MenuAction | "rule")[];
};

const MenuPanel = onDemand(() => import("./menu-panel").then((module) => module.MenuPanel));

/** A menu of actions. The panel's code comes when the browser is idle, or when a menu is opened. */
export const DropdownMenu = ({ trigger, align = "end", actions }: DropdownMenuProps) => {
  const id = useId();
  const [opened, setOpened] = useState<"pointer" | "keyboard" | null>(null);
  const touched = useRef(false);
  useEffect(() => whenIdle(MenuPanel.preload), []);
  return (
    <span className="relative inline-flex flex-none">
      {cloneElement(trigger, {
        id,
        "aria-haspopup": "menu",
        "aria-expanded": opened !== null,
        // A mouse opens it when it is pressed; a finger may be about to scroll, and opens it when it is lifted.
        onPointerDown: (event) => {
          touched.current = event.pointerType !== "mouse";
          if (touched.current || event.button !== 0 || event.ctrlKey) return;
          // The button would take the focus back from the menu.
          event.preventDefault();
          setOpened("pointer");
        },
        onClick: (event) => {
          // The press that closed the open menu ends as a click on the button, too, and began elsewhere.
          if (event.detail > 0 && !touched.current) return;
          touched.current = false;
          setOpened(event.detail === 0 ? "keyboard" : "pointer");
        },
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpened("keyboard");
        },
      })}
      {opened !== null && (
        <MenuPanel
          trigger={id}
          align={align}
          actions={actions}
          focusFirst={opened === "keyboard"}
          onClose={() => setOpened(null)}
        />
      )}
    </span>
  );
};
