import { z } from "zod";
import { entryView } from "../diary/schemas";
import { type ContentView, safetyNote, supplementView } from "../foods/schemas";
import { NUTRIENT_IDS } from "../nutrition";

/** One dose on one day: to be taken, or taken. */
export const doseView = z.object({
  supplement: z.string(),
  /** 1 for the first time of the day; null for what was taken of a supplement that is gone. */
  slot: z.int().nullable(),
  taken: z.boolean(),
  /** Taken as needed: no schedule asks for it. */
  asNeeded: z.boolean(),
  /** The diary entry, or what it will be once the dose is taken. */
  entry: entryView,
});
export type DoseView = z.output<typeof doseView>;

/** The dose of a supplement that would be taken next, and what a dose holds. */
export type NextDose = { readonly dose: DoseView; readonly contents: readonly ContentView[] };

/** What the supplements of a plan hold together on its fullest day, against the upper limit. */
export const planLimit = z.object({
  nutrient: z.enum(NUTRIENT_IDS),
  unit: z.enum(["mg", "µg", "g", "kcal"]),
  /** On the fullest day of the week, with one dose of each that is taken as needed; prescribed doses included. */
  amount: z.number(),
  /** What of it a doctor prescribed: no upper limit applies to that. */
  prescribed: z.number().nullable(),
  ul: z.number().nullable(),
  /** "supplements": the limit counts nothing else; "total": food counts as well. */
  ulScope: z.enum(["total", "supplements"]).nullable(),
  /** How far what is not prescribed lies above the limit, food left aside. */
  overLimit: z.number().nullable(),
  source: z.string().nullable(),
});
export type PlanLimit = z.output<typeof planLimit>;

/** The answer of `GET /supplements`. */
export const supplementsView = z.object({
  items: z.array(supplementView),
  nextCursor: z.null(),
  plan: z.object({
    limits: z.array(planLimit),
    /** Alarms, upper limits, conditions, medicines and pairs that the plan as a whole calls for; the gravest first. */
    notices: z.array(safetyNote.extend({ tone: z.enum(["alarm", "notice"]) })),
  }),
});
export type SupplementsView = z.output<typeof supplementsView>;
