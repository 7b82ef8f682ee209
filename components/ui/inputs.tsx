"use client";

import { ChevronDown, Minus, Plus } from "lucide-react";
import { type ComponentProps, type ReactNode, useId, useRef, useState } from "react";
import { cx } from "./class-names";
import { FieldMessages, useFieldWiring } from "./field";
import { Tick } from "./tick";
import { useWaits } from "./use-hydrated";

const BOX =
  "h-10 w-full min-w-0 rounded-md border border-control bg-surface px-3 text-ink placeholder:text-ink-3 aria-invalid:border-over disabled:opacity-50 phone:h-11";

const readOnlyWhile = (waits: boolean) => (waits ? { readOnly: true } : {});
// It looks no different, as it lasts for moments.
const disabledWhile = (waits: boolean) => (waits ? { disabled: true, style: { opacity: 1 } } : {});

/** One line of text. Inside a {@link Field} it is labelled and described by it. */
export const TextInput = ({ className, ...rest }: ComponentProps<"input">) => (
  <input
    className={cx(BOX, className)}
    {...readOnlyWhile(useWaits(rest))}
    {...rest}
    {...useFieldWiring(rest)}
  />
);

/** Several lines of text. */
export const TextArea = ({ className, ...rest }: ComponentProps<"textarea">) => (
  <textarea
    className={cx(BOX, "block h-auto! py-2 leading-5", className)}
    {...readOnlyWhile(useWaits(rest))}
    {...rest}
    {...useFieldWiring(rest)}
  />
);

type NumberInputProps = Omit<ComponentProps<"input">, "type" | "step"> & {
  /** Shown inside the box at the right, such as "g". */
  unit?: string;
  /** Adds − and + buttons that move by this much. */
  step?: number;
  /** How − and + read the typed text; null where it is not a number. */
  read?: (text: string) => number | null;
};

/** A number that is read one way here and another way elsewhere: "1,234", "1.234". */
const TWO_WAYS = /^\s*[<+-]?\s*([1-9]\d{0,2})([,.])(\d{3})\s*$/;

/** How such a number is read, and how the other would be written; null for any other text. */
const readingNote = (text: string): string | null => {
  const [, first, separator, last] = TWO_WAYS.exec(text) ?? [];
  if (first === undefined) return null;
  const [whole, part] = [`${first}${last}`, `${first}.${last}`];
  return separator === ","
    ? `Read as ${whole}; ${part} would be written ${part}.`
    : `Read as ${part}; ${whole} would be written ${whole}.`;
};

/**
 * A number as text with a decimal keypad: type=number would swallow what it cannot read and change under the
 * scroll wheel. The value is parsed by whoever receives the form.
 */
export const NumberInput = ({
  className,
  unit,
  step,
  min,
  max,
  read,
  onInput,
  ...rest
}: NumberInputProps) => {
  const input = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState<string | null>(null);
  const move = (by: number) => {
    const node = input.current;
    if (!node) return;
    const from = (read?.(node.value) ?? Number(node.value.replace(",", "."))) || 0;
    const to = Math.min(Math.max(Number((from + by).toFixed(6)), Number(min ?? 0)), Number(max ?? Infinity));
    // React only hears a change that goes through the element's own setter and an input event.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(node, String(to));
    node.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const wiring = useFieldWiring(rest);
  const waits = useWaits(rest);
  const field = (
    <input
      ref={input}
      inputMode="decimal"
      autoComplete="off"
      className={
        step === undefined
          ? cx(BOX, unit && "pr-12", className)
          : // The frame cuts what stands out of it, so the focus ring lies inside.
            "-outline-offset-2 h-full w-14 min-w-0 bg-transparent text-center font-semibold"
      }
      {...readOnlyWhile(waits)}
      {...rest}
      {...wiring}
      onInput={(event) => {
        setNote(readingNote(event.currentTarget.value));
        onInput?.(event);
      }}
    />
  );
  const reading = (
    <span role="status" className="mt-1 block w-full text-12 text-ink-2 empty:hidden">
      {note !== null && (rest.value === undefined || readingNote(String(rest.value)) === note) && note}
    </span>
  );
  if (step === undefined) {
    return (
      <>
        <span className="relative block">
          {field}
          {unit && (
            <span className="absolute inset-y-0 right-3 grid place-content-center text-13 text-ink-2">
              {unit}
            </span>
          )}
        </span>
        {reading}
      </>
    );
  }
  const button =
    "-outline-offset-2 grid h-full w-9 flex-none place-content-center text-ink-2 hover:bg-hover phone:w-11";
  return (
    <>
      <span
        className={cx(
          "inline-flex h-9 items-center overflow-hidden rounded-md border border-control bg-surface has-aria-invalid:border-over phone:h-11",
          className,
        )}
      >
        <button
          type="button"
          className={button}
          onClick={() => move(-step)}
          aria-label="Less"
          aria-controls={wiring.id}
        >
          <Minus size={16} strokeWidth={1.75} aria-hidden />
        </button>
        {field}
        {unit && <span className="pr-1 text-13 text-ink-2">{unit}</span>}
        <button
          type="button"
          className={button}
          onClick={() => move(step)}
          aria-label="More"
          aria-controls={wiring.id}
        >
          <Plus size={16} strokeWidth={1.75} aria-hidden />
        </button>
      </span>
      {reading}
    </>
  );
};

/** The browser's own select in our clothes: it is the best one on a phone and needs no script. */
export const Select = ({ className, children, ...rest }: ComponentProps<"select">) => (
  <span className={cx("relative block", className)}>
    <select
      className={cx(BOX, "appearance-none pr-9")}
      {...disabledWhile(useWaits(rest))}
      {...rest}
      {...useFieldWiring(rest)}
    >
      {children}
    </select>
    <ChevronDown
      size={16}
      strokeWidth={1.75}
      className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-2"
      aria-hidden
    />
  </span>
);

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  description?: ReactNode;
  error?: string | undefined;
};

/** A checkbox with its label at the right and, under it, what it means. */
export const Checkbox = ({ label, description, error, className, id, ...rest }: CheckboxProps) => {
  const made = useId();
  const own = id ?? made;
  const waits = useWaits(rest);
  const hintId = description === undefined ? undefined : `${own}-hint`;
  const errorId = error === undefined ? undefined : `${own}-error`;
  return (
    <div className={className}>
      <label htmlFor={own} className="flex gap-2.5 py-1 phone:py-3">
        <span className="mt-px">
          <Tick
            id={own}
            aria-describedby={cx(hintId, errorId) || undefined}
            aria-invalid={error === undefined ? undefined : true}
            {...disabledWhile(waits)}
            {...rest}
          />
        </span>
        <span className="font-medium">{label}</span>
      </label>
      <div className="-mt-1 pl-7 phone:-mt-3">
        <FieldMessages hint={description} hintId={hintId} error={error} errorId={errorId} />
      </div>
    </div>
  );
};
