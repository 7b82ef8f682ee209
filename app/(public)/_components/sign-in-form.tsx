"use client";

import { useEffect, useState } from "react";
import { signInWithCode, signInWithPassword } from "@/app/_auth/client";
import { useSubmit } from "@/app/_forms/use-submit";
import { leaveDevice } from "@/app/(app)/_features/offline";
import { FormError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";

/** E-mail and password. @param next the path of this site to go to afterwards. */
export const SignInForm = ({
  next,
  problem,
  codeFirst = false,
}: {
  next: string;
  problem: string | null;
  /** The provider has said who it is, and the account's app is asked now. */
  codeFirst?: boolean;
}) => {
  const [leaving, setLeaving] = useState(false);
  const [codeNext, setCodeNext] = useState(codeFirst);
  const { form, state, pending, button } = useSubmit(async (data) => {
    const outcome = await signInWithPassword(String(data.get("email")), String(data.get("password")));
    if (!outcome.ok && outcome.codeNext) {
      setCodeNext(true);
      return { ok: true };
    }
    if (!outcome.ok) return { message: outcome.message };
    setLeaving(true);
    window.location.assign(next);
    return { ok: true };
  });
  // Whoever is asked to sign in is signed out, also where the session was ended on another device.
  useEffect(() => void leaveDevice().catch(() => {}), []);
  const busy = pending || leaving;
  if (codeNext) return <CodeForm next={next} />;
  return (
    <form {...form} className="grid gap-5">
      <FormError state={state ?? (problem === null ? null : { message: problem })} />
      <Field label="E-mail address" id="email" required>
        <TextInput name="email" type="email" autoComplete="username" inputMode="email" maxLength={254} />
      </Field>
      <Field label="Password" id="password" required>
        <TextInput name="password" type="password" autoComplete="current-password" maxLength={1000} />
      </Field>
      <a href="/forgot" className="link justify-self-start text-13">
        Forgot password?
      </a>
      <Button
        {...button}
        aria-disabled={busy}
        variant="primary"
        size="l"
        wide
        className="disabled:opacity-100"
      >
        {busy ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
};

/** The second step, for an account with an authenticator app. */
const CodeForm = ({ next }: { next: string }) => {
  const [leaving, setLeaving] = useState(false);
  const { form, state, pending, button } = useSubmit(async (data) => {
    const outcome = await signInWithCode(String(data.get("code")));
    if (!outcome.ok) return { message: outcome.message };
    setLeaving(true);
    window.location.assign(next);
    return { ok: true };
  });
  const busy = pending || leaving;
  return (
    <form {...form} className="grid gap-5">
      <FormError state={state} />
      <Field
        label="Code"
        id="code"
        hint="The six digits that your authenticator app shows, or one of your recovery codes."
        required
      >
        <TextInput name="code" autoComplete="one-time-code" maxLength={100} autoFocus />
      </Field>
      <Button
        {...button}
        aria-disabled={busy}
        variant="primary"
        size="l"
        wide
        className="disabled:opacity-100"
      >
        {busy ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
};
