"use client";

import { type KeyboardEvent, type Ref, useId } from "react";
import { NumberInput, Select } from "@/components/ui/inputs";
import { formatGrams, portionName } from "@/lib/format";
import { MAX_FOOD_GRAMS, MAX_PORTIONS, type Portion, readNumber } from "@/lib/nutrition";
import { type Choice, choiceError, choiceGrams } from "./portion-choice";
import { GRAM, type WeighingUnit, weighingUnits } from "./weighing-units";

/** What stands in the picker: the number as typed, and what it counts: a portion, else a unit, else grams. */
export type PickedPortion = {
  readonly text: string;
  readonly portion: Portion | null;
  readonly unit?: WeighingUnit;
};

/** A choice as it stands in the picker before anything is typed. */
export const pickerValue = ({ portion, count, unit }: Choice): PickedPortion => {
  const number = unit === undefined ? count : count / unit.grams;
  const fine = portion !== null || unit?.id === "oz" || unit?.id === "fl oz";
  return {
    portion,
    text: Number.isFinite(number) ? String(Number(number.toFixed(fine ? 2 : 1))) : "",
    ...(unit && { unit }),
  };
};

/** What was picked; a number that cannot be read is NaN, which {@link choiceError} refuses. */
export const pickedChoice = ({ text, portion, unit }: PickedPortion): Choice => {
  const number = readNumber(text) ?? Number.NaN;
  return unit === undefined
    ? { portion, count: number }
    : { portion: null, count: number * unit.grams, unit };
};

type PortionPickerProps = {
  portions: readonly Portion[];
  value: PickedPortion;
  onChange: (value: PickedPortion) => void;
  amountRef?: Ref<HTMLSpanElement>;
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Takes the focus when it appears, in a dialog that is about nothing else. */
  autoFocus?: boolean;
  /** What is asked while no number is there yet. */
  ask?: string | null;
};

const STEPS = { g: 10, oz: 0.5, ml: 10, "fl oz": 1 } as const;
/** Portions and units share one list of options. */
const toOptionValue = (unit: WeighingUnit): string => `unit ${unit.id}`;

/** How much: a number with − and +, and what it counts. */
export const PortionPicker = ({
  portions,
  value,
  onChange,
  amountRef,
  onKeyDown,
  autoFocus = false,
  ask = null,
}: PortionPickerProps) => {
  const id = useId();
  const choice = pickedChoice(value);
  const error = value.text === "" && ask !== null ? ask : choiceError(choice);
  const units = weighingUnits(portions);
  const unit = value.portion === null ? (value.unit ?? GRAM) : null;
  const change = (next: string) => {
    const into = units.find((each) => toOptionValue(each) === next);
    const portion = into ? null : (portions.find(({ id }) => id === next) ?? null);
    const unit = into === undefined || into.id === "g" ? {} : { unit: into };
    // A unit takes over the weight; between portions the number stays.
    if (into && error === null) onChange(pickerValue({ portion, count: choiceGrams(choice), ...unit }));
    else onChange({ portion, text: into || value.portion !== null ? value.text : "1", ...unit });
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
            step={unit === null ? 0.5 : STEPS[unit.id]}
            min={unit === null ? 0.25 : STEPS[unit.id] / 2}
            max={unit === null ? MAX_PORTIONS : Math.floor(MAX_FOOD_GRAMS / unit.grams)}
            maxLength={12}
            read={readNumber}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
            className="bg-transparent"
          />
        </span>
        <Select
          aria-label="Portion"
          value={value.portion?.id ?? toOptionValue(unit ?? GRAM)}
          onChange={(event) => change(event.target.value)}
          className="max-w-[150px] [&>select]:h-9! [&>select]:bg-transparent phone:[&>select]:h-11!"
        >
          {portions.map((portion) => (
            <option key={portion.id} value={portion.id}>
              {portionName(portion, choice.count)}
            </option>
          ))}
          {units.map((each) => (
            <option key={each.id} value={toOptionValue(each)}>
              {each.name}
            </option>
          ))}
        </Select>
        {(unit === null || unit.id !== "g") && error === null && (
          <span className="whitespace-nowrap text-13 text-ink-2 tabular-nums">
            {formatGrams(choiceGrams(choice))}
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
