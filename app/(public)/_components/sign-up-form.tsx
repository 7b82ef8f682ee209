"use client";

import { useState } from "react";
import { makeAccount, signInWithPassword } from "@/app/_auth/client";
import { useSubmit } from "@/app/_forms/use-submit";
import { FormError } from "@/components/forms/form-error";
import { type FormState, fieldError } from "@/components/forms/form-state";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";

const LABELS = { email: "E-mail address", password: "Password" };

const problemOf = (message: string, { timeZone, ...fields }: Record<string, string>): FormState => {
  if (timeZone !== undefined) return { message: `This browser's time zone ${timeZone}.` };
  return Object.keys(fields).length > 0
    ? { message: "No account was made yet. Please check:", fields }
    : { message };
};

/** Makes an account, signs in to it and goes on to its targets. */
export const SignUpForm = () => {
  const [leaving, setLeaving] = useState(false);
  const { form, state, pending, button } = useSubmit(async (data) => {
    const email = String(data.get("email"));
    const password = String(data.get("password"));
    const made = await makeAccount(email, password);
    if (!made.ok) return problemOf(made.message, made.fields);
    const signedIn = await signInWithPassword(email, password);
    if (!signedIn.ok)
      return { message: `The account is made, but signing in did not work. ${signedIn.message}` };
    setLeaving(true);
    window.location.assign("/setup");
    return { ok: true };
  });
  const busy = pending || leaving;
  return (
    <form {...form} className="grid gap-5">
      <FormError state={state} labels={LABELS} />
      <Field label={LABELS.email} id="email" error={fieldError(state, "email")} required>
        <TextInput name="email" type="email" autoComplete="username" inputMode="email" maxLength={254} />
      </Field>
      <Field
        label={LABELS.password}
        id="password"
        hint="At least 10 characters. A few unrelated words make a good one."
        error={fieldError(state, "password")}
        required
      >
        <TextInput name="password" type="password" autoComplete="new-password" maxLength={200} />
      </Field>
      <Button
        {...button}
        aria-disabled={busy}
        variant="primary"
        size="l"
        wide
        className="disabled:opacity-100"
      >
        {busy ? "Making the account…" : "Create account"}
      </Button>
    </form>
  );
};
