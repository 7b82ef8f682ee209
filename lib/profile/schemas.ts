import { z } from "zod";
import { timeZoneField } from "../access/schemas";
import { localDate, requiredText } from "../fields";
import { foodId } from "../foods/schemas";
import {
  CONDITIONS,
  DIETS,
  EXCLUSIONS,
  MEDICINES,
  MINERALS,
  type Mineral,
  PERIOD_KINDS,
  REFERENCE_KINDS,
  STANDARDS,
} from "../nutrition";

const distinct = <T>(values: T[]): T[] => [...new Set(values)];

/** The most single foods that a person can exclude from suggestions. */
export const MAX_EXCLUDED_FOODS = 200;

const person = {
  sex: z.enum(["female", "male"], "must be female or male"),
  lifeStage: z.enum(["none", "pregnant", "lactating"], "must be none, pregnant or lactating"),
  standard: z.enum(STANDARDS, `must be one of ${STANDARDS.join(", ")}`),
  diet: z.enum(DIETS, "must be everything, vegetarian or vegan"),
  units: z.enum(["metric", "us"], "must be metric or us"),
};

const conditionsField = z
  .array(z.enum(CONDITIONS, "is not a condition Assay knows"))
  .max(40)
  .transform(distinct);
const medicinesField = z
  .array(z.enum(MEDICINES, "is not a medicine Assay knows"))
  .max(40)
  .transform(distinct);

const weightField = z
  .number("must be a number")
  .min(1, "must be at least 1 kg")
  .max(500, "must be at most 500 kg");

/** The answers that are asked of females only and are given for somebody else, each with what is wrong. */
export const answersOfFemales = (
  sex: "female" | "male" | null,
  answers: {
    readonly lifeStage?: string | undefined;
    readonly menstruating?: boolean | null | undefined;
    readonly hormonalContraception?: boolean | undefined;
    readonly hormoneTherapy?: boolean | undefined;
    readonly growthSpurt?: boolean | undefined;
  },
): Record<string, string> => {
  if (sex === "female") return {};
  const wrong: Record<string, string> = {};
  if (answers.lifeStage !== undefined && answers.lifeStage !== "none")
    wrong.lifeStage = "pregnancy and lactation values exist for females only";
  for (const answer of ["menstruating", "hormonalContraception", "hormoneTherapy", "growthSpurt"] as const)
    if (answers[answer]) wrong[answer] = "is asked of females only";
  return wrong;
};

/** What of the profile is to change; what is left out stays as it is. */
export const profileInput = z
  .strictObject({
    birthDate: localDate.optional(),
    sex: person.sex.optional(),
    lifeStage: person.lifeStage.optional(),
    menstruating: z.boolean("must be true, false or null").nullish(),
    hormonalContraception: z.boolean("must be true or false").optional(),
    hormoneTherapy: z.boolean("must be true or false").optional(),
    growthSpurt: z.boolean("must be true or false").optional(),
    /**
     * The first day for which a changed life stage, weight or answer holds; what held before stays for the days before.
     * Left out: today, and every day for what was never told before.
     */
    from: localDate.optional(),
    standard: person.standard.optional(),
    timeZone: timeZoneField.optional(),
    weightKg: weightField.nullish(),
    diet: person.diet.optional(),
    exclusions: z
      .array(z.enum(EXCLUSIONS, `must be one of ${EXCLUSIONS.join(", ")}`))
      .max(20)
      .transform(distinct)
      .optional(),
    excludedFoods: z
      .array(foodId)
      .max(MAX_EXCLUDED_FOODS, `must have at most ${MAX_EXCLUDED_FOODS} foods`)
      .transform(distinct)
      .optional(),
    conditions: conditionsField.optional(),
    medicines: medicinesField.optional(),
    units: person.units.optional(),
  })
  .superRefine((profile, context) => {
    if (profile.sex === undefined) return;
    for (const [answer, message] of Object.entries(answersOfFemales(profile.sex, profile)))
      context.addIssue({ code: "custom", path: [answer], message });
  });
export type ProfileInput = z.output<typeof profileInput>;

/** One food that is kept from suggestions, or no longer. */
export const excludedFoodInput = z.strictObject({ food: foodId, excluded: z.boolean() });
export type ExcludedFoodInput = z.output<typeof excludedFoodInput>;

/** The part of the profile that only switches things off; it can be told before birth date and sex are. */
export const healthInput = z.strictObject({ conditions: conditionsField, medicines: medicinesField });
export type HealthInput = z.output<typeof healthInput>;

const kindField = z.enum(PERIOD_KINDS, `must be one of ${PERIOD_KINDS.join(", ")}`);

/** A time over which something held; the id is the client's. */
export const periodInput = z
  .strictObject({
    kind: kindField,
    /** The first day; null: since a day that nobody knows any more. */
    from: localDate.nullable(),
    /** The last day; null: it still holds. */
    to: localDate.nullable(),
    /** Kilograms; of the kind `weight` alone. */
    weightKg: weightField.nullish(),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ["to"],
    error: "must not be before the first day",
  })
  .refine(({ kind, weightKg }) => (kind === "weight") === (typeof weightKg === "number"), {
    path: ["weightKg"],
    error: "must be given for a weight, and for nothing else",
  });
export type PeriodInput = z.output<typeof periodInput>;

export const periodView = z.object({
  id: z.string(),
  kind: kindField,
  weightKg: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type PeriodView = z.output<typeof periodView>;

export const periodsView = z.object({ items: z.array(periodView) });

/** The profile; `birthDate` and `sex` are null until the person has set them. */
export const profileView = z.object({
  birthDate: z.string().nullable(),
  sex: person.sex.nullable(),
  /** This, the four answers that follow and the weight are those of today; `periods` says what held when. */
  lifeStage: person.lifeStage,
  /** Null: not told, so that iron follows the age group. */
  menstruating: z.boolean().nullable(),
  hormonalContraception: z.boolean(),
  hormoneTherapy: z.boolean(),
  growthSpurt: z.boolean(),
  standard: person.standard,
  timeZone: z.string(),
  weightKg: z.number().nullable(),
  diet: person.diet,
  exclusions: z.array(z.enum(EXCLUSIONS)),
  /** Ids of single foods that nothing suggests. */
  excludedFoods: z.array(foodId),
  conditions: z.array(z.enum(CONDITIONS)),
  medicines: z.array(z.enum(MEDICINES)),
  units: person.units,
  periods: z.array(periodView),
  /** Changes with every change of the profile or its periods: what PUT sends as `If-Match`. */
  version: z.string(),
});
export type ProfileView = z.output<typeof profileView>;

export const mineralField = z.enum(MINERALS, "is not one of the six minerals");

/** The largest target that can be meant, in the mineral's unit: far above every published upper limit. */
const MOST: Record<Mineral, number> = {
  magnesium: 2000,
  zinc: 200,
  calcium: 5000,
  iron: 300,
  selenium: 1000,
  potassium: 15_000,
};

export const targetInput = z.strictObject({
  target: z
    .number("must be a number")
    .positive("must be above 0")
    .max(15_000, "is more than a target can be"),
  reason: requiredText(300),
});
export type TargetInput = z.output<typeof targetInput>;

/** The person's own target of a mineral; null while the published one holds. */
export type OwnTargetView = {
  readonly mineral: Mineral;
  readonly target: number | null;
  readonly reason: string | null;
  readonly version: string;
};

/** Whether a target lies within what can be meant for its mineral. */
export const isPlausibleTarget = (mineral: Mineral, target: number): boolean => target <= MOST[mineral];

/**
 * The published values, where `target` and `ear` beside it include the allowance of the US/Canada report for the lower
 * absorption of iron from a vegetarian diet (times 1.8); null where none is made.
 */
export const withoutAllowance = z.object({ target: z.number().nullable(), ear: z.number().nullable() });

export const targetView = z.object({
  mineral: mineralField,
  unit: z.enum(["mg", "µg"]),
  target: z.number().nullable(),
  kind: z.enum(REFERENCE_KINDS).nullable(),
  ear: z.number().nullable(),
  withoutAllowance: withoutAllowance.nullable(),
  ul: z.number().nullable(),
  ulScope: z.enum(["total", "supplements"]).nullable(),
  group: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  /**
   * Whether the published values are meant for this person: not known until the profile says whose they are; off where
   * a condition switches them off, and what target there is then is the person's own.
   */
  state: z.enum(["usual", "switched-off", "no-profile"]),
  /** Changes with every change of the person's own target, "0" while there is none: what PUT and DELETE send as `If-Match`. */
  version: z.string(),
});
export type TargetView = z.output<typeof targetView>;

/** Vitamins D and C have reference values too; they are shown beside the minerals, never as a target to close. */
const vitaminTargetView = targetView
  .omit({ mineral: true, state: true, version: true })
  .extend({ nutrient: z.enum(["vitaminD", "vitaminC"]) });

export const targetsView = z.object({ items: z.array(targetView), vitamins: z.array(vitaminTargetView) });
export type TargetsView = z.output<typeof targetsView>;
