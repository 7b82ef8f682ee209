import { z } from "zod";
import { anyId, clientId, localDate, localTime, requiredText } from "../fields";
import { formsOf, NUTRIENTS, SUPPLEMENT_NUTRIENTS, type SupplementNutrient } from "../nutrition";
import { MAX_TIMES_A_DAY } from "./client";

/** The highest slot a dose can have: those above the schedule are doses that were taken beside it. */
const MAX_SLOT = 24;
/** Most of a nutrient in one dose, by its unit; beyond it a typed value is a mistake. */
const MOST = { mg: 10_000, µg: 10_000, g: 100 } as const;
/** Most of a compound in one dose, by the unit it is measured in; 400,000 IU are 10,000 µg vitamin D. */
const MAX_COMPOUND = { mg: 20_000, µg: 20_000, IU: 400_000 } as const;

const positive = (what: string) => z.number(`must be ${what}`).positive("must be above 0");

/** A number of doses: half a tablet is 0.5. */
const doseCount = positive("a number of doses").max(20, "must be at most 20");

/**
 * What one dose holds of a nutrient. Either `amount`, the nutrient itself as labels state it, or `compound`, the
 * weight of the whole compound, from which the amount follows by the form's share.
 */
const contentInput = z
  .strictObject({
    nutrient: z.enum(SUPPLEMENT_NUTRIENTS, "is not a nutrient that a supplement can list"),
    amount: positive("a number").optional(),
    form: z.string().max(40, "is not a form of this nutrient").nullish(),
    compound: positive("a number").optional(),
    prescribed: z.boolean("must be true or false").default(false),
  })
  .superRefine(({ nutrient, amount, form, compound }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const { unit } = NUTRIENTS[nutrient];
    const found = form ? formsOf(nutrient).find(({ id }) => id === form) : undefined;
    if (form && !found) wrong("form", "is not a form of this nutrient");
    if (amount === undefined && compound === undefined)
      wrong("amount", "must be given, or compound with form");
    if (amount !== undefined && compound !== undefined) {
      wrong("compound", "must be left out where amount is given");
    }
    if (amount !== undefined && amount > MOST[unit]) {
      wrong("amount", `must be at most ${MOST[unit]} ${unit} in one dose`);
    }
    if (compound === undefined) return;
    if (!form) wrong("form", "must be given with compound");
    if (found && compound > MAX_COMPOUND[found.compoundUnit]) {
      wrong(
        "compound",
        `must be at most ${MAX_COMPOUND[found.compoundUnit]} ${found.compoundUnit} in one dose`,
      );
    }
  });

const weekday = z.int("must be 1 (Monday) to 7 (Sunday)").min(1).max(7, "must be 1 (Monday) to 7 (Sunday)");

/** On which days, and how often a day. No times: taken as needed. */
const scheduleInput = z.strictObject({
  days: z
    .array(weekday)
    .min(1, "must name a day")
    .max(7, "must name each day once")
    .refine((days) => new Set(days).size === days.length, "must name each day once")
    .transform((days) => days.toSorted((a, b) => a - b))
    .default([1, 2, 3, 4, 5, 6, 7]),
  times: z
    .array(
      z.strictObject({
        time: localTime.nullish().transform((time) => time ?? null),
        count: doseCount.default(1),
      }),
    )
    .max(MAX_TIMES_A_DAY, `must be at most ${MAX_TIMES_A_DAY} times a day`)
    .default([{ time: null, count: 1 }]),
});

export const supplementInput = z.strictObject({
  name: requiredText(200),
  /** What one dose is: "capsule"; a leading 1 is not needed. */
  doseLabel: requiredText(40).transform((label) => label.replace(/^1\s+(?=\S)/, "")),
  contents: z
    .array(contentInput)
    .min(1, "must list a nutrient")
    .max(SUPPLEMENT_NUTRIENTS.length, "must list each nutrient once")
    .refine(
      (contents) => new Set(contents.map(({ nutrient }) => nutrient)).size === contents.length,
      "must list each nutrient once",
    ),
  schedule: scheduleInput.prefault({}),
  active: z.boolean("must be true or false").default(true),
});
export type SupplementInput = z.output<typeof supplementInput>;

export const supplementId = clientId;

export const safetyNote = z.object({
  code: z.string(),
  text: z.string(),
  sources: z.array(z.object({ citation: z.string(), url: z.string().nullable(), checked: z.boolean() })),
});
export type SafetyNote = z.output<typeof safetyNote>;

const nutrientField = z.enum(SUPPLEMENT_NUTRIENTS);

export const contentView = z.object({
  nutrient: nutrientField,
  /** The nutrient itself in one dose. */
  amount: z.number(),
  unit: z.enum(["mg", "µg", "g", "kcal"]),
  form: z
    .object({
      id: z.string(),
      name: z.string(),
      label: z.string(),
      formula: z.string().nullable(),
      /** Of the nutrient, in its unit, in one unit of the compound. */
      share: z.number(),
      note: z.string().nullable(),
      sources: z.array(z.object({ citation: z.string(), url: z.string() })),
    })
    .nullable(),
  /** As it was typed; null where the nutrient itself was. */
  compound: z.object({ amount: z.number(), unit: z.enum(["mg", "µg", "IU"]) }).nullable(),
  prescribed: z.boolean(),
});
export type ContentView = z.output<typeof contentView>;

export const scheduleView = z.object({
  days: z.array(z.int()),
  times: z.array(z.object({ time: z.string().nullable(), count: z.number() })),
});
export type ScheduleView = z.output<typeof scheduleView>;

export const supplementView = z.object({
  id: z.string(),
  name: z.string(),
  doseLabel: z.string(),
  contents: z.array(contentView),
  schedule: scheduleView,
  active: z.boolean(),
  /** Safety notes that apply to every user, such as keeping iron out of children's reach. */
  notices: z.array(safetyNote),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Changes with every change: what a write sends as `If-Match`. */
  version: z.string(),
});
export type SupplementView = z.output<typeof supplementView>;

/** Which dose of a day: 1 is the first time of the schedule. */
export const doseParams = z.object({
  id: anyId,
  date: localDate,
  slot: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be 1 or more")
    .max(MAX_SLOT, `must be at most ${MAX_SLOT}`),
});

/** How a dose was taken, where it is not as the schedule says. */
export const doseInput = z.strictObject({ count: doseCount.optional(), time: localTime.nullish() });
export type DoseInput = z.output<typeof doseInput>;

/** The food id of a supplement's diary entries, and the supplement of such an id. */
const PREFIX = "supplement:";
export const supplementFoodId = (id: string): string => `${PREFIX}${id}`;
export const parseSupplementId = (foodId: string): string | null =>
  foodId.startsWith(PREFIX) ? foodId.slice(PREFIX.length) : null;

/** Whether the schedule has a dose on a weekday, 1 (Monday) to 7. */
export const isDueOn = ({ days, times }: ScheduleView, weekday: number): boolean =>
  times.length > 0 && days.includes(weekday);

export type { SupplementNutrient };
