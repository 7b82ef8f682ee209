import { z } from "zod";
import { ALERT_RULES } from "../nutrition";

// What is remembered of alerts, as pages and the API tell it.

/** changed: the intake did; too-few-days: the days it rested on have passed; not-judged: the profile says otherwise now. */
const RESOLVED_BY = ["changed", "too-few-days", "day-passed", "not-judged"] as const;
export type ResolvedBy = (typeof RESOLVED_BY)[number];

export const resolvedView = z.object({
  /** The alert's id. */
  id: z.string(),
  rule: z.enum(ALERT_RULES),
  nutrients: z.array(z.string()),
  /** The sentence it was told with. */
  finding: z.string(),
  firstSeen: z.string(),
  resolvedOn: z.string(),
  by: z.enum(RESOLVED_BY),
  /** What it was told with; null where the rule has no such figure. */
  was: z.object({
    mean: z.number().nullable(),
    probability: z.number().nullable(),
    days: z.int().nullable(),
  }),
  /** What could be told when it no longer held. */
  now: z.object({ mean: z.number().nullable(), words: z.string().nullable() }),
});
export type ResolvedView = z.output<typeof resolvedView>;
