import type { ComponentProps } from "react";
import { Check } from "./drawn-icons";
import { useWaits } from "./use-hydrated";

type TickProps = Omit<ComponentProps<"input">, "type" | "className" | "children">;

/** The box of a checkbox and its check mark; a label stands around or beside it. */
export const Tick = (props: TickProps) => (
  <span className="relative block size-[18px] flex-none">
    <input
      type="checkbox"
      className="peer block size-full cursor-[inherit] appearance-none rounded-[4px] border-[1.5px] border-control bg-surface checked:border-ink checked:bg-ink"
      {...props}
    />
    <Check
      size={14}
      strokeWidth={2.5}
      className="pointer-events-none absolute top-0.5 left-0.5 hidden text-on-ink peer-checked:block"
      aria-hidden
    />
  </span>
);

/** A checkbox in a row that says what it is about; its own words are for who does not see the row. It waits for scripts. */
export const RowTick = ({ label, ...tick }: TickProps & { label: string }) => (
  // The label is larger than the box: 44 px to touch on a phone.
  // biome-ignore lint/a11y/noLabelWithoutControl: the tick's input is inside
  <label className="relative -m-2 block cursor-pointer p-2 phone:-m-[13px] phone:p-[13px]">
    <span className="sr-only">{label}</span>
    <Tick disabled={useWaits(tick)} {...tick} />
  </label>
);
