"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/app/_forms/use-save";
import { useSubmit } from "@/app/_forms/use-submit";
import { FormError } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Field } from "@/components/ui/field";
import { Checkbox, Select } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import { WEEKDAY_NAMES } from "@/lib/format";
import type { AlertSettings, AlertSettingsView } from "@/lib/insights/schemas";
import { MINERALS, NUTRIENTS } from "@/lib/nutrition";
import { HourSelect } from "./hour-select";
import { ALERT_TYPE_WORDS, MailFields } from "./mail-fields";
import { SaveRow, Section } from "./section";

/** A list with a value put in or taken out. */
const toggled = <T,>(values: readonly T[], value: T, on: boolean): T[] =>
  on ? [...values, value] : values.filter((other) => other !== value);

/** "07:00" */
const formatHour = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

const LABELS = {
  offTypes: "Kinds of alerts you are not told of",
  offMinerals: "Minerals you are not told of",
  quietDays: "Quiet days",
  hour: "Daily look",
  reviewDay: "Day of the weekly review",
  reviewHour: "Hour of the weekly review",
  mail: "Mail",
  mailOffTypes: "Kinds of alerts that are not mailed",
  mailDetails: "Findings in mails",
} as const;

const dayName = (day: unknown): string => WEEKDAY_NAMES[Number(day) - 1] ?? String(day);

/** A setting in words, where it is told beside another. */
const settingWords = (field: string, value: unknown): string => {
  if (field === "hour" || field === "reviewHour") return formatHour(Number(value));
  if (field === "reviewDay") return dayName(value);
  if (Array.isArray(value))
    return value.length === 0 ? "none" : value.map(field === "quietDays" ? dayName : String).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value).replaceAll("-", " ");
};

type Props = { settings: AlertSettingsView; address: string | null };

/** What to be told, when, and by mail or not. */
export const AlertSettingsForm = ({ settings: { mailReach, version, ...initial }, address }: Props) => {
  const [draft, setDraft] = useState<AlertSettings>(initial);
  const change = (part: Partial<AlertSettings>) => setDraft((before) => ({ ...before, ...part }));
  const router = useRouter();
  /** How often it was saved: what is shown then counts as unchanged. */
  const [saves, setSaves] = useState(0);
  const saved = () => setSaves((before) => before + 1);
  const { save, question } = useSave<AlertSettingsView>({
    path: "/api/v1/settings/alerts",
    version,
    base: initial,
    partial: true,
    label: "Your alert settings",
    labels: LABELS,
    show: settingWords,
    onSaved: (view) => {
      if (view) {
        const { mailReach: _, version: __, ...now } = view;
        setDraft(now);
      }
      saved();
      router.refresh();
    },
    onKept: (words) => {
      saved();
      showToast(words);
    },
  });
  const { form, state, pending, button } = useSubmit(() => save(draft));
  return (
    <form {...form} className="grid gap-5 phone:gap-3.5">
      {question}
      <LeaveGuard key={saves} value={draft} submit={{ state, pending }} />
      <FormError state={state} />
      <Section
        id="told"
        title="What to tell you"
        lead="Unticked alerts are still worked out and listed under All, but not counted, shown on Today or mailed."
      >
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium">Kinds of alerts</legend>
          <Checkbox
            label={ALERT_TYPE_WORDS.day.label}
            description="Always told in the app, whatever you choose here."
            checked
            disabled
            readOnly
          />
          {(["limit", "intake", "pairing", "absorption", "data"] as const).map((type) => (
            <Checkbox
              key={type}
              label={ALERT_TYPE_WORDS[type].label}
              description={ALERT_TYPE_WORDS[type].about}
              checked={!draft.offTypes.includes(type)}
              onChange={({ target }) => change({ offTypes: toggled(draft.offTypes, type, !target.checked) })}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend className="mb-1 font-medium">Minerals</legend>
          <div className="grid gap-x-6 sm:grid-cols-3">
            {MINERALS.map((mineral) => (
              <Checkbox
                key={mineral}
                label={
                  <span className="inline-flex items-center gap-2">
                    <Hallmark mineral={mineral} size={20} />
                    {NUTRIENTS[mineral].label}
                  </span>
                }
                checked={!draft.offMinerals.includes(mineral)}
                onChange={({ target }) =>
                  change({ offMinerals: toggled(draft.offMinerals, mineral, !target.checked) })
                }
              />
            ))}
          </div>
        </fieldset>
      </Section>
      <Section
        id="when"
        title="When"
        lead="Alerts follow every change of your diary. Once a day Assay also looks by itself, which matters for mail and for what time alone changes."
      >
        <div className="grid gap-5 sm:grid-cols-3">
          <Field label="Daily look at">
            <HourSelect hour={draft.hour} onHour={(hour) => change({ hour })} />
          </Field>
          <Field label="Weekly review on">
            <Select
              value={draft.reviewDay}
              onChange={(event) => change({ reviewDay: Number(event.target.value) })}
            >
              {WEEKDAY_NAMES.map((day, i) => (
                <option key={day} value={i + 1}>
                  {day}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Review from">
            <HourSelect hour={draft.reviewHour} onHour={(reviewHour) => change({ reviewHour })} />
          </Field>
        </div>
        <fieldset>
          <legend className="mb-1 font-medium">Quiet days</legend>
          <p className="text-13 text-ink-2">
            No count, no note on Today and no mail about alerts. Safety alarms are shown all the same.
          </p>
          <div className="mt-1 grid grid-cols-2 gap-x-6 sm:grid-cols-4">
            {WEEKDAY_NAMES.map((day, i) => (
              <Checkbox
                key={day}
                label={day}
                checked={draft.quietDays.includes(i + 1)}
                onChange={({ target }) =>
                  change({ quietDays: toggled(draft.quietDays, i + 1, target.checked) })
                }
              />
            ))}
          </div>
        </fieldset>
      </Section>
      <MailFields draft={draft} change={change} reach={mailReach} address={address} />
      <SaveRow button={button} pending={pending} saved={state?.ok === true} />
    </form>
  );
};
