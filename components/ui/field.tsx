"use client";

import { CircleAlert } from "lucide-react";
import { createContext, type ReactNode, useContext, useId } from "react";
import { cx } from "./class-names";

type FieldWiring = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };

const FieldContext = createContext<FieldWiring | null>(null);

/** The attributes a control inside a {@link Field} needs; its own props win over them. */
export const useFieldWiring = (own: { id?: string | undefined; "aria-describedby"?: string | undefined }) => {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.id,
    "aria-describedby": own["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": field?.invalid ? true : undefined,
    required: field?.required ? true : undefined,
  };
};

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value, said once, under the control. */
  error?: string | undefined;
  required?: boolean;
  /** Id of the control; made up when missing. Error summaries link to it. */
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A label, a control, a hint and an error that belong together. Holds one control; it picks up the wiring. */
export const Field = ({ label, hint, error, required = false, id, className, children }: FieldProps) => {
  const made = useId();
  const control = id ?? made;
  const hintId = hint === undefined ? undefined : `${control}-hint`;
  const errorId = error === undefined ? undefined : `${control}-error`;
  const describedBy = cx(hintId, errorId) || undefined;
  return (
    <div className={className}>
      <label htmlFor={control} className="mb-[7px] block font-medium">
        {label}
      </label>
      <FieldContext value={{ id: control, describedBy, invalid: error !== undefined, required }}>
        {children}
      </FieldContext>
      <FieldMessages hint={hint} hintId={hintId} error={error} errorId={errorId} />
    </div>
  );
};

/** Hint and error lines under a control or a group. */
export const FieldMessages = ({
  hint,
  hintId,
  error,
  errorId,
}: {
  hint?: ReactNode;
  hintId?: string | undefined;
  error?: string | undefined;
  errorId?: string | undefined;
}) => (
  <>
    {hint !== undefined && (
      <p id={hintId} className="mt-1.5 text-13 text-ink-2">
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p id={errorId} className="mt-1.5 flex gap-1.5 text-13 text-over">
        <CircleAlert size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
        <span>{error}</span>
      </p>
    )}
  </>
);
