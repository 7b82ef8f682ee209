"use client";

import { useState } from "react";
import { browserTimeZone, signInWithPassword } from "@/app/_auth/client";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { makeAccount } from "../sign-up/actions";

const LABELS = { email: "E-mail address", password: "Password", timeZone: "Time zone of this browser" };

/**
 * Makes an account, signs in to it and goes on to its targets; where mail is sent it says to open the link first.
 * @param invitation the secret of an invitation's link.
 */
export const SignUpForm = ({ invitation }: { invitation?: string }) => {
  const [leaving, setLeaving] = useState(false);
  const [mailed, setMailed] = useState<string | null>(null);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const email = String(data.get("email"));
    const password = String(data.get("password"));
    const made = await makeAccount({
      email,
      password,
      timeZone: browserTimeZone(),
      ...(invitation !== undefined && { invitation }),
    });
    if (!made.ok) return toFormState(made, "No account was made yet. Please check:");
    if (made.value.confirmByMail) {
      setMailed(email);
      return { ok: true };
    }
    const signedIn = await signInWithPassword(email, password);
    if (!signedIn.ok)
      return { message: `The account is made, but signing in did not work. ${signedIn.message}` };
    setLeaving(true);
    window.location.assign("/setup");
    return { ok: true };
  });
  const busy = pending || leaving;
  if (mailed !== null)
    return (
      <div role="status" className="grid gap-3">
        <p>
          <b className="font-semibold">Look into your mail.</b> A link is on its way to {mailed}. Open it and
          type the password again; then the account is yours.
        </p>
        <p className="text-13 text-ink-2">
          Nothing there after some minutes? Look among unwanted mail, or reload this page and check the
          address.
        </p>
      </div>
    );
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
