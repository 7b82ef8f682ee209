"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Step } from "./date-nav";
import { NeighbourShortcuts } from "./page-shortcuts";

/** Previous week, next week; null where there is none to go to. Brings the ← and → shortcuts. */
export const WeekNav = ({ previous, next }: { previous: string | null; next: string | null }) => (
  <div className="no-print flex gap-0.5">
    <NeighbourShortcuts of="week" previous={previous} next={next} />
    <Step href={previous} label="Previous week">
      <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
    </Step>
    <Step href={next} label="Next week">
      <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
    </Step>
  </div>
);
