"use client";

import { useState } from "react";
import { signOut } from "@/app/_auth/client";
import { useConfirmed } from "@/app/_forms/confirmation/use-confirmed";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { leaveAccount } from "@/app/(app)/_features/offline";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/inputs";
import { removeAccount } from "../actions";

const LABELS = { sure: "The box" };

/** Deletes the account, after it is confirmed who asks. */
export const DeleteAccountForm = () => {
  const { confirmed, dialog } = useConfirmed();
  const [gone, setGone] = useState(false);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    if (data.get("sure") !== "yes") {
      return { message: "Nothing was deleted.", fields: { sure: "must be ticked first" } };
    }
    const result = await confirmed(() => removeAccount({}));
    if (!result.ok) return toFormState(result, "Nothing was deleted. Please check:");
    setGone(true);
    // The session went with the account; this clears its cookie.
    await signOut();
    await leaveAccount(true);
    window.location.assign("/");
    return { ok: true };
  });
  return (
    <>
      <form {...form} className="grid max-w-[420px] gap-4">
        <FormError state={state} labels={LABELS} />
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
      {dialog}
    </>
  );
};
