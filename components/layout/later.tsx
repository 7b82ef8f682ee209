"use client";

import { hydrateLater } from "../ui/hydrate-later";

/** See {@link hydrateLater}: no page needs it to be drawn, and what is to be said before it is here waits. */
export const ToastHost = hydrateLater(() => import("../ui/toast").then((module) => module.ToastHost));
