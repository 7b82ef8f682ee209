"use client";

import { type KeyboardEvent, type Ref, useId } from "react";
import { NumberInput, Select } from "@/components/ui/inputs";
import { formatGrams } from "@/lib/format";
import type { Portion } from "@/lib/nutrition";
import { parseNumber, portionName, spaceFractions } from "./measure";
import { type Choice, choiceError, gramsOf } from "./portion-choice";

/** What stands in the picker: the number as typed, and the portion it counts; null counts grams. */
export type PickedPortion = { readonly text: string; readonly portion: Portion | null };

/** A choice as it stands in the picker before anything is typed. */
export const pickedOf = ({ portion, count }: Choice): PickedPortion => ({
  portion,
  text: String(Number(count.toFixed(portion === null ? 1 : 2))),
});

/** What was picked; a number that cannot be read is NaN, which {@link choiceError} refuses. */
export const choiceOf = ({ text, portion }: PickedPortion): Choice => ({
  portion,
  count: parseNumber(spaceFractions(text)) ?? Number.NaN,
});

type PortionPickerProps = {
  portions: readonly Portion[];
  value: PickedPortion;
  onChange: (value: PickedPortion) => void;
  amountRef?: Ref<HTMLSpanElement>;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Takes the focus when it appears, in a dialog that is about nothing else. */
  autoFocus?: boolean;
};

const GRAMS = "grams";

/** How much: a number with − and +, and what it counts. */
export const PortionPicker = ({
  portions,
  value,
  onChange,
  amountRef,
  onKeyDown,
  autoFocus = false,
}: PortionPickerProps) => {
  const id = useId();
  const choice = choiceOf(value);
  const error = choiceError(choice);
  const change = (next: string) => {
    const portion = portions.find((candidate) => candidate.id === next) ?? null;
    // Grams take over the weight; between portions the number stays.
    if (portion === null && error === null) onChange(pickedOf({ portion, count: gramsOf(choice) }));
    else onChange({ portion, text: value.portion === null ? "1" : value.text });
  };
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2.5">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to Enter of the field inside it */}
        <span ref={amountRef} onKeyDown={onKeyDown}>
          <NumberInput
            aria-label="Amount"
            autoFocus={autoFocus}
            onFocus={(event) => autoFocus && event.target.select()}
            aria-describedby={error === null ? undefined : `${id}-error`}
            step={value.portion === null ? 10 : 0.5}
            min={value.portion === null ? 5 : 0.25}
            max={value.portion === null ? 10_000 : 1000}
            maxLength={12}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
            className="bg-transparent"
          />
        </span>
        <Select
          aria-label="Portion"
          value={value.portion?.id ?? GRAMS}
          onChange={(event) => change(event.target.value)}
          className="max-w-[150px] [&>select]:h-9! [&>select]:bg-transparent phone:[&>select]:h-11!"
        >
          {portions.map((portion) => (
            <option key={portion.id} value={portion.id}>
              {portionName(portion, choice.count)}
            </option>
          ))}
          <option value={GRAMS}>grams</option>
        </Select>
        {value.portion !== null && error === null && (
          <span className="whitespace-nowrap text-13 text-ink-2 tabular-nums">
            {formatGrams(gramsOf(choice))}
          </span>
        )}
      </div>
      {error !== null && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-13 text-over">
          {error}
        </p>
      )}
    </div>
  );
};
