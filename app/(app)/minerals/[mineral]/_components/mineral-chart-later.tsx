"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";
import { Skeleton } from "@/components/ui/skeleton";

/** The days of a mineral as a picture at once, which answers to pointer and keys when its code is here. */
export const MineralChart = hydrateLater(
  () => import("./mineral-chart").then((module) => module.MineralChart),
  () => <Skeleton className="h-[380px]" />,
);
