"use client";

import { type FormState, fieldError } from "@/components/forms/form-error";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { useHydrated } from "@/components/ui/use-hydrated";
import { FIRST_DAY, type LocalDate } from "@/lib/nutrition";
import { PROFILE_LABELS, type ProfileDraft } from "./draft";

export type FieldsProps = {
  draft: ProfileDraft;
  change: (part: Partial<ProfileDraft>) => void;
  state: FormState | null;
};

/** Who the reference values are for: birth date, sex, pregnancy, diet. */
export const PersonFields = ({ draft, change, state, today }: FieldsProps & { today: LocalDate }) => (
  <>
    <div className="grid grid-cols-[176px_minmax(0,1fr)] gap-4 phone:grid-cols-1 phone:gap-5">
      <Field label={PROFILE_LABELS.birthDate} id="birthDate" error={fieldError(state, "birthDate")} required>
        <TextInput
          type="date"
          name="birthDate"
          autoComplete="bday"
          min={FIRST_DAY}
          max={today}
          value={draft.birthDate}
          onChange={(event) => change({ birthDate: event.target.value })}
        />
      </Field>
      <div id="sex">
        <Segmented<"female" | "male" | "">
          label={PROFILE_LABELS.sex}
          name="sex"
          options={[
            { value: "female", label: "Woman" },
            { value: "male", label: "Man" },
          ]}
          value={draft.sex ?? ""}
          onValueChange={(sex) => change({ sex: sex === "" ? null : sex })}
          error={fieldError(state, "sex")}
        />
      </div>
    </div>
    {draft.sex !== "male" && (
      <div id="lifeStage">
        <Segmented
          label={PROFILE_LABELS.lifeStage}
          name="lifeStage"
          options={[
            { value: "none", label: "Neither" },
            { value: "pregnant", label: "Pregnant" },
            { value: "lactating", label: "Breastfeeding" },
          ]}
          value={draft.lifeStage}
          onValueChange={(lifeStage) => change({ lifeStage })}
          error={fieldError(state, "lifeStage")}
        />
      </div>
    )}
    <div id="diet">
      <Segmented
        label={PROFILE_LABELS.diet}
        name="diet"
        options={[
          { value: "everything", label: "Everything" },
          { value: "vegetarian", label: "Vegetarian" },
          { value: "vegan", label: "Vegan" },
        ]}
        value={draft.diet}
        onValueChange={(diet) => change({ diet })}
        hint="Shapes food suggestions. For a vegetarian or vegan diet the US/Canada report asks for 1.8 times the iron."
        error={fieldError(state, "diet")}
      />
    </div>
  </>
);

/** Where the person's days begin and end. */
export const TimeZoneField = ({ draft, change, state }: FieldsProps) => {
  // The server may know other zones than this browser, so the whole list appears only once the page runs.
  const zones = useHydrated() ? Intl.supportedValuesOf("timeZone") : [];
  const all = [...new Set([...zones, "UTC", draft.timeZone])].sort();
  return (
    <Field
      label={PROFILE_LABELS.timeZone}
      id="timeZone"
      hint="Decides when a new day of your diary begins."
      error={fieldError(state, "timeZone")}
    >
      <Select
        name="timeZone"
        value={draft.timeZone}
        onChange={(event) => change({ timeZone: event.target.value })}
      >
        {all.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </Select>
    </Field>
  );
};
