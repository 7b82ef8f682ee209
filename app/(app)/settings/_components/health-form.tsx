"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/app/_forms/use-save";
import { useSubmit } from "@/app/_forms/use-submit";
import { PROFILE_LABELS, type ProfileDraft, profileValue, toProfileDraft } from "@/app/_profile/draft";
import { ConditionFields, MedicineFields } from "@/app/_profile/health-fields";
import { FormError } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { showToast } from "@/components/ui/toast";
import type { ProfileView } from "@/lib/profile/schemas";
import { SaveRow, Section } from "./section";

/** Conditions and medicines. All of it may stay empty. */
export const HealthForm = ({ profile }: { profile: ProfileView }) => {
  const [draft, setDraft] = useState(() => toProfileDraft(profile));
  const change = (part: Partial<ProfileDraft>) => setDraft((before) => ({ ...before, ...part }));
  const router = useRouter();
  /** How often it was saved: what is shown then counts as unchanged. */
  const [saves, setSaves] = useState(0);
  const saved = () => setSaves((before) => before + 1);
  const { save, question } = useSave<ProfileView>({
    path: "/api/v1/profile",
    version: profile.version,
    base: { conditions: profile.conditions, medicines: profile.medicines },
    partial: true,
    label: "Your health conditions and medicines",
    labels: PROFILE_LABELS,
    show: profileValue,
    onSaved: (view) => {
      if (view) setDraft(toProfileDraft(view));
      saved();
      router.refresh();
    },
    onKept: (words) => {
      saved();
      showToast(words);
    },
  });
  const { form, state, fieldState, pending, button } = useSubmit(async () => {
    const { conditions, medicines } = draft;
    return save({ conditions, medicines });
  });
  const fields = { draft, change, state: fieldState };
  return (
    <form {...form} className="grid gap-5 phone:gap-3.5">
      {question}
      <LeaveGuard key={saves} value={draft} submit={{ state, pending }} />
      <FormError state={state} labels={PROFILE_LABELS} />
      <Section
        id="conditions-title"
        title="Health conditions"
        lead="Nobody has to answer. What you tick is kept on this server and used for warnings and for what Assay leaves out, for nothing else."
      >
        <ConditionFields {...fields} />
      </Section>
      <Section
        id="medicines-title"
        title="Medicines"
        lead="Some medicines and minerals should not be taken at the same hour. Assay says so when a supplement you log meets one of these."
      >
        <MedicineFields {...fields} />
      </Section>
      <SaveRow button={button} pending={pending} saved={state?.ok === true} />
    </form>
  );
};
