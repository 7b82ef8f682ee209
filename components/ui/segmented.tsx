"use client";

import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "./class-names";
import { FieldMessages } from "./field";
import { useWaits } from "./use-hydrated";

type SegmentedProps<V extends string> = {
  /** Name of the group, shown above it unless hidden. */
  label: ReactNode;
  hideLabel?: boolean;
  name?: string;
  options: readonly { value: V; label: ReactNode; disabled?: boolean }[];
  value?: V;
  defaultValue?: V | undefined;
  onValueChange?: (value: V) => void;
  /** `form` has an edge and a solid choice; `pill` is the quiet one for switching a view. */
  look?: "form" | "pill";
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
};

/**
 * One choice out of a few, side by side. Native radio buttons underneath: arrow keys, form data and a page
 * without script all work.
 */
export const Segmented = <V extends string>({
  label,
  hideLabel = false,
  name,
  options,
  value,
  defaultValue,
  onValueChange,
  look = "form",
  hint,
  error,
  className,
}: SegmentedProps<V>) => {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const pill = look === "pill";
  const waits = useWaits(value === undefined ? {} : { value });
  return (
    <div
      role="radiogroup"
      inert={waits}
      aria-labelledby={`${id}-label`}
      aria-describedby={cx(hintId, errorId) || undefined}
      aria-invalid={error === undefined ? undefined : true}
      className={cx("min-w-0", className)}
    >
      <div id={`${id}-label`} className={hideLabel ? "sr-only" : "mb-[7px] block font-medium"}>
        {label}
      </div>
      <div
        className={cx(
          pill
            ? "inline-flex gap-0.5 rounded-md bg-sunken p-0.5 phone:flex"
            : "grid auto-cols-fr grid-flow-col overflow-hidden rounded-md border border-control bg-surface",
          error !== undefined && "border-over",
        )}
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "relative flex cursor-pointer items-center justify-center gap-1.5 text-center font-medium text-13 text-ink-2 has-disabled:cursor-not-allowed has-disabled:opacity-40",
              "has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-solid",
              pill
                ? "h-7 whitespace-nowrap rounded-[6px] px-[11px] has-checked:bg-segment has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-offset-1 phone:h-10 phone:flex-1 phone:px-1"
                : "group h-[38px] whitespace-nowrap border-line-2 border-l px-2 first:border-l-0 has-checked:bg-ink has-checked:text-on-ink has-focus-visible:-outline-offset-4 has-focus-visible:has-checked:outline-on-ink phone:h-auto phone:min-h-11 phone:whitespace-normal phone:leading-tight",
            )}
          >
            <input
              type="radio"
              name={name ?? id}
              value={option.value}
              disabled={option.disabled}
              className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onValueChange?.(option.value)}
            />
            {!pill && (
              <Check size={14} strokeWidth={2} className="hidden group-has-checked:block" aria-hidden />
            )}
            {option.label}
          </label>
        ))}
      </div>
      <FieldMessages hint={hint} hintId={hintId} error={error} errorId={errorId} />
    </div>
  );
};
