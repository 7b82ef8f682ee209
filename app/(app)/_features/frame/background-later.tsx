"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";

/** See {@link hydrateLater}: no page needs it to be drawn. */
export const Background = hydrateLater(() => import("./background").then((module) => module.Background));
