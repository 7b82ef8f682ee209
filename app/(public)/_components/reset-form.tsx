"use client";

import Link from "next/link";
import { useState } from "react";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { setNewPassword } from "../reset/actions";
import { useLinkSecret } from "./link-secret";

const LABELS = { password: "New password" };

/** Sets a new password by the link of a mail. */
export const ResetForm = () => {
  const token = useLinkSecret();
  const [done, setDone] = useState(false);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const result = await setNewPassword({ token: token ?? "", password: String(data.get("password")) });
    if (result.ok) setDone(true);
    return toFormState(result, "Nothing was changed yet. Please check:");
  });
  if (done)
    return (
      <div className="grid justify-items-start gap-4">
        <p role="status">Your password is changed, and every browser is signed out.</p>
        <ButtonLink href="/sign-in" variant="primary" size="l">
          Sign in
        </ButtonLink>
      </div>
    );
  if (token === "")
    return (
      <p>
        The link is not whole. Open it from the mail again, or{" "}
        <Link href="/forgot" className="link">
          ask for another one
        </Link>
        .
      </p>
    );
  return (
    <form {...form} className="grid gap-5">
      <FormError state={state} labels={LABELS} />
      <Field
        label={LABELS.password}
        id="password"
        hint="At least 10 characters. A few unrelated words make a good one."
        error={fieldError(fieldState, "password")}
        required
      >
        <TextInput name="password" type="password" autoComplete="new-password" maxLength={200} />
      </Field>
      <Button {...button} variant="primary" size="l" wide className="disabled:opacity-100">
        {pending ? "Saving…" : "Set the password"}
      </Button>
    </form>
  );
};
