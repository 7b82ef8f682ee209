"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";
import { Skeleton } from "@/components/ui/skeleton";

// What of a mineral's page stands in the server's HTML and answers when its code is here.

export const MineralChart = hydrateLater(
  () => import("./mineral-chart").then((module) => module.MineralChart),
  () => <Skeleton className="h-[380px]" />,
);

export const BestSourcesList = hydrateLater(
  () => import("./best-sources-list").then((module) => module.BestSourcesList),
  () => <Skeleton className="h-[460px]" />,
);
