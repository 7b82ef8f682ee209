"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";
import { DaySkeleton } from "./day-skeleton";

/** The board of a day; see {@link hydrateLater}. */
export const DayBoard = hydrateLater(
  () => import("./day-board").then((module) => module.DayBoard),
  ({ page }) => <DaySkeleton title={page.date === page.today ? "Today" : ""} />,
);
