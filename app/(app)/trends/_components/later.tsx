"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";
import { Skeleton } from "@/components/ui/skeleton";

// What of Trends stands in the server's HTML and answers when its code is here.

export const CalendarIsland = hydrateLater(
  () => import("./calendar-island").then((module) => module.CalendarIsland),
  () => <Skeleton className="h-[300px]" />,
);

export const WeeklyCharts = hydrateLater(
  () => import("@/components/charts/weekly-charts").then((module) => module.WeeklyCharts),
  () => <Skeleton className="h-[500px]" />,
);

/** Its links and its form work without script too. */
export const SpanChoiceForm = hydrateLater(
  () => import("./span-choice").then((module) => module.SpanChoiceForm),
  () => <Skeleton className="h-[72px]" />,
);
