"use client";

import { ArrowLeft, Check } from "lucide-react";
import { useId } from "react";
import {
  AlertMark,
  getAlertMineral,
  getSingleNutrient,
  resolvedChange,
  resolvedTitle,
} from "@/app/(app)/_features/alerts";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/format";
import type { ResolvedView } from "@/lib/notices/schemas";
import { NUTRIENTS } from "@/lib/nutrition";

/** The place of something resolved in the address. */
export const resolvedHash = ({ id }: ResolvedView): string => `resolved:${id}`;

const ResolvedTag = () => (
  <Tag tone="plain" icon={<Check aria-hidden />}>
    Resolved
  </Tag>
);

/** One line of the inbox: what no longer holds. */
export const ResolvedItem = ({ resolved, current }: { resolved: ResolvedView; current: boolean }) => (
  <a
    href={`#${resolvedHash(resolved)}`}
    aria-current={current ? "true" : undefined}
    className={cx(
      "grid grid-cols-[28px_minmax(0,1fr)] gap-3 rounded-[10px] px-2.5 py-3 no-underline hover:bg-hover phone:px-1",
      current && "md:bg-surface md:inset-ring md:inset-ring-line-2",
    )}
  >
    <AlertMark alert={{ rule: resolved.rule, nutrient: getSingleNutrient(resolved) }} size={28} />
    <span className="min-w-0">
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 text-pretty font-medium text-14 text-ink-2">
          {resolvedTitle(resolved)}
        </span>
        <span className="flex-none text-12 text-ink-3">{formatDate(resolved.resolvedOn, "tick")}</span>
      </span>
      <span className="mt-1.5 flex">
        <ResolvedTag />
      </span>
    </span>
  </a>
);

/** What no longer holds, and what changed. */
export const ResolvedArticle = ({ resolved }: { resolved: ResolvedView }) => {
  const id = useId();
  const nutrient = getSingleNutrient(resolved);
  const mineral = getAlertMineral({ nutrient });
  return (
    <article
      aria-labelledby={id}
      className="grid content-start gap-6 px-8 py-5 max-lg:px-6 phone:px-0 phone:py-0"
    >
      <a
        href="#all"
        className="no-print -mb-2 inline-flex w-fit items-center gap-1.5 py-2 text-13 text-ink-2 md:hidden"
      >
        <ArrowLeft size={14} strokeWidth={1.75} aria-hidden />
        All alerts
      </a>
      <header className="flex items-start gap-3.5">
        <AlertMark alert={{ rule: resolved.rule, nutrient }} size={44} />
        <div className="grid min-w-0 justify-items-start gap-1.5">
          <h2 id={id} className="text-balance font-semibold text-22 tracking-[-0.016em] phone:text-18">
            {resolvedTitle(resolved)}
          </h2>
          <ResolvedTag />
        </div>
      </header>
      <section aria-label="What changed" className="max-w-[64ch]">
        <h3 className="mb-2 font-semibold text-14">What changed</h3>
        <p className="text-ink-2">{resolvedChange(resolved)}</p>
        <p className="mt-2 text-13 text-ink-3">
          Since {formatDate(resolved.resolvedOn, "day")}. It stands here for two weeks.
        </p>
      </section>
      {mineral !== null && (
        <ButtonLink href={`/minerals/${mineral}`} className="w-fit">
          {NUTRIENTS[mineral].label} in detail
        </ButtonLink>
      )}
    </article>
  );
};
