"use client";

import { ChevronRight } from "lucide-react";
import { useNextFocus } from "@/components/ui/use-next-focus";
import type { PeriodView } from "@/lib/profile/schemas";
import { type PeriodChoices, PeriodForm } from "./period-form";
import { periodName, periodSpan } from "./period-words";

/** A period in words, and folded under it the form that corrects or removes it. */
export const PeriodRow = ({ period, ...choices }: PeriodChoices & { period: PeriodView }) => {
  const { button: summary, beforeRemoval } = useNextFocus<HTMLElement>("period");
  return (
    <details className="group">
      <summary
        ref={summary}
        data-next-focus="period"
        className="flex min-h-11 cursor-pointer list-none items-center gap-2 py-2 [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight
          size={16}
          strokeWidth={1.75}
          className="flex-none text-ink-3 group-open:rotate-90"
          aria-hidden
        />
        <span className="min-w-0">
          <span className="font-medium">{periodName(period)}</span>
          <span className="text-13 text-ink-2">, {periodSpan(period)}</span>
        </span>
      </summary>
      <div className="pt-1 pb-4 pl-6">
        <PeriodForm period={period} {...choices} beforeRemoval={beforeRemoval} />
      </div>
    </details>
  );
};
