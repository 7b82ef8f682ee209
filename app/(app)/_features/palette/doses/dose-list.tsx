"use client";

import { CornerDownLeft, Pill } from "lucide-react";
import type { ReactNode } from "react";
import { contentWords } from "@/app/(app)/_features/food";
import { cx } from "@/components/ui/class-names";
import { Tag } from "@/components/ui/tag";
import { formatMeasure } from "@/lib/format";
import type { NextDose } from "@/lib/insights/schemas";

/** How much a dose is: "1 capsule". */
export const doseWords = ({ dose: { entry } }: NextDose): string =>
  entry.portion ? formatMeasure(entry.portion.count, entry.portion.label) : "1 dose";

/** The content of the dose that Enter logs. */
export const DoseDetail = ({ next, action }: { next: NextDose; action: ReactNode }) => (
  <div className="grid gap-3 px-5 py-4">
    <p className="font-medium">{next.dose.entry.name}</p>
    <ul className="grid gap-1 text-13 text-ink-2">
      {next.contents.map((content) => (
        <li key={content.nutrient}>{contentWords(content)}</li>
      ))}
    </ul>
    <p className="text-13 text-ink-2">
      In each {next.dose.entry.portion?.label ?? "dose"}. Counted apart from food.
    </p>
    <div className="phone:hidden">{action}</div>
  </div>
);

type DoseListProps = {
  doses: readonly NextDose[];
  /** Enter takes the first. */
  lead: boolean;
  onTake: (next: NextDose) => void;
};

/** The person's supplements that match the text; a tap logs a dose. */
export const DoseList = ({ doses, lead, onTake }: DoseListProps) => (
  <section aria-label="Your supplements">
    <p aria-hidden className="px-3 pt-2.5 pb-1.5 font-medium text-12 text-ink-3">
      Your supplements
    </p>
    {doses.map((next, index) => {
      const selected = lead && index === 0;
      return (
        <button
          key={next.dose.entry.id}
          type="button"
          onClick={() => onTake(next)}
          className={cx(
            "grid min-h-[52px] w-full grid-cols-[28px_minmax(0,1fr)_auto_20px] items-center gap-3 rounded-md py-2 pr-2.5 pl-3 text-left phone:grid-cols-[28px_minmax(0,1fr)_auto]",
            selected ? "bg-selected" : "hover:bg-hover",
          )}
        >
          <span className="grid size-7 place-content-center rounded-[6px] bg-sunken">
            <Pill size={16} strokeWidth={1.75} aria-hidden />
          </span>
          <span className="min-w-0">
            <span className="line-clamp-2 font-medium">Take {next.dose.entry.name}</span>
            <span className="flex items-center gap-2 text-13 text-ink-2">
              <span className="truncate">
                {doseWords(next)} · each {next.contents.map(contentWords).join("; ")}
              </span>
            </span>
          </span>
          <Tag tone="line">Supplement</Tag>
          <CornerDownLeft
            size={16}
            strokeWidth={1.75}
            aria-hidden
            className={cx("text-ink-2 phone:hidden", !selected && "invisible")}
          />
        </button>
      );
    })}
  </section>
);
