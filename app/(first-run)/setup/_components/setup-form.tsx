"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useSave } from "@/app/_forms/use-save";
import { useSubmit } from "@/app/_forms/use-submit";
import {
  missingIn,
  PROFILE_LABELS,
  profileValue,
  toProfileDraft,
  toProfileInput,
} from "@/app/_profile/draft";
import { ConditionFields } from "@/app/_profile/health-fields";
import { IronFields } from "@/app/_profile/iron-fields";
import { PersonFields, TimeZoneField } from "@/app/_profile/profile-fields";
import { previewTargets } from "@/app/_profile/target-preview";
import { TargetsCard } from "@/app/_profile/targets-card";
import { startQueue } from "@/app/(app)/_features/offline";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { LocalDate, TargetOverrides } from "@/lib/nutrition";
import type { ProfileView } from "@/lib/profile/schemas";

type SetupFormProps = {
  /** Id of the account. */
  account: string;
  profile: ProfileView;
  overrides: TargetOverrides;
  today: LocalDate;
  notice: string;
};

/** The questions at the left, and what the answers make of the targets at the right. */
export const SetupForm = ({ account, profile, overrides, today, notice }: SetupFormProps) => {
  const router = useRouter();
  const [draft, setDraft] = useState(() => toProfileDraft(profile));
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const next = useRef("/today");
  const go = () => {
    router.push(next.current);
    router.refresh();
  };
  useEffect(() => startQueue(account), [account]);
  const { save, question } = useSave<ProfileView>({
    path: "/api/v1/profile",
    version: profile.version,
    base: toProfileInput(toProfileDraft(profile)),
    partial: true,
    label: "Your profile",
    labels: PROFILE_LABELS,
    show: profileValue,
    onSaved: go,
    onKept: (words, durable) => {
      showToast(words);
      if (durable) go();
    },
  });
  const { form, state, fieldState, pending, button } = useSubmit(async (_, pressed) => {
    const missing = missingIn(draft);
    if (missing) return { message: "Nothing was saved yet. Please check:", fields: missing };
    next.current = pressed === "own" ? "/settings/targets" : "/today";
    return save(toProfileInput(draft));
  });
  const fields = { draft, change, state: fieldState };
  return (
    <main className="mx-auto grid w-full max-w-[1000px] items-start gap-8 px-8 pt-7 pb-16 lg:grid-cols-[minmax(0,1fr)_424px] lg:gap-16 phone:px-4 phone:pt-3 phone:pb-12">
      <div>
        <h1 className="mb-2 font-semibold text-28 tracking-[-0.02em] phone:text-22">Set your targets</h1>
        <p className="max-w-[46ch] text-15 text-ink-2">
          How much of each mineral you need depends on age, sex and life stage. These answers stay on this
          server.
        </p>
        <form {...form} className="mt-7 grid gap-[22px]">
          {question}
          <FormError state={state} labels={PROFILE_LABELS} />
          <PersonFields {...fields} today={today} />
          <IronFields {...fields} today={today} />
          <TimeZoneField {...fields} />
          <details
            className="group rounded-lg border border-line bg-surface"
            open={profile.conditions.length > 0}
          >
            <summary className="flex list-none items-center gap-2 rounded-lg px-3.5 py-3 font-medium">
              <ChevronRight
                size={16}
                strokeWidth={1.75}
                className="text-ink-3 group-open:rotate-90"
                aria-hidden
              />
              Health conditions
              <span className="font-normal text-13 text-ink-2">
                {draft.conditions.length === 0 ? "optional" : `${draft.conditions.length} ticked`}
              </span>
            </summary>
            <div className="grid gap-4 border-line border-t px-3.5 py-4">
              <p className="text-13 text-ink-2">
                Kidney disease and medicines that raise potassium above all. What you tick is used for
                warnings and for what Assay leaves out, and for nothing else.
              </p>
              <ConditionFields {...fields} />
            </div>
          </details>
          <div className="flex flex-wrap gap-3">
            <Button {...button} variant="primary" size="l" className="disabled:opacity-100 phone:w-full">
              {pending ? "Saving…" : "Continue"}
            </Button>
            <Button {...button} name="then" value="own" variant="ghost" size="l" className="phone:w-full">
              Enter my own targets
            </Button>
          </div>
          <p className="text-13 text-ink-2">
            You can also{" "}
            <Link href="/today" className="link">
              skip this
            </Link>{" "}
            and log food first; amounts then stand without targets.
          </p>
        </form>
      </div>
      <div className="grid gap-4">
        <TargetsCard
          preview={previewTargets(draft, today, overrides)}
          standard={draft.standard}
          onStandard={(standard) => change({ standard })}
        />
        <p className="text-12 text-ink-3">{notice}</p>
      </div>
    </main>
  );
};
