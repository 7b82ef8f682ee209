"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useConfirmed } from "@/app/_forms/confirmation/use-confirmed";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { countNoun } from "@/lib/format";
import type { ActionResult } from "@/lib/http";
import { endTotp, finishTotp, renewCodes, startTotp } from "../actions";

type Secret = { readonly secret: string; readonly svg: string };

const NO_ANSWER = "The server did not answer. Try again.";

/** Sets an authenticator app up, makes new recovery codes, takes the app away. @param since a date, or null: there is none */
export const TotpForm = ({ since, codesLeft }: { since: string | null; codesLeft: number }) => {
  const router = useRouter();
  const { confirmed, dialog } = useConfirmed();
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const run =
    <T,>(work: () => Promise<ActionResult<T>>, done: (value: T) => void) =>
    () =>
      start(async () => {
        if (pending) return;
        const result = await confirmed(work).catch(() => null);
        setProblem(result?.ok ? null : (result?.error.message ?? NO_ANSWER));
        if (result?.ok) done(result.value);
      });
  const show = (made: readonly string[]) => {
    setSecret(null);
    setCodes(made);
    router.refresh();
  };
  return (
    <>
      {dialog}
      {codes && <Codes codes={codes} />}
      <p role="alert" className="text-13 text-over empty:hidden">
        {problem}
      </p>
      {secret !== null ? (
        <FirstCode {...secret} confirmed={confirmed} onCodes={show} />
      ) : since === null ? (
        <Button
          variant="primary"
          className="justify-self-start"
          aria-disabled={pending}
          onClick={run(() => startTotp({}), setSecret)}
        >
          Set up an app
        </Button>
      ) : (
        <>
          <p>
            Set up on {since}; {countNoun(codesLeft, "recovery code")} left.
          </p>
          <div className="flex flex-wrap gap-3">
            <Button aria-disabled={pending} onClick={run(() => renewCodes({}), show)}>
              Make new recovery codes
            </Button>
            <Button
              variant="danger"
              aria-disabled={pending}
              onClick={run(
                () => endTotp({}),
                () => setCodes(null),
              )}
            >
              Remove the app
            </Button>
          </div>
        </>
      )}
    </>
  );
};

const FirstCode = ({
  secret,
  svg,
  confirmed,
  onCodes,
}: Secret & {
  confirmed: ReturnType<typeof useConfirmed>["confirmed"];
  onCodes: (codes: readonly string[]) => void;
}) => {
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const result = await confirmed(() => finishTotp({ code: String(data.get("code")) }));
    if (result.ok) onCodes(result.value);
    return toFormState(result, "The app does not count yet. Please check:");
  });
  return (
    <form {...form} className="grid max-w-[420px] gap-4">
      <p>Scan this with the app, or type the text into it.</p>
      {/* biome-ignore lint/performance/noImgElement: a drawing in the page itself; there is nothing to fetch */}
      <img
        alt="QR code of the secret"
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        width={200}
        height={200}
        className="rounded-lg border border-line"
      />
      <code className="select-all break-all rounded-md bg-sunken px-2 py-1.5 text-13">{secret}</code>
      <FormError state={state} labels={{ code: "Code" }} />
      <Field
        label="Code"
        id="code"
        hint="The six digits that the app shows now."
        error={fieldError(fieldState, "code")}
        required
      >
        <TextInput name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={20} />
      </Field>
      <Button {...button} variant="primary" className="justify-self-start">
        {pending ? "Checking…" : "Use this app"}
      </Button>
    </form>
  );
};

const Codes = ({ codes }: { codes: readonly string[] }) => (
  <div role="status" className="grid gap-2 rounded-lg border border-line bg-sunken/60 px-3.5 py-3">
    <p>
      <b className="font-semibold">Keep these recovery codes now.</b> They are not shown again. Each lets you
      in once if the phone is gone.
    </p>
    <ul className="grid select-all gap-1 font-mono text-13 md:grid-cols-2">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  </div>
);
