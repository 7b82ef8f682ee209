import type { Metadata } from "next";
import { Suspense } from "react";
import { WaitingCard } from "@/components/ui/placeholders";
import { formatPeriod } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { trendsPage } from "@/lib/insights";
import { trendSpanField } from "@/lib/insights/schemas";
import { SafetyFooter } from "../_features/shell";
import { Calendar, Foods, Glance, SecondLine, Weeks } from "./_components/cards";
import { Comparison, ComparisonWaiting } from "./_components/comparison-card";
import { SpanNav } from "./_components/span-nav";

export const metadata: Metadata = { title: "Trends" };

/**
 * A span of days at a glance, and two spans held against each other. The frame comes at once, each card when it is
 * ready.
 */
export default async function TrendsRoute({ searchParams }: PageProps<"/trends">) {
  const viewer = await requireViewer();
  const asked = await searchParams;
  const { span, from, to, days, secondLine, foods, choice, comparison } = await trendsPage(
    viewer,
    viewer.userId,
    trendSpanField.parse(asked.days),
    asked,
  );
  return (
    <>
      <header className="flex flex-wrap items-center gap-3 phone:gap-2">
        <div className="flex flex-wrap items-baseline gap-x-2.5">
          <h1 className="font-semibold text-22 tracking-[-0.014em] phone:text-18">Trends</h1>
          <p className="text-14 text-ink-2">{formatPeriod(from, to)}</p>
        </div>
        <SpanNav span={span} spans={choice.spans} />
      </header>
      <Suspense key={`glance-${span}`} fallback={<WaitingCard title="At a glance" height="h-[380px]" />}>
        <Glance span={span} days={days} />
      </Suspense>
      <Suspense key={`calendar-${span}`} fallback={<WaitingCard title="Day by day" height="h-[360px]" />}>
        <Calendar days={days} />
      </Suspense>
      <Suspense key={`weeks-${span}`} fallback={<WaitingCard title="Week by week" height="h-[560px]" />}>
        <Weeks days={days} />
      </Suspense>
      <Suspense key={`comparison-${span}`} fallback={<ComparisonWaiting span={span} choice={choice} />}>
        <Comparison span={span} choice={choice} comparison={comparison} />
      </Suspense>
      <Suspense
        key={`second-line-${span}`}
        fallback={<WaitingCard title="Also in these days" height="h-[480px]" />}
      >
        <SecondLine days={days} secondLine={secondLine} />
      </Suspense>
      <Suspense
        key={`foods-${span}`}
        fallback={<WaitingCard title="Balances people look for" height="h-[420px]" />}
      >
        <Foods foods={foods} days={days} />
      </Suspense>
      <SafetyFooter />
    </>
  );
}
