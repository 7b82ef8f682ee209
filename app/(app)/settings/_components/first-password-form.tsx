"use client";

import { useConfirmed } from "@/app/_forms/confirmation/use-confirmed";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { saveFirstPassword } from "../account/actions";
import { SaveRow } from "./section";

/** Sets the first password of an account that has none. */
export const FirstPasswordForm = () => {
  const { confirmed, dialog } = useConfirmed();
  const { form, state, fieldState, pending, button } = useSubmit(async (data) =>
    toFormState(await confirmed(() => saveFirstPassword({ password: String(data.get("password")) }))),
  );
  return (
    <>
      {dialog}
      <form {...form} className="grid max-w-[420px] gap-4">
        <FormError state={state} labels={{ password: "New password" }} />
        <Field
          label="New password"
          id="first-password"
          hint="At least 10 characters. A few unrelated words make a good one."
          error={fieldError(fieldState, "password")}
          required
        >
          <TextInput name="password" type="password" autoComplete="new-password" maxLength={200} />
        </Field>
        <SaveRow button={button} pending={pending} saved={state?.ok === true} label="Set the password" />
      </form>
    </>
  );
};
