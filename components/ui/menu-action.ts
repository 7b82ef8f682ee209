import type { ReactNode } from "react";

/** One action of a menu. */
export type MenuAction = {
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly tone?: "plain" | "danger";
  readonly onSelect: () => void;
};
