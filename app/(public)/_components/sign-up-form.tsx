"use client";

import { useState } from "react";
import { browserTimeZone, signInWithPassword } from "@/app/_auth/client";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { signUp } from "../sign-up/actions";

const LABELS = { email: "E-mail address", password: "Password", timeZone: "Time zone of this browser" };

/** Makes an account, signs in to it and goes on to its targets. */
export const SignUpForm = () => {
  const [leaving, setLeaving] = useState(false);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const email = String(data.get("email"));
    const password = String(data.get("password"));
    const made = await signUp({ email, password, timeZone: browserTimeZone() });
    if (!made.ok) return toFormState(made, "No account was made yet. Please check:");
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
      <Field label={LABELS.email} id="email" error={fieldError(fieldState, "email")} required>
        <TextInput name="email" type="email" autoComplete="username" inputMode="email" maxLength={254} />
      </Field>
      <Field
        label={LABELS.password}
        id="password"
        hint="At least 10 characters. A few unrelated words make a good one."
        error={fieldError(fieldState, "password")}
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
