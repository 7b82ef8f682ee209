"use client";

import { useMemo, useState } from "react";
import { toFormState, unreadDates, useSubmit } from "@/app/_forms/use-submit";
import { typedNumber } from "@/app/_profile/draft";
import { newId } from "@/app/(app)/_features/diary";
import { FormError, type FormState, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NumberInput, Select, TextInput } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http";
import { type LocalDate, type PeriodKind, periodsCollide } from "@/lib/nutrition";
import type { PeriodView, ProfileView } from "@/lib/profile/schemas";
import { removePeriod, savePeriod } from "../actions";
import { PERIOD_LABELS, periodName, periodSpan } from "./period-words";

/** What the person has told so far, and can choose from. */
export type PeriodChoices = {
  periods: readonly PeriodView[];
  kinds: readonly PeriodKind[];
  sex: ProfileView["sex"];
  birthDate: LocalDate | null;
  today: LocalDate;
};

type PeriodFormProps = PeriodChoices & {
  /** The period to correct; null for a new one. */
  period: PeriodView | null;
  /** Called just before the period is removed. */
  beforeRemoval?: () => void;
};

/** What the server answered; where another period is in the way, it is named. */
const stateOf = (
  result: ActionResult<unknown>,
  sent: PeriodView,
  periods: readonly PeriodView[],
): FormState => {
  const state = toFormState(result);
  if (result.ok || result.error.code !== "conflict") return state;
  const other = periods.find((each) => each.id !== sent.id && periodsCollide(each, sent));
  if (!other) return state;
  return {
    ...state,
    fields: {
      from: `overlaps “${periodName(other)}, ${periodSpan(other)}”: correct the days of one of them`,
    },
  };
};

const restore = async (period: PeriodView): Promise<void> => {
  const result = await savePeriod(period).catch(() => null);
  if (result?.ok) showToast(`${periodName(period)}: kept`);
  else showToast(result?.error.message ?? "The server did not answer. Try again.");
};

const renamed = (fields: { readonly [name: string]: string } = {}, to: (name: string) => string) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [to(name), text]));

/** The days over which something held, and how much a weight was. */
export const PeriodForm = ({ period, beforeRemoval, ...choices }: PeriodFormProps) => {
  const { periods, kinds, sex, birthDate, today } = choices;
  const [kind, setKind] = useState<PeriodKind>(period?.kind ?? kinds[0] ?? "weight");
  const [from, setFrom] = useState(period?.from ?? "");
  const [to, setTo] = useState(period?.to ?? "");
  const [weight, setWeight] = useState(period?.weightKg == null ? "" : String(period.weightKg));
  // One id for each new period, so that a form that is sent twice adds it once.
  const [id, setId] = useState(() => period?.id ?? newId());
  const suffix = period?.id ?? "new";
  const own = (field: string) => `${field}-${suffix}`;
  const { form, state, fieldState, pending, button } = useSubmit(async (_, pressed) => {
    const name = period ? periodName(period) : PERIOD_LABELS[kind];
    if (period && pressed === "remove") {
      beforeRemoval?.();
      const result = await removePeriod({ id });
      if (result.ok) showToast(`${name}: removed`, { onUndo: () => void restore(period) });
      return toFormState(result);
    }
    const unread = unreadDates({ from: own("from"), to: own("to") });
    if (unread) return unread;
    const sent: PeriodView = {
      id,
      kind,
      from: from === "" ? null : from,
      to: to === "" ? null : to,
      weightKg: kind === "weight" ? typedNumber(weight) : null,
    };
    const result = await savePeriod(sent);
    if (!result.ok) return stateOf(result, sent, periods);
    showToast(`${name}: saved`);
    if (period === null) {
      setId(newId());
      setFrom("");
      setTo("");
      setWeight("");
    }
    return { ok: true };
  });
  // The same object until the next answer: the summary takes the focus with each new one.
  const summary = useMemo(
    () => state && { ...state, fields: renamed(state.fields, (field) => `${field}-${suffix}`) },
    [state, suffix],
  );
  const days = [
    { field: "from", label: "First day", value: from, set: setFrom, hint: "Empty: from the beginning." },
    { field: "to", label: "Last day", value: to, set: setTo, hint: "Empty: it still holds." },
  ];
  // What is asked of women holds of nobody else; it is kept for when the sex was mistaken.
  const isUsed = kind === "weight" || sex === "female";
  return (
    <form {...form} className="grid gap-4">
      <FormError
        state={summary}
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
      {isUsed ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {days.map(({ field, label, value, set, hint }) => (
            <Field
              key={field}
              label={label}
              id={own(field)}
              hint={hint}
              error={fieldError(fieldState, field)}
            >
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
      ) : (
        <p className="text-13 text-ink-2">Not used: the profile does not say that you are a woman.</p>
      )}
      <div className="flex flex-wrap gap-3">
        {isUsed && (
          <Button {...button} variant="primary">
            {pending ? "Saving…" : period ? "Save" : "Add"}
          </Button>
        )}
        {period && (
          <Button {...button} name="then" value="remove">
            Remove
          </Button>
        )}
      </div>
    </form>
  );
};
