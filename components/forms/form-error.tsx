"use client";

import { OctagonAlert } from "lucide-react";
import { type MouseEvent, useEffect, useRef } from "react";

type FormErrorProps = {
  state: FormState | null | undefined;
  /** What the fields are called, by name; a field's control has its name as id, and the summary links to it. */
  labels?: { readonly [name: string]: string };
};

/** Goes to a field without a step in the history; what takes no focus is left to the browser. */
const focusField = (event: MouseEvent, id: string): void => {
  const field = document.getElementById(id);
  field?.focus();
  if (field !== null && document.activeElement === field) event.preventDefault();
};

/** What went wrong with a form, above it; takes the focus when it appears, so that it is read at once. */
export const FormError = ({ state, labels = {} }: FormErrorProps) => {
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(state?.fields ?? {});
  const message = state?.message ?? (fields.length > 0 ? "Please check these:" : undefined);
  useEffect(() => {
    if (state && message !== undefined) box.current?.focus();
  }, [state, message]);
  if (message === undefined || state?.ok) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-lg border border-over-line bg-over-bg px-3.5 py-3 outline-none"
    >
      <OctagonAlert size={18} strokeWidth={1.75} className="mt-px flex-none text-over" aria-hidden />
      <div className="wrap-anywhere min-w-0">
        <p className="font-medium">{message}</p>
        {fields.length > 0 && (
          <ul className="mt-1 grid gap-0.5 text-13 text-ink-2">
            {fields.map(([name, error]) => (
              <li key={name}>
                {Object.hasOwn(labels, name) ? (
                  <a href={`#${name}`} className="link" onClick={(event) => focusField(event, name)}>
                    {labels[name]}
                  </a>
                ) : (
                  name
                )}{" "}
                {error}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
};

/** What a form's action answers: nothing yet, or what was wrong, as a sentence and by field. */
export type FormState = {
  readonly ok?: boolean;
  readonly message?: string;
  readonly fields?: { readonly [name: string]: string };
};

/** The error of one field, or undefined. Nested fields are named by their path: "amount.grams". */
export const fieldError = (state: FormState | null | undefined, name: string): string | undefined =>
  state?.fields && Object.hasOwn(state.fields, name) ? state.fields[name] : undefined;
