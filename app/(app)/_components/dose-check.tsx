"use client";

import { Check } from "lucide-react";
import { useRef } from "react";
import { formatMeasure } from "@/lib/format";
import type { DoseView } from "@/lib/insights/schemas";
import { useDiary } from "./diary-provider";

/** A second tap within this time, in milliseconds, is the same tap: it must not take the dose back. */
const DOUBLE_TAP_MS = 500;

/** One tap says that a dose was taken, the next takes it back. */
export const DoseCheck = ({ dose }: { dose: DoseView }) => {
  const { take, untake } = useDiary();
  const { entry, taken } = dose;
  const tapped = useRef(Number.NEGATIVE_INFINITY);
  const toggle = (at: number) => {
    if (at - tapped.current < DOUBLE_TAP_MS) return;
    tapped.current = at;
    if (taken) untake(dose);
    else take(dose);
  };
  const { name, portion, time } = entry;
  const words = [name, portion && formatMeasure(portion.count, portion.label), time]
    .filter(Boolean)
    .join(", ");
  return (
    // The label is larger than the box: 44 px to touch on a phone.
    <label className="relative -m-2 block cursor-pointer p-2 phone:-m-[13px] phone:p-[13px]">
      <span className="sr-only">Taken: {words}</span>
      <span className="relative block size-[18px]">
        <input
          type="checkbox"
          checked={taken}
          onChange={(event) => toggle(event.timeStamp)}
          className="peer block size-full cursor-pointer appearance-none rounded-[4px] border-[1.5px] border-control bg-surface checked:border-ink checked:bg-ink"
        />
        <Check
          size={14}
          strokeWidth={2.5}
          className="pointer-events-none absolute top-0.5 left-0.5 hidden text-on-ink peer-checked:block"
          aria-hidden
        />
      </span>
    </label>
  );
};
