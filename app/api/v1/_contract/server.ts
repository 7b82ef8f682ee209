import { z } from "zod";
import { operation } from "@/lib/http";

/** Whether the server runs and can answer. */
export const server = {
  getHealth: operation({
    method: "get",
    path: "/health",
    summary: "Whether the server runs",
    access: "open",
    responses: { 200: { description: "It runs", body: z.object({ status: z.literal("ok") }) } },
  }),

  getReady: operation({
    method: "get",
    path: "/ready",
    summary: "Whether the database answers and is migrated, and the food table is loaded",
    access: "open",
    responses: {
      200: { description: "Ready", body: z.object({ status: z.literal("ready") }) },
      503: {
        description: "Not ready",
        body: z.object({ status: z.literal("not ready"), reason: z.string() }),
      },
    },
  }),
};
