"use client";

import { useRef } from "react";
import { RowTick } from "@/components/ui/tick";
import { formatMeasure } from "@/lib/format";
import type { DoseView } from "@/lib/insights/schemas";
import { useDiaryActions } from "../diary";

/** A second tap within this time, in milliseconds, is the same tap: it must not take the dose back. */
const DOUBLE_TAP_MS = 500;

/** One tap says that a dose was taken, the next takes it back. */
export const DoseCheck = ({ dose }: { dose: DoseView }) => {
  const { take, untake } = useDiaryActions();
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
  return <RowTick label={`Taken: ${words}`} checked={taken} onChange={(event) => toggle(event.timeStamp)} />;
};
