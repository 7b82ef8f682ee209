"use client";

import { useState } from "react";
import { signOut } from "@/app/_auth/client";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { leaveAccount } from "@/app/(app)/_features/offline";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, TextInput } from "@/components/ui/inputs";
import { removeAccount } from "../actions";

const LABELS = { password: "Password", sure: "The box" };

/** Deletes the account; a sample account has no password to ask for. */
export const DeleteAccountForm = ({ withPassword }: { withPassword: boolean }) => {
  const [gone, setGone] = useState(false);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    if (data.get("sure") !== "yes") {
      return { message: "Nothing was deleted.", fields: { sure: "must be ticked first" } };
    }
    const result = await removeAccount(withPassword ? { password: String(data.get("password")) } : {});
    if (!result.ok) return toFormState(result, "Nothing was deleted. Please check:");
    setGone(true);
    // The session went with the account; this clears its cookie.
    await signOut();
    await leaveAccount(true);
    window.location.assign("/");
    return { ok: true };
  });
  return (
    <form {...form} className="grid max-w-[420px] gap-4">
      <FormError state={state} labels={LABELS} />
      {withPassword && (
        <Field label={LABELS.password} id="password" error={fieldError(fieldState, "password")} required>
          <TextInput name="password" type="password" autoComplete="current-password" maxLength={1000} />
        </Field>
      )}
      <Checkbox
        id="sure"
        name="sure"
        value="yes"
        label="Delete everything I have logged"
        error={fieldError(fieldState, "sure")}
      />
      <Button {...button} variant="danger" className="justify-self-start">
        {pending || gone ? "Deleting…" : "Delete my account"}
      </Button>
    </form>
  );
};
