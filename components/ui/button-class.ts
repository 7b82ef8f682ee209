import { cx } from "./class-names";

export type ButtonLook = {
  /** `primary` is ink and appears once a view; `ghost` has no edge until hovered. */
  variant?: "primary" | "default" | "ghost" | "danger";
  size?: "s" | "m" | "l";
  /** As wide as its container. */
  wide?: boolean;
};

const VARIANTS = {
  primary: "border-ink bg-ink text-on-ink hover:opacity-90",
  default: "border-line-2 bg-surface text-ink hover:bg-hover",
  ghost: "border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink",
  danger: "border-over-line bg-surface text-over hover:bg-over-bg",
};
const TEXT_SIZES = {
  s: "h-7 px-2.5 text-13 phone:h-[34px]",
  m: "h-8 px-3 text-13 phone:h-9",
  l: "h-11 rounded-[10px] px-[18px] text-15",
};
const ICON_SIZES = {
  s: "size-7 text-13 phone:size-9",
  m: "size-8 text-13 phone:size-9",
  l: "size-11 rounded-[10px] text-15",
};

/** The classes of a button; it stays off paper. The pseudo-element stretches a phone's touch area to 44 px without moving anything. */
export const buttonClass = (look: ButtonLook, square: boolean, className?: string): string =>
  cx(
    "no-print relative inline-flex flex-none select-none items-center justify-center gap-1.5 whitespace-nowrap border font-medium no-underline",
    "transition-colors duration-[120ms] ease-out disabled:cursor-not-allowed disabled:opacity-40",
    "phone:after:absolute phone:after:inset-x-0 phone:after:-inset-y-1.5 phone:after:content-['']",
    look.size !== "l" && "rounded-md",
    square ? ICON_SIZES[look.size ?? "m"] : TEXT_SIZES[look.size ?? "m"],
    VARIANTS[look.variant ?? "default"],
    look.wide && "w-full",
    className,
  );
