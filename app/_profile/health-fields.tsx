"use client";

import { fieldError } from "@/components/forms/form-error";
import { FieldMessages } from "@/components/ui/field";
import { Checkbox } from "@/components/ui/inputs";
import {
  CONDITION_LABELS,
  CONDITIONS,
  type Condition,
  gatesFor,
  MEDICINE_LABELS,
  MEDICINES,
  type Medicine,
} from "@/lib/nutrition";
import type { FieldsProps } from "./profile-fields";

const toggled = <T,>(list: readonly T[], item: T, on: boolean): T[] =>
  on ? [...list, item] : list.filter((other) => other !== item);

/** What a condition changes, in the words of the safety table. */
const effectOf = (condition: Condition): string | undefined =>
  gatesFor({ conditions: [condition], age: null, lifeStage: "none" }).texts.find(
    ({ code }) => code === condition,
  )?.text;

/** What a medicine leaves out of suggestions, in the words of the safety table. */
const foodEffectOf = (medicine: Medicine): string | undefined =>
  gatesFor({ conditions: [], medicines: [medicine], age: null, lifeStage: "none" }).foodTexts.find(
    ({ code }) => code === medicine,
  )?.text;

/** Conditions that change what is suggested. Nobody has to answer. */
export const ConditionFields = ({ draft, change, state }: FieldsProps) => (
  <fieldset id="conditions" className="grid gap-3 phone:gap-1">
    <legend className="sr-only">Health conditions</legend>
    {CONDITIONS.map((condition) => (
      <Checkbox
        key={condition}
        name="conditions"
        value={condition}
        label={CONDITION_LABELS[condition]}
        description={effectOf(condition)}
        checked={draft.conditions.includes(condition)}
        onChange={(event) =>
          change({ conditions: toggled(draft.conditions, condition, event.target.checked) })
        }
      />
    ))}
    <FieldMessages error={fieldError(state, "conditions")} />
  </fieldset>
);

/** Medicines with something to say about their timing, or about food. */
export const MedicineFields = ({ draft, change, state }: FieldsProps) => (
  <fieldset id="medicines" className="grid gap-1">
    <legend className="sr-only">Medicines</legend>
    {MEDICINES.map((medicine) => (
      <Checkbox
        key={medicine}
        name="medicines"
        value={medicine}
        label={MEDICINE_LABELS[medicine]}
        description={foodEffectOf(medicine)}
        checked={draft.medicines.includes(medicine)}
        onChange={(event) => change({ medicines: toggled(draft.medicines, medicine, event.target.checked) })}
      />
    ))}
    <FieldMessages error={fieldError(state, "medicines")} />
  </fieldset>
);
