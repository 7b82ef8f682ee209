"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";
import { Skeleton } from "@/components/ui/skeleton";

// Pictures at once; they answer to pointer and keys when their code is here.

export const CalendarIsland = hydrateLater(
  () => import("./calendar-island").then((module) => module.CalendarIsland),
  () => <Skeleton className="h-[300px]" />,
);

export const WeeklyCharts = hydrateLater(
  () => import("@/components/charts/weekly-charts").then((module) => module.WeeklyCharts),
  () => <Skeleton className="h-[500px]" />,
);
