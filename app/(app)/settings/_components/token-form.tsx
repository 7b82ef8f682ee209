"use client";

import { useRef, useState } from "react";
import { useConfirmed } from "@/app/_forms/confirmation/use-confirmed";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { makeToken } from "../actions";

const LIVES = [
  { days: "30", label: "After 30 days" },
  { days: "90", label: "After 90 days" },
  { days: "365", label: "After a year" },
  { days: "", label: "Never" },
] as const;

const DAY = 24 * 60 * 60 * 1000;

/** Makes a token and shows its secret, once. */
export const TokenForm = () => {
  const [secret, setSecret] = useState<{ name: string; token: string } | null>(null);
  const { confirmed, dialog } = useConfirmed();
  const element = useRef<HTMLFormElement>(null);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const name = String(data.get("name"));
    const days = String(data.get("life"));
    const result = await confirmed(() =>
      makeToken({
        name,
        scopes: data.get("scope") === "write" ? ["read", "write"] : ["read"],
        expiresAt: days === "" ? null : new Date(Date.now() + Number(days) * DAY).toISOString(),
      }),
    );
    if (result.ok) {
      setSecret({ name, token: result.value.token });
      element.current?.reset();
    }
    return toFormState(result);
  });
  return (
    <>
      {secret && <Secret {...secret} />}
      {dialog}
      <form {...form} ref={element} className="grid gap-4 border-line border-t pt-5">
        <FormError state={state} labels={{ name: "Name", expiresAt: "Expires" }} />
        <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_176px]">
          <Field
            label="Name"
            id="name"
            hint="What it is for, such as “kitchen script”."
            error={fieldError(fieldState, "name")}
            required
          >
            <TextInput name="name" maxLength={80} autoComplete="off" />
          </Field>
          <Field label="Expires" id="expiresAt" error={fieldError(fieldState, "expiresAt")}>
            <Select name="life" defaultValue="90">
              {LIVES.map(({ days, label }) => (
                <option key={label} value={days}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Segmented
          label="It may"
          name="scope"
          options={[
            { value: "read", label: "Read only" },
            { value: "write", label: "Read and write" },
          ]}
          defaultValue="read"
          className="max-w-[420px]"
        />
        <Button {...button} variant="primary" className="justify-self-start">
          {pending ? "Making the token…" : "Make a token"}
        </Button>
      </form>
    </>
  );
};

const Secret = ({ name, token }: { name: string; token: string }) => {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    // Without a secure connection browsers offer no clipboard; the text can still be selected.
    (navigator.clipboard?.writeText(token) ?? Promise.reject()).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div role="status" className="grid gap-2 rounded-lg border border-line bg-sunken/60 px-3.5 py-3">
      <p>
        <b className="font-semibold">Copy the token “{name}” now.</b> It is not shown again.
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 select-all break-all rounded-md bg-surface px-2 py-1.5 text-13">
          {token}
        </code>
        <Button onClick={copy}>{copied ? "Copied" : "Copy"}</Button>
      </div>
      {copied === false && (
        <p className="text-13 text-ink-2">
          This browser does not allow copying here. Select the text instead.
        </p>
      )}
    </div>
  );
};
