"use client";

import { type FormEvent, useState } from "react";
import { goToProvider, startAtProvider } from "@/app/_auth/provider";
import { FormError, type FormState, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { ConfirmationMeans } from "@/lib/errors";

type Answer = { error?: { message?: string; fields?: { [name: string]: string } } } | null;

/** Sends a proof to the server, which answers with a new cookie. */
const send = async (proof: unknown): Promise<FormState> => {
  const response = await fetch("/api/v1/account/confirmation", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(proof),
  });
  if (response.ok) return { ok: true };
  const { message = "The server could not do this just now. Try again in a moment.", fields } =
    ((await response.json().catch(() => null)) as Answer)?.error ?? {};
  return fields ? { message: "Not confirmed yet. Please check:", fields } : { message };
};

/** Asks whoever is signed in to prove it again. */
export const ConfirmDialog = ({
  means,
  onClose,
  onConfirmed,
}: {
  means: readonly ConfirmationMeans[];
  onClose: () => void;
  onConfirmed: () => void;
}) => (
  <Dialog
    open
    onOpenChange={(open) => !open && onClose()}
    size="s"
    title="Confirm that it is you"
    description="It holds for ten minutes in this browser."
  >
    <div className="grid gap-5 p-5 phone:px-4">
      {means.includes("password") && (
        <ByText
          name="password"
          label="Password"
          type="password"
          fill="current-password"
          onConfirmed={onConfirmed}
        />
      )}
      {means.includes("totp") && (
        <ByText
          name="code"
          label="Code of the authenticator app, or a recovery code"
          type="text"
          fill="one-time-code"
          onConfirmed={onConfirmed}
        />
      )}
      {means.includes("oidc") && <ByProvider />}
    </div>
  </Dialog>
);

/** Goes to the provider, which asks who it is, and back to this page: what was wanted is to be done again then. */
const ByProvider = () => {
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const go = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    const next = window.location.pathname + window.location.search;
    const started = await startAtProvider("confirm", next).catch(() => null);
    const trouble = started?.ok
      ? await goToProvider("The provider", next, true)
      : (started?.error.message ?? "The server did not answer. Try again.");
    setProblem(trouble);
    setPending(trouble === null);
  };
  return (
    <div className="grid gap-2">
      <p className="text-13 text-ink-2">
        You sign in at your provider once more and come back here. What you typed on this page is not kept.
      </p>
      <Button aria-disabled={pending} className="justify-self-start" onClick={() => void go()}>
        Confirm at your provider
      </Button>
      <p role="alert" className="text-13 text-over empty:hidden">
        {problem}
      </p>
    </div>
  );
};

/**
 * Sends a proof and tells what was wrong with it. No transition, as `useSubmit` has: that one would be over only when
 * the action is that waits for this dialog.
 */
const useProof = (onConfirmed: () => void) => {
  const [state, setState] = useState<FormState | null>(null);
  const [pending, setPending] = useState(false);
  const prove = async (proof: () => Promise<unknown>): Promise<void> => {
    if (pending) return;
    setPending(true);
    const answer = await proof()
      .then(send)
      .catch((): FormState => ({ message: "The server did not answer. Try again." }));
    setPending(false);
    setState(answer);
    if (answer.ok) onConfirmed();
  };
  return { state, pending, prove };
};

/** One line that proves it: the password, or a code. */
const ByText = ({
  name,
  label,
  type,
  fill,
  onConfirmed,
}: {
  name: "password" | "code";
  label: string;
  type: "password" | "text";
  fill: string;
  onConfirmed: () => void;
}) => {
  const { state, pending, prove } = useProof(onConfirmed);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get(name));
    void prove(async () => ({ [name]: typed }));
  };
  return (
    <form onSubmit={submit} method="post" noValidate className="grid gap-4">
      <Field label={label} id={`confirm-${name}`} error={fieldError(state, name)} required>
        <TextInput name={name} type={type} autoComplete={fill} maxLength={1000} />
      </Field>
      {!state?.fields && <FormError state={state} />}
      <Button
        type="submit"
        aria-disabled={pending}
        variant="primary"
        className="justify-self-start"
        aria-label={`Confirm by ${name}`}
      >
        {pending ? "Confirming…" : "Confirm"}
      </Button>
    </form>
  );
};
