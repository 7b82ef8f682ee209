"use client";

import { useState } from "react";
import { toFormState, unreadDates, useSubmit } from "@/app/_forms/use-submit";
import { typedNumber } from "@/app/_profile/draft";
import { newId } from "@/app/(app)/_features/diary";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NumberInput, Select, TextInput } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import type { LocalDate, PeriodKind } from "@/lib/nutrition";
import type { PeriodView } from "@/lib/profile/schemas";
import { removePeriod, savePeriod } from "../actions";
import { PERIOD_LABELS, periodName } from "./period-words";

type PeriodFormProps = {
  /** The period to correct; null for a new one. */
  period: PeriodView | null;
  kinds: readonly PeriodKind[];
  birthDate: LocalDate | null;
  today: LocalDate;
};

const renamed = (fields: { readonly [name: string]: string } = {}, to: (name: string) => string) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [to(name), text]));

/** The days over which something held, and how much a weight was. */
export const PeriodForm = ({ period, kinds, birthDate, today }: PeriodFormProps) => {
  const [kind, setKind] = useState<PeriodKind>(period?.kind ?? kinds[0] ?? "weight");
  const [from, setFrom] = useState(period?.from ?? "");
  const [to, setTo] = useState(period?.to ?? "");
  const [weight, setWeight] = useState(period?.weightKg == null ? "" : String(period.weightKg));
  // One id for each new period, so that a form that is sent twice adds it once.
  const [id, setId] = useState(() => period?.id ?? newId());
  const own = (field: string) => `${field}-${period?.id ?? "new"}`;
  const { form, state, fieldState, pending, button } = useSubmit(async (_, pressed) => {
    const name = period ? periodName(period) : PERIOD_LABELS[kind];
    if (pressed === "remove") {
      const result = await removePeriod({ id });
      if (result.ok) showToast(`${name}: removed`);
      return toFormState(result);
    }
    const unread = unreadDates({ from: own("from"), to: own("to") });
    if (unread) return unread;
    const result = await savePeriod({
      id,
      kind,
      from: from === "" ? null : from,
      to: to === "" ? null : to,
      weightKg: kind === "weight" ? typedNumber(weight) : null,
    });
    if (!result.ok) return toFormState(result);
    showToast(`${name}: saved`);
    if (period === null) {
      setId(newId());
      setFrom("");
      setTo("");
      setWeight("");
    }
    return { ok: true };
  });
  const days = [
    { field: "from", label: "First day", value: from, set: setFrom, hint: "Empty: not known any more." },
    { field: "to", label: "Last day", value: to, set: setTo, hint: "Empty: it still holds." },
  ];
  return (
    <form {...form} className="grid gap-4">
      <FormError
        state={state && { ...state, fields: renamed(state.fields, own) }}
        labels={renamed({ kind: "What held", from: "First day", to: "Last day", weightKg: "Weight" }, own)}
      />
      {period === null && (
        <Field label="What held" id={own("kind")} error={fieldError(fieldState, "kind")}>
          <Select name="kind" value={kind} onChange={(event) => setKind(event.target.value as PeriodKind)}>
            {kinds.map((option) => (
              <option key={option} value={option}>
                {PERIOD_LABELS[option]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {kind === "weight" && (
        <Field label="Weight" id={own("weightKg")} error={fieldError(fieldState, "weightKg")}>
          <NumberInput
            name="weightKg"
            unit="kg"
            value={weight}
            onChange={(event) => setWeight(event.target.value)}
          />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {days.map(({ field, label, value, set, hint }) => (
          <Field key={field} label={label} id={own(field)} hint={hint} error={fieldError(fieldState, field)}>
            <TextInput
              type="date"
              name={field}
              min={birthDate ?? undefined}
              max={today}
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button {...button} variant="primary">
          {pending ? "Saving…" : period ? "Save" : "Add"}
        </Button>
        {period && (
          <Button {...button} name="then" value="remove">
            Remove
          </Button>
        )}
      </div>
    </form>
  );
};
