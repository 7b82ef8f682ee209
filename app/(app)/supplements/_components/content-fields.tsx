"use client";

import { X } from "lucide-react";
import { nutrientWord, shareWords } from "@/app/(app)/_features/food";
import type { FormState } from "@/components/forms/form-error";
import { fieldError } from "@/components/forms/form-error";
import { Hallmark } from "@/components/nutrition/hallmark";
import { IconButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, NumberInput, Select } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { formatAmount } from "@/lib/format";
import {
  formsOf,
  isMineral,
  NUTRIENTS,
  SUPPLEMENT_NUTRIENTS,
  type SupplementNutrient,
} from "@/lib/nutrition";
import { type ContentDraft, getMeasure, nutrientInDose } from "./supplement-draft";

type ContentFieldsProps = {
  content: ContentDraft;
  index: number;
  /** Nutrients that other rows have already. */
  taken: readonly SupplementNutrient[];
  state: FormState | null;
  onChange: (change: Partial<ContentDraft>) => void;
  /** Undefined for the only row. */
  onRemove: (() => void) | undefined;
};

/** One nutrient of the label: how much of it, in which form, and whether a doctor prescribed it. */
export const ContentFields = ({ content, index, taken, state, onChange, onRemove }: ContentFieldsProps) => {
  const { nutrient, form, amount, prescribed } = content;
  const { label } = NUTRIENTS[nutrient];
  const forms = formsOf(nutrient);
  const measure = getMeasure(content);
  const path = `contents.${index}`;
  const compound = measure.basis === "compound";
  const unit = compound ? (measure.form?.compoundUnit ?? "") : NUTRIENTS[nutrient].unit;
  const held = nutrientInDose(content);
  const errorAt = (field: string) => fieldError(state, `${path}.${field}`);
  return (
    <fieldset className="grid min-w-0 gap-4 border-line border-t pt-4 first:border-t-0 first:pt-0">
      <legend className="sr-only">{label}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_132px_auto]">
        <Field label="Nutrient" id={`${path}.nutrient`} error={errorAt("nutrient")}>
          <Select
            value={nutrient}
            onChange={(event) =>
              onChange({ nutrient: event.target.value as SupplementNutrient, form: "", basis: "nutrient" })
            }
          >
            {SUPPLEMENT_NUTRIENTS.filter((id) => id === nutrient || !taken.includes(id)).map((id) => (
              <option key={id} value={id}>
                {NUTRIENTS[id].label}
              </option>
            ))}
          </Select>
        </Field>
        <IconButton
          label={`Remove ${nutrientWord(nutrient)}`}
          className="mt-[31px] sm:order-last"
          disabled={onRemove === undefined}
          onClick={onRemove}
        >
          <X size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <Field label="Form" id={`${path}.form`} error={errorAt("form")} className="phone:col-span-2">
          <Select value={form} onChange={(event) => onChange({ form: event.target.value })}>
            <option value="">{forms.length === 0 ? "No forms listed" : "Not named on the label"}</option>
            {forms.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="In one dose"
          id={compound ? `${path}.compound` : `${path}.amount`}
          error={errorAt(compound ? "compound" : "amount")}
          className="phone:col-span-2"
          required
        >
          <NumberInput
            unit={unit}
            maxLength={20}
            value={amount}
            onChange={(event) => onChange({ amount: event.target.value })}
          />
        </Field>
      </div>
      {measure.form && measure.form.compoundUnit !== "IU" && (
        <Segmented
          label="The amount is of"
          value={measure.basis}
          onValueChange={(basis) => onChange({ basis })}
          options={[
            { value: "nutrient", label: `${label} itself` },
            { value: "compound", label: "The compound" },
          ]}
          hint={
            compound
              ? undefined
              : `As labels nearly always state it. Of the compound, ${shareWords(measure.form)}.`
          }
          className="max-w-[420px]"
        />
      )}
      {compound && measure.form && (
        <p aria-live="polite" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-2">
          {isMineral(nutrient) && <Hallmark mineral={nutrient} size={20} />}
          <span>
            {held === null ? (
              ""
            ) : (
              <b className="font-medium text-ink">
                {formatAmount(nutrient, held)} {nutrientWord(nutrient)}.{" "}
              </b>
            )}
            {shareWords(measure.form)}
            {measure.form.formula === null ? "." : ` (${measure.form.formula}).`} {measure.form.note}
          </span>
        </p>
      )}
      <Checkbox
        label="Prescribed by a doctor"
        description="The upper limit is not meant for prescribed doses, so Assay leaves this one out of it."
        checked={prescribed}
        onChange={(event) => onChange({ prescribed: event.target.checked })}
      />
    </fieldset>
  );
};
