"use client";

import { onDemand } from "@/components/ui/on-demand";

/** Asks which food takes the place of another, and shows what would change. Fetched when it is opened. */
export const ReplaceDialog = onDemand(() =>
  import("./replace-dialog").then((module) => module.ReplaceDialog),
);
