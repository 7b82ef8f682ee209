"use client";

import { type FormEvent, useState, useTransition } from "react";
import type { FormState } from "@/components/forms/form-error";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ActionResult } from "@/lib/http";

/** What a form's answer says in a {@link FormState}: the fields carry the details where there are any. */
export const toFormState = (
  result: ActionResult<unknown>,
  lead = "Nothing was saved yet. Please check:",
): FormState => {
  if (result.ok) return { ok: true };
  const { message, fields } = result.error;
  return fields && Object.keys(fields).length > 0 ? { message: lead, fields } : { message };
};

/**
 * Dates that were typed in part, or do not exist: a date input gives an empty text for them, as for none.
 * @param ids the ids of the inputs, by field.
 */
export const unreadDates = (ids: { readonly [field: string]: string }): FormState | null => {
  const unread = Object.entries(ids).filter(([, id]) => {
    const input = document.getElementById(id);
    return input instanceof HTMLInputElement && input.validity.badInput;
  });
  if (unread.length === 0) return null;
  const fields = Object.fromEntries(
    unread.map(([field]) => [field, "must be a whole date: day, month and year, or empty"]),
  );
  return { message: "Nothing was saved yet. Please check:", fields };
};

/**
 * Sends a form by a function and keeps what was typed: React's own form actions empty the fields afterwards.
 * @param send gets the form's data and the value of the button that was pressed; what it answers is shown by
 * `FormError` and by the fields.
 */
export const useSubmit = (send: (data: FormData, pressed: string | null) => Promise<FormState>) => {
  const [state, setState] = useState<FormState | null>(null);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [pending, start] = useTransition();
  const hydrated = useHydrated();
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent as SubmitEvent;
    const pressed = submitter instanceof HTMLButtonElement && submitter.value !== "" ? submitter.value : null;
    start(async () => {
      const answer = await send(data, pressed).catch(
        (): FormState => ({ message: "The server did not answer. Nothing was saved; try again." }),
      );
      setTouched(new Set());
      setState(answer);
    });
  };
  const onChange = (event: FormEvent<HTMLFormElement>): void => {
    const { name } = event.target as HTMLInputElement;
    if (state?.fields && Object.hasOwn(state.fields, name)) setTouched((before) => new Set(before).add(name));
  };
  const open = Object.entries(state?.fields ?? {}).filter(([name]) => !touched.has(name));
  // `method` keeps what was typed out of the address bar if the form is sent before scripts run.
  return {
    form: { onSubmit, onChange, method: "post", noValidate: true } as const,
    /** For `FormError`: the answer as it came. */
    state,
    /** For the fields: the same without those that were changed since. */
    fieldState: state && { ...state, fields: Object.fromEntries(open) },
    pending,
    button: { type: "submit", "aria-disabled": pending, disabled: !hydrated } as const,
  };
};
