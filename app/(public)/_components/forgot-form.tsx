"use client";

import { useState } from "react";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { askForReset } from "../reset/actions";

const LABELS = { email: "E-mail address" };

/** Asks for a link to set a new password. The answer is the same whether the address has an account. */
export const ForgotForm = () => {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const email = String(data.get("email"));
    const result = await askForReset({ email });
    if (result.ok) setSentTo(email);
    return toFormState(result, "Nothing was sent yet. Please check:");
  });
  if (sentTo !== null)
    return (
      <p role="status">
        <b className="font-semibold">Look into your mail.</b> If {sentTo} has an account here, a link is on
        its way. It works once, for an hour.
      </p>
    );
  return (
    <form {...form} className="grid gap-5">
      <FormError state={state} labels={LABELS} />
      <Field label={LABELS.email} id="email" error={fieldError(fieldState, "email")} required>
        <TextInput name="email" type="email" autoComplete="username" inputMode="email" maxLength={254} />
      </Field>
      <Button {...button} variant="primary" size="l" wide className="disabled:opacity-100">
        {pending ? "Sending…" : "Send me a link"}
      </Button>
    </form>
  );
};
