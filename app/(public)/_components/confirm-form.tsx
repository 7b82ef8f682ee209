"use client";

import { useState } from "react";
import { signInWithPassword } from "@/app/_auth/client";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { moveToAddress } from "../reset/actions";
import { confirm } from "../sign-up/actions";
import { useLinkSecret } from "./link-secret";

type Kind = "sign-up" | "address" | "change";

const LABELS = { password: "Password" };
const BUTTONS: Readonly<Record<Kind, string>> = {
  "sign-up": "Confirm and sign in",
  address: "Confirm the address",
  change: "Use this address",
};

/** Confirms an address by the link of a mail: of a new account, of one that is there, or of a change. */
export const ConfirmForm = ({ kind }: { kind: Kind }) => {
  const token = useLinkSecret();
  const [done, setDone] = useState<string | null>(null);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const password = data.get("password");
    const secret = token ?? "";
    const result =
      kind === "change"
        ? await moveToAddress({ token: secret })
        : await confirm({ token: secret, ...(password !== null && { password: String(password) }) });
    if (!result.ok) return toFormState(result, "The address is not confirmed yet. Please check:");
    const { email } = result.value;
    if (kind === "sign-up" && (await signInWithPassword(email, String(password))).ok)
      window.location.assign("/setup");
    else setDone(email);
    return { ok: true };
  });
  if (done !== null)
    return (
      <div className="grid justify-items-start gap-4">
        <p role="status">{done} is confirmed.</p>
        <ButtonLink href="/today" variant="primary" size="l">
          Go on
        </ButtonLink>
      </div>
    );
  if (token === "") return <p>The link is not whole. Open it from the mail again.</p>;
  return (
    <form {...form} className="grid gap-5">
      <FormError state={state} labels={LABELS} />
      {kind === "sign-up" && (
        <Field
          label={LABELS.password}
          id="password"
          hint="The one that you chose when you made the account."
          error={fieldError(fieldState, "password")}
          required
        >
          <TextInput name="password" type="password" autoComplete="current-password" maxLength={1000} />
        </Field>
      )}
      <Button {...button} variant="primary" size="l" wide className="disabled:opacity-100">
        {pending ? "Confirming…" : BUTTONS[kind]}
      </Button>
    </form>
  );
};
