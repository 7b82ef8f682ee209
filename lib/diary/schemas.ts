import { z } from "zod";
import { clientId, localDate, localTime, pageQuery, personText, requiredText } from "../fields";
import { amountInput, amountsView, foodId, lowerBoundsView, preparationField } from "../foods/schemas";
import { MAX_FOOD_GRAMS, MAX_PORTIONS, MINERALS, NUTRIENT_IDS, type NutrientId } from "../nutrition";
import { MAX_ENTRIES_A_DAY, MAX_NOTE_LENGTH, MAX_TEXT_LENGTH, MAX_TYPED_LENGTH, MEALS } from "./client";

/** The most days of the diary that are read at once. */
export const MAX_DAYS = 400;

export * from "./client";

const place = { date: localDate, meal: z.enum(MEALS, "must be breakfast, lunch, dinner or snack") };

const occasion = {
  ...place,
  time: localTime.nullish(),
  note: personText(MAX_NOTE_LENGTH).nullish(),
  /** The line as the person typed it. */
  typed: personText(MAX_TYPED_LENGTH).nullish(),
};

/** An entry of a food and an amount of it. */
const foodEntryInput = z.strictObject({
  ...occasion,
  food: foodId,
  amount: amountInput,
  /** The weight is that of the raw or dry food; the food says which preparations it offers. */
  preparation: preparationField.nullish(),
});
export type FoodEntryInput = z.output<typeof foodEntryInput>;

/** An entry without values: what was eaten in the person's words, of which every nutrient is unknown. */
const textEntryInput = z.strictObject({
  ...occasion,
  /** In one line. */
  text: requiredText(MAX_TEXT_LENGTH).transform((name) => name.replace(/\s+/gu, " ")),
  /** Its weight, where somebody knows it. */
  amount: amountInput
    .transform((amount, context) => {
      if ("grams" in amount) return amount;
      context.addIssue({ code: "custom", message: "must be {grams}: what has no values has no portions" });
      return z.NEVER;
    })
    .nullish(),
});
export type TextEntryInput = z.output<typeof textEntryInput>;

export const entryInput = z.union([foodEntryInput, textEntryInput]);
export type EntryInput = z.output<typeof entryInput>;

export const entryId = clientId;

/** What somebody means to eat: an entry without what only the occasion knows. */
export const planInput = z.strictObject({ ...place, food: foodId, amount: amountInput });
export type PlanInput = z.output<typeof planInput>;

/** The version that a change of an entry rests on: its `version`, or "0" where there must be none yet. */
const ifMatch = z.string().max(40).optional();

/** One change of a batch; each can be sent again without doing it twice. */
export const entryChange = z.discriminatedUnion(
  "op",
  [
    z.strictObject({ op: z.literal("put"), id: entryId, entry: entryInput, ifMatch }),
    /** A new entry of the same food and portion; `id` is the new one's, made by the client. */
    z.strictObject({ op: z.literal("copy"), id: entryId, from: entryId, ...place }),
    z.strictObject({ op: z.literal("move"), id: entryId, ...place, ifMatch }),
    /**
     * Another food in the place of an entry's: `id` is the new entry's, made by the client; `of` is deleted, so that
     * deleting the one and restoring the other takes it back. Day, meal, time, note and the typed line stay, and the
     * amount where none is given: the portion where the food has one of the same measure, otherwise the weight.
     */
    z.strictObject({
      op: z.literal("replace"),
      id: entryId,
      of: entryId,
      food: foodId,
      amount: amountInput.nullish(),
      /** Of `of`. */
      ifMatch,
    }),
    z.strictObject({ op: z.literal("delete"), id: entryId, ifMatch }),
    z.strictObject({ op: z.literal("restore"), id: entryId }),
  ],
  "must be put, copy, move, replace, delete or restore",
);
export type EntryChange = z.output<typeof entryChange>;

/** Changes that are made together or not at all, each of another entry; as many as a day can hold. */
export const batchInput = z.strictObject({
  changes: z
    .array(entryChange)
    .min(1, "must not be empty")
    .max(MAX_ENTRIES_A_DAY, `must be at most ${MAX_ENTRIES_A_DAY}`)
    .refine(
      (changes) => {
        const ids = changes.flatMap((change) =>
          change.op === "replace" ? [change.id, change.of] : [change.id],
        );
        return new Set(ids).size === ids.length;
      },
      { error: "must change each entry once" },
    ),
});

/** Some nutrients, by their ids. */
export const nutrientIds = z.array(z.enum(NUTRIENT_IDS));

export const entryView = z.object({
  id: z.string(),
  date: z.string(),
  time: z.string().nullable(),
  /** Of a supplement always "snack": it belongs to no meal and is shown apart from them. */
  meal: z.enum(MEALS),
  kind: z.enum(["food", "supplement"]),
  food: z.string(),
  name: z.string(),
  /**
   * Null for a supplement, whose portion counts doses, and for an entry without values whose weight was not said: an
   * unknown amount.
   */
  grams: z.number().nullable(),
  portion: z.object({ id: z.string(), label: z.string(), count: z.number() }).nullable(),
  preparation: preparationField.nullable(),
  note: z.string().nullable(),
  /** The line as the person typed it; left out where nothing was typed. */
  typed: z.string().optional(),
  /** What of this dose of a supplement a doctor prescribed. */
  prescribed: nutrientIds.optional(),
  nutrients: amountsView,
  lowerBounds: lowerBoundsView.optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Changes with every change of the entry: what a write of it sends as `If-Match`. "0" of what is not there yet. */
  version: z.string(),
});
export type EntryView = z.output<typeof entryView>;

/** An entry of something eaten. */
export const foodEntry = entryView.extend({ kind: z.literal("food") });
export type FoodEntry = z.output<typeof foodEntry>;

/** A food the person logged lately, with its last portion and how often it was eaten at which meal. */
export const recentFood = z.object({
  food: z.string(),
  name: z.string(),
  /** The last day it was eaten. */
  date: z.string(),
  /** Null for an entry without values whose weight was not said. */
  grams: z.number().nullable(),
  portion: z.object({ id: z.string(), label: z.string(), count: z.number() }).nullable(),
  times: z.int(),
  atMeal: z.record(z.enum(MEALS), z.int()),
  /** How usual it is at each meal of the day that is logged to; left out where it is not. */
  usual: z.partialRecord(z.enum(MEALS), z.number()).optional(),
  /** The amounts of that last portion, as they were computed then. */
  nutrients: amountsView,
  lowerBounds: lowerBoundsView.optional(),
});
export type RecentFood = z.output<typeof recentFood>;

/** What can be repeated on a day. */
export const repeatView = z.object({
  date: z.string(),
  /** The usual meals: of each usual food the entry that was logged last, to be copied. */
  usual: z.array(
    z.object({
      meal: z.enum(MEALS),
      entries: z.array(foodEntry),
      /** Usual foods that were deleted since and are left out. */
      gone: z.array(z.string()),
    }),
  ),
  /** Everything eaten the day before, in the order it was logged. */
  yesterday: z.array(foodEntry),
  /** Other meals of the last two weeks, the latest first. */
  past: z.array(z.object({ meal: z.enum(MEALS), date: z.string(), entries: z.array(foodEntry) })),
  /** The meals of the day itself that are begun. */
  begun: z.array(z.enum(MEALS)),
});
export type RepeatView = z.output<typeof repeatView>;

export const totalView = z.object({
  amount: z.number().nullable(),
  unit: z.enum(["mg", "µg", "g", "kcal"]),
  known: z.int(),
  entries: z.int(),
});

/** The id of an entry without values. */
const textId = z.string().regex(/^text:[0-9a-f]{16}$/, "is not the id of a name");

/** A name of entries without values, and how often it was logged. */
export const nameWithoutValues = z.object({
  food: z.string(),
  name: z.string(),
  entries: z.int(),
  /** How many of them state a weight. */
  weighed: z.int(),
  firstDate: z.string(),
  lastDate: z.string(),
  /** The entry that was logged last. */
  lastEntry: z.string(),
});
export type NameWithoutValues = z.output<typeof nameWithoutValues>;

/** As many entries as are replaced at once: each is two changes of a batch. */
export const MAX_REPLACED = MAX_ENTRIES_A_DAY / 2;

const number = (max: number) =>
  z.coerce.number("must be a number").positive("must be above 0").max(max, `must be at most ${max}`);

/** Which entries another food would replace, and by what. */
export const replacementQuery = z
  .strictObject({
    /** An entry, or a food or a name of entries without values: then all entries of it. */
    of: z.union([entryId, foodId, textId], "must be an entry, a food or a name"),
    to: foodId,
    /** For entries that do not say how much it was. */
    grams: number(MAX_FOOD_GRAMS).optional(),
    portion: z.string().min(1).max(80).optional(),
    count: number(MAX_PORTIONS).optional(),
  })
  .refine(
    ({ grams, portion, count }) =>
      (portion === undefined) === (count === undefined) && (grams === undefined || portion === undefined),
    { path: ["grams"], error: "or portion and count may be given, not both" },
  );
export type ReplacementQuery = z.output<typeof replacementQuery>;

/** What a replacement would change; nothing is changed by asking. */
export const replacementView = z.object({
  to: z.object({ food: z.string(), name: z.string() }),
  /** The latest entries, as many as are replaced at once. */
  items: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      meal: z.enum(MEALS),
      name: z.string(),
      grams: z.number().nullable(),
      portion: z.object({ id: z.string(), label: z.string(), count: z.number() }).nullable(),
      /** What a `replace` of it sends as `ifMatch`. */
      version: z.string(),
      /** What would be logged; null where the amount has to be said first. */
      after: z
        .object({
          amount: amountInput,
          grams: z.number(),
          portion: z.object({ id: z.string(), label: z.string(), count: z.number() }).nullable(),
        })
        .nullable(),
    }),
  ),
  /** Earlier entries that are left for another time. */
  more: z.int(),
  /** On how many days the items lie. */
  days: z.int(),
  /** The mean of these days, before and after; `known` and `entries` are those of all of them together. */
  minerals: z.array(z.object({ mineral: z.enum(MINERALS), before: totalView, after: totalView })),
});
export type ReplacementView = z.output<typeof replacementView>;

export const diaryQuery = z.object({ date: localDate, ...pageQuery });

export const totalsView = z.object(
  Object.fromEntries(NUTRIENT_IDS.map((id) => [id, totalView])) as Record<NutrientId, typeof totalView>,
);

/** A span of local days, both ends included. */
export const daySpan = z
  .object({ from: localDate, to: localDate })
  .refine((span) => span.from <= span.to, { path: ["to"], error: "must not be before from" });

export const dayMark = z.enum(["complete", "incomplete"]).nullable();
/** Says of a day that all of it is logged, or that something is missing; null takes either back. */
export const dayMarkBody = z.strictObject({ mark: dayMark });
export const dayMarkView = z.object({ date: z.string(), mark: dayMark, version: z.string() });
export type DayMarkView = z.output<typeof dayMarkView>;
