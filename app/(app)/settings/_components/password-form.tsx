"use client";

import { useRef } from "react";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { savePassword } from "../account/actions";
import { SaveRow } from "./section";

const LABELS = { current: "Present password", password: "New password" };

/** Changes the password, after the present one. */
export const PasswordForm = () => {
  const element = useRef<HTMLFormElement>(null);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const result = await savePassword({
      current: String(data.get("current")),
      password: String(data.get("password")),
    });
    if (result.ok) element.current?.reset();
    return toFormState(result);
  });
  return (
    <form {...form} ref={element} className="grid max-w-[420px] gap-4">
      <FormError state={state} labels={LABELS} />
      <Field label={LABELS.current} id="current" error={fieldError(fieldState, "current")} required>
        <TextInput name="current" type="password" autoComplete="current-password" maxLength={1000} />
      </Field>
      <Field
        label={LABELS.password}
        id="new-password"
        hint="At least 10 characters. A few unrelated words make a good one."
        error={fieldError(fieldState, "password")}
        required
      >
        <TextInput name="password" type="password" autoComplete="new-password" maxLength={200} />
      </Field>
      <SaveRow button={button} pending={pending} saved={state?.ok === true} label="Change the password" />
    </form>
  );
};
