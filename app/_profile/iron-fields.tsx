"use client";

import { fieldError } from "@/components/forms/form-error";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { ageOn, isLocalDate, type LocalDate } from "@/lib/nutrition";
import type { ProfileView } from "@/lib/profile/schemas";
import { ADULT_FROM_YEARS, ASKED_FROM_YEARS, CONTRACEPTION_FROM_YEARS, THERAPY_FROM_YEARS } from "./asked";
import { PROFILE_LABELS, type ProfileDraft, typedNumber } from "./draft";
import type { FieldsProps } from "./profile-fields";

const yearsOf = ({ birthDate }: ProfileDraft, today: LocalDate): number | null =>
  isLocalDate(birthDate) ? (ageOn(birthDate, today)?.years ?? null) : null;

type Answer = "hormonalContraception" | "hormoneTherapy" | "growthSpurt";

const YesNo = ({ field, hint, draft, change, state }: FieldsProps & { field: Answer; hint: string }) => (
  <div id={field}>
    <Segmented<"no" | "yes">
      label={PROFILE_LABELS[field]}
      name={field}
      options={[
        { value: "no", label: "No, or not told" },
        { value: "yes", label: "Yes" },
      ]}
      value={draft[field] ? "yes" : "no"}
      onValueChange={(answer) => change({ [field]: answer === "yes" })}
      hint={hint}
      error={fieldError(state, field)}
    />
  </div>
);

/** What decides how much iron a girl or woman needs beside her age. All of it is optional; nobody else is asked. */
export const IronFields = ({ today, ...fields }: FieldsProps & { today: LocalDate }) => {
  const { draft, change, state } = fields;
  const years = yearsOf(draft, today);
  if (draft.sex !== "female" || years === null || years < ASKED_FROM_YEARS || draft.lifeStage !== "none")
    return null;
  const told = draft.menstruating === null ? "" : draft.menstruating ? "yes" : "no";
  return (
    <>
      <div id="menstruating">
        <Segmented<"" | "yes" | "no">
          label={PROFILE_LABELS.menstruating}
          name="menstruating"
          options={[
            { value: "", label: "Not told" },
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
          value={told}
          onValueChange={(answer) => change({ menstruating: answer === "" ? null : answer === "yes" })}
          hint="Optional. Iron is lost with it, so the iron you need depends on it. Not told: it goes by age, from 14 to 50 years."
          error={fieldError(state, "menstruating")}
        />
      </div>
      {draft.menstruating !== false && years >= CONTRACEPTION_FROM_YEARS && (
        <YesNo
          {...fields}
          field="hormonalContraception"
          hint="Optional. The pill or a hormonal coil lessens the bleeding, and with it the iron you need."
        />
      )}
      {draft.menstruating !== true && years >= THERAPY_FROM_YEARS && (
        <YesNo
          {...fields}
          field="hormoneTherapy"
          hint="Optional. With some of them women bleed again and lose iron; no figure is published, so it is told beside the values."
        />
      )}
      {years < ADULT_FROM_YEARS && (
        <YesNo
          {...fields}
          field="growthSpurt"
          hint="Optional. While a girl grows fastest she needs about 1 mg more iron a day."
        />
      )}
    </>
  );
};

const DATED = [
  "lifeStage",
  "menstruating",
  "hormonalContraception",
  "hormoneTherapy",
  "growthSpurt",
] as const satisfies readonly (keyof ProfileView & keyof ProfileDraft)[];

/** From which day on a changed answer holds; shown once one differs from what is saved. */
export const SinceField = ({
  saved,
  today,
  draft,
  change,
  state,
}: FieldsProps & { saved: ProfileView; today: LocalDate }) => {
  const weightKg = draft.weightKg.trim() === "" ? null : typedNumber(draft.weightKg);
  const differs = DATED.some((field) => draft[field] !== saved[field]) || weightKg !== saved.weightKg;
  if (!differs || saved.birthDate === null) return null;
  return (
    <Field
      label={PROFILE_LABELS.from}
      id="from"
      hint="The first day for which what you changed holds. Left empty: from today, and for every day if you never told it before. Days before it keep what held then."
      error={fieldError(state, "from")}
    >
      <TextInput
        type="date"
        name="from"
        min={saved.birthDate}
        max={today}
        value={draft.from}
        onChange={(event) => change({ from: event.target.value })}
        className="max-w-[176px]"
      />
    </Field>
  );
};
