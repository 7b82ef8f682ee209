"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/app/_forms/use-save";
import { unreadDates, useSubmit } from "@/app/_forms/use-submit";
import {
  missingIn,
  PROFILE_LABELS,
  type ProfileDraft,
  profileValue,
  savedProfile,
  toProfileDraft,
  toProfileInput,
} from "@/app/_profile/draft";
import { IronFields, SinceField } from "@/app/_profile/iron-fields";
import { PersonFields, TimeZoneField } from "@/app/_profile/profile-fields";
import { previewTargets } from "@/app/_profile/target-preview";
import { TargetsCard } from "@/app/_profile/targets-card";
import { FormError, fieldError } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { StandardSelect } from "@/components/nutrition/standard-select";
import { Field } from "@/components/ui/field";
import { Checkbox, NumberInput } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import { EXCLUSIONS, type Exclusion, type LocalDate, type TargetOverrides } from "@/lib/nutrition";
import type { ProfileView } from "@/lib/profile/schemas";
import { SaveRow } from "./section";

const EXCLUSION_LABELS: Record<Exclusion, string> = {
  dairy: "Dairy",
  egg: "Egg",
  gluten: "Gluten",
  nuts: "Nuts",
  peanut: "Peanut",
  soy: "Soy",
  fish: "Fish",
  shellfish: "Shellfish",
  pork: "Pork",
  meat: "Meat",
  sesame: "Sesame",
  lupin: "Lupin",
  mustard: "Mustard",
  celery: "Celery",
  sulphites: "Sulphites",
};

type ProfileFormProps = { profile: ProfileView; overrides: TargetOverrides; today: LocalDate };

/** Everything the profile holds but conditions and medicines, which have a page of their own. */
export const ProfileForm = ({ profile, overrides, today }: ProfileFormProps) => {
  const [draft, setDraft] = useState(() => toProfileDraft(profile));
  const change = (part: Partial<ProfileDraft>) => setDraft((before) => ({ ...before, ...part }));
  const router = useRouter();
  /** How often it was saved: what is shown then counts as unchanged. */
  const [saves, setSaves] = useState(0);
  const { save, question } = useSave<ProfileView>({
    path: "/api/v1/profile",
    version: profile.version,
    base: savedProfile(profile),
    partial: true,
    label: "Your profile",
    labels: PROFILE_LABELS,
    show: profileValue,
    onSaved: (view) => {
      // With what another device changed meanwhile.
      if (view) setDraft(toProfileDraft(view));
      else change({ from: "" });
      setSaves((before) => before + 1);
      router.refresh();
    },
    onKept: (words) => {
      change({ from: "" });
      setSaves((before) => before + 1);
      showToast(words);
    },
  });
  const { form, state, fieldState, pending, button } = useSubmit(async () => {
    const missing = missingIn(draft);
    if (missing) return { message: "Nothing was saved yet. Please check:", fields: missing };
    const unread = unreadDates({ from: "from" });
    if (unread) return unread;
    const { conditions: _, medicines: __, excludedFoods: ___, ...input } = toProfileInput(draft);
    return save(input);
  });
  const fields = { draft, change, state: fieldState };
  const exclude = (exclusion: Exclusion, on: boolean) =>
    change({
      exclusions: on
        ? [...draft.exclusions, exclusion]
        : draft.exclusions.filter((other) => other !== exclusion),
    });
  return (
    <form {...form} className="grid gap-[22px]">
      {question}
      <LeaveGuard key={saves} value={{ ...draft, from: "" }} submit={{ state, pending }} />
      <FormError state={state} labels={PROFILE_LABELS} />
      <PersonFields {...fields} today={today} />
      <IronFields {...fields} today={today} />
      <fieldset id="exclusions">
        <legend className="mb-1 font-medium">{PROFILE_LABELS.exclusions}</legend>
        <div className="flex flex-wrap gap-x-6">
          {EXCLUSIONS.map((exclusion) => (
            <Checkbox
              key={exclusion}
              name="exclusions"
              value={exclusion}
              label={EXCLUSION_LABELS[exclusion]}
              checked={draft.exclusions.includes(exclusion)}
              onChange={(event) => exclude(exclusion, event.target.checked)}
            />
          ))}
        </div>
        <p className="mt-1.5 text-13 text-ink-2">
          Goes by what the food table describes. It is no protection against an allergy: read the label.
        </p>
      </fieldset>
      <div id="standard">
        <Field
          label={PROFILE_LABELS.standard}
          hint="All were set by expert panels; they differ because they weigh the studies differently."
          error={fieldError(fieldState, "standard")}
        >
          <StandardSelect
            name="standard"
            value={draft.standard}
            onChange={(standard) => change({ standard })}
          />
        </Field>
      </div>
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_176px]">
        <TimeZoneField {...fields} />
        <Field
          label={PROFILE_LABELS.weightKg}
          id="weightKg"
          hint="Optional."
          error={fieldError(fieldState, "weightKg")}
        >
          <NumberInput
            name="weightKg"
            unit="kg"
            value={draft.weightKg}
            onChange={(event) => change({ weightKg: event.target.value })}
          />
        </Field>
      </div>
      <SinceField {...fields} saved={profile} today={today} />
      <SaveRow button={button} pending={pending} saved={state?.ok === true} />
      <TargetsCard preview={previewTargets(draft, today, overrides)} standard={draft.standard} />
    </form>
  );
};
