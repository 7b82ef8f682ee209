"use client";

import { useRouter } from "next/navigation";
import { CalendarChart } from "@/components/charts/calendar-chart";
import type { TrendCalendar } from "@/lib/insights/schemas";
import type { Mineral } from "@/lib/nutrition";

/** The calendar, whose days open without loading the application again. */
export const CalendarIsland = ({
  calendar,
  targets,
}: {
  calendar: TrendCalendar;
  targets: { readonly [M in Mineral]: number | null };
}) => {
  const router = useRouter();
  return (
    <CalendarChart
      calendar={calendar}
      targets={targets}
      hrefBase="/diary"
      onOpen={(href) => router.push(href)}
    />
  );
};
