"use client";

import { useState, useTransition } from "react";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { saveEmail, sendVerification } from "../account/actions";

const LABELS = { email: "New e-mail address", password: "Password" };

/** Changes the address, after the password. */
export const EmailForm = () => {
  const [said, setSaid] = useState("");
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    setSaid("");
    const email = String(data.get("email"));
    const result = await saveEmail({ email, password: String(data.get("password")) });
    if (result.ok)
      setSaid(
        result.value.confirmByMail
          ? `A link is on its way to ${email}. The address changes when it is opened.`
          : "Changed.",
      );
    return toFormState(result);
  });
  return (
    <form {...form} className="grid max-w-[420px] gap-4">
      <FormError state={state} labels={LABELS} />
      <Field label={LABELS.email} id="email" error={fieldError(fieldState, "email")} required>
        <TextInput name="email" type="email" autoComplete="email" inputMode="email" maxLength={254} />
      </Field>
      <Field label={LABELS.password} id="email-password" error={fieldError(fieldState, "password")} required>
        <TextInput name="password" type="password" autoComplete="current-password" maxLength={1000} />
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button {...button} variant="primary">
          {pending ? "Saving…" : "Change the address"}
        </Button>
        <p role="status" className="text-13 text-ink-2">
          {!pending && said}
        </p>
      </div>
    </form>
  );
};

/** Has the link sent that shows the address to be this person's. */
export const VerifyButton = () => {
  const [said, setSaid] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const result = await sendVerification({}).catch(() => null);
      if (result === null) setSaid("The server did not answer. Try again.");
      else setSaid(result.ok ? "A link is on its way." : result.error.message);
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={send} aria-disabled={pending}>
        {pending ? "Sending…" : "Confirm the address"}
      </Button>
      <p role="status" className="text-13 text-ink-2">
        {!pending && said}
      </p>
    </div>
  );
};
