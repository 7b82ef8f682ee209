"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";

/** The board of a day; see {@link hydrateLater}. */
export const DayBoard = hydrateLater(() => import("./day-board").then((module) => module.DayBoard));
