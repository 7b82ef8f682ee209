import { typedNumber } from "@/app/_profile/draft";
import type { SupplementInput, SupplementView } from "@/lib/foods/schemas";
import { elementalAmount, type SupplementNutrient, supplementForm } from "@/lib/nutrition";

/** A nutrient of the label as it is being typed. */
export type ContentDraft = {
  readonly row: string;
  readonly nutrient: SupplementNutrient;
  /** Empty: the label does not name one. */
  readonly form: string;
  /** What the amount is of: the nutrient itself, or the whole compound. */
  readonly basis: "nutrient" | "compound";
  readonly amount: string;
  readonly prescribed: boolean;
};

export type SupplementDraft = {
  readonly name: string;
  readonly doseLabel: string;
  readonly contents: readonly ContentDraft[];
  readonly repeat: "daily" | "days" | "needed";
  readonly days: readonly number[];
  readonly times: readonly { readonly row: string; readonly time: string; readonly count: string }[];
  readonly active: boolean;
};

/** An empty row of the label. Vitamin D's forms are measured in IU only. */
export const emptyContent = (row: string, nutrient: SupplementNutrient): ContentDraft => ({
  row,
  nutrient,
  form: "",
  basis: "nutrient",
  amount: "",
  prescribed: false,
});

/** What the form starts with: a saved supplement, or one capsule of magnesium's empty row. */
export const toSupplementDraft = (supplement: SupplementView | undefined): SupplementDraft => {
  if (!supplement) {
    return {
      name: "",
      doseLabel: "",
      contents: [emptyContent("c0", "magnesium")],
      repeat: "daily",
      days: [1, 2, 3, 4, 5, 6, 7],
      times: [{ row: "t0", time: "", count: "1" }],
      active: true,
    };
  }
  const { name, doseLabel, contents, schedule, active } = supplement;
  return {
    name,
    doseLabel,
    contents: contents.map(({ nutrient, amount, form, compound, prescribed }, i) => ({
      row: `c${i}`,
      nutrient,
      form: form?.id ?? "",
      basis: compound === null ? "nutrient" : "compound",
      amount: String(compound === null ? amount : compound.amount),
      prescribed,
    })),
    repeat: schedule.times.length === 0 ? "needed" : schedule.days.length === 7 ? "daily" : "days",
    days: schedule.days,
    times:
      schedule.times.length === 0
        ? [{ row: "t0", time: "", count: "1" }]
        : schedule.times.map(({ time, count }, i) => ({
            row: `t${i}`,
            time: time ?? "",
            count: String(count),
          })),
    active,
  };
};

/** The unit of a row, and whether it measures the nutrient or the compound. */
export const getMeasure = ({ nutrient, form, basis }: ContentDraft) => {
  const found = form === "" ? undefined : supplementForm(nutrient, form);
  // Labels state no weight for a form measured in IU.
  return {
    form: found,
    basis: found?.compoundUnit === "IU" ? ("compound" as const) : found ? basis : "nutrient",
  };
};

/** The amount of the nutrient in the typed figure; null while it is not a number. */
export const nutrientInDose = (content: ContentDraft): number | null => {
  const typed = typedNumber(content.amount);
  if (!(typed > 0)) return null;
  const { form, basis } = getMeasure(content);
  return form && basis === "compound" ? elementalAmount(form, typed) : typed;
};

/** The input of the action; the server's schema validates it. */
export const toSupplementInput = (draft: SupplementDraft): SupplementInput => ({
  name: draft.name,
  doseLabel: draft.doseLabel,
  contents: draft.contents.map((content) => {
    const { form, basis } = getMeasure(content);
    const amount = typedNumber(content.amount);
    return {
      nutrient: content.nutrient,
      form: form?.id ?? null,
      prescribed: content.prescribed,
      ...(basis === "compound" ? { compound: amount } : { amount }),
    };
  }),
  schedule: {
    days: draft.repeat === "days" ? [...draft.days] : [1, 2, 3, 4, 5, 6, 7],
    times:
      draft.repeat === "needed"
        ? []
        : draft.times.map(({ time, count }) => ({
            time: time === "" ? null : time,
            count: typedNumber(count),
          })),
  },
  active: draft.active,
});
