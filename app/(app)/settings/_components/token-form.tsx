"use client";

import { useRef, useState } from "react";
import { useConfirmed } from "@/app/_forms/confirmation/use-confirmed";
import { toFormState, useSubmit } from "@/app/_forms/use-submit";
import { FormError, type FormState, fieldError } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Field, FieldMessages } from "@/components/ui/field";
import { Checkbox, Select, TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { TOKEN_AREAS } from "@/lib/access/client";
import { makeToken } from "../actions";
import { TOKEN_AREA_WORDS } from "./token-words";

const LIVES = [
  { days: "30", label: "After 30 days" },
  { days: "90", label: "After 90 days" },
  { days: "365", label: "After a year" },
  { days: "", label: "Never" },
] as const;

const NO_AREA: FormState = {
  message: "Nothing was saved yet. Please check:",
  fields: { scopes: "choose one at least" },
};

const DAY = 24 * 60 * 60 * 1000;

/** Makes a token and shows its secret, once. */
export const TokenForm = () => {
  const [secret, setSecret] = useState<{ name: string; token: string } | null>(null);
  const { confirmed, dialog } = useConfirmed();
  const element = useRef<HTMLFormElement>(null);
  const { form, state, fieldState, pending, button } = useSubmit(async (data) => {
    const name = String(data.get("name"));
    const days = String(data.get("life"));
    const right = data.get("scope") === "write" ? "write" : "read";
    const scopes = TOKEN_AREAS.filter((area) => data.has(area)).map((area) => `${area}:${right}` as const);
    if (scopes.length === 0) return NO_AREA;
    const result = await confirmed(() =>
      makeToken({
        name,
        scopes,
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
        <FormError state={state} labels={{ name: "Name", scopes: "Areas", expiresAt: "Expires" }} />
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
            <Select name="life" defaultValue="365">
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
        <fieldset className="grid gap-1.5">
          <legend className="mb-[7px] font-medium">Areas</legend>
          <FieldMessages error={fieldError(fieldState, "scopes")} />
          <div className="grid gap-x-4 gap-y-1.5 md:grid-cols-2">
            {TOKEN_AREAS.map((area, index) => (
              <Checkbox
                key={area}
                {...(index === 0 && { id: "scopes" })}
                name={area}
                label={TOKEN_AREA_WORDS[area].label}
                description={TOKEN_AREA_WORDS[area].about}
              />
            ))}
          </div>
          <p className="text-13 text-ink-2">
            No token reaches your password, address, sessions or other tokens, nor deletes the account.
          </p>
        </fieldset>
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
