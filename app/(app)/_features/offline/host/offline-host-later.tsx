"use client";

import { hydrateLater } from "@/components/ui/hydrate-later";

/** See {@link hydrateLater}: no page needs it to be drawn. */
export const OfflineHost = hydrateLater(() => import("./offline-host").then((module) => module.OfflineHost));
