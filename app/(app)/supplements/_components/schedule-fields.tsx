"use client";

import { Plus, X } from "lucide-react";
import { useId } from "react";
import { WEEKDAYS } from "@/app/(app)/_features/food";
import { type FormState, fieldError } from "@/components/forms/form-error";
import { Button, IconButton } from "@/components/ui/button";
import { Field, FieldMessages } from "@/components/ui/field";
import { NumberInput, TextInput } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { MAX_TIMES_A_DAY } from "@/lib/foods/client";
import type { SupplementDraft } from "./supplement-draft";

type ScheduleFieldsProps = {
  draft: SupplementDraft;
  state: FormState | null;
  onChange: (change: Partial<SupplementDraft>) => void;
  /** A key for a new row. */
  newRow: () => string;
};

/** On which days and at what times a supplement is taken. */
export const ScheduleFields = ({ draft, state, onChange, newRow }: ScheduleFieldsProps) => {
  const { repeat, days, times } = draft;
  const changeTime = (row: string, change: { time?: string; count?: string }) =>
    onChange({ times: times.map((each) => (each.row === row ? { ...each, ...change } : each)) });
  return (
    <>
      <Segmented
        label="How often"
        value={repeat}
        onValueChange={(value) => onChange({ repeat: value })}
        options={[
          { value: "daily", label: "Every day" },
          { value: "days", label: "Some days" },
          { value: "needed", label: "As needed" },
        ]}
        className="max-w-[420px]"
      />
      {repeat === "days" && (
        <Days
          days={days}
          error={fieldError(state, "schedule.days")}
          onChange={(next) => onChange({ days: next })}
        />
      )}
      {repeat !== "needed" &&
        times.map(({ row, time, count }, i) => (
          <div
            key={row}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-3 sm:max-w-[420px]"
          >
            <Field
              label="Time"
              hint={i === 0 ? "May stay empty." : undefined}
              id={`schedule.times.${i}.time`}
              error={fieldError(state, `schedule.times.${i}.time`)}
            >
              <TextInput
                type="time"
                value={time}
                onChange={(event) => changeTime(row, { time: event.target.value })}
              />
            </Field>
            <Field
              label="Doses"
              id={`schedule.times.${i}.count`}
              error={fieldError(state, `schedule.times.${i}.count`)}
              required
            >
              <NumberInput
                maxLength={6}
                value={count}
                onChange={(event) => changeTime(row, { count: event.target.value })}
              />
            </Field>
            <IconButton
              label={`Remove time ${i + 1}`}
              className="mt-[31px]"
              disabled={times.length === 1}
              onClick={() => onChange({ times: times.filter((each) => each.row !== row) })}
            >
              <X size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          </div>
        ))}
      {repeat !== "needed" && times.length < MAX_TIMES_A_DAY && (
        <Button
          className="justify-self-start"
          onClick={() => onChange({ times: [...times, { row: newRow(), time: "", count: "1" }] })}
        >
          <Plus size={16} strokeWidth={1.75} aria-hidden />
          Add a time
        </Button>
      )}
    </>
  );
};

const Days = ({
  days,
  error,
  onChange,
}: {
  days: readonly number[];
  error: string | undefined;
  onChange: (days: number[]) => void;
}) => {
  const id = useId();
  return (
    <fieldset id="schedule.days" tabIndex={-1} aria-describedby={error === undefined ? undefined : id}>
      <legend className="mb-[7px] font-medium">Days</legend>
      <div className="flex flex-wrap gap-1.5">
        {WEEKDAYS.map((name, i) => {
          const day = i + 1;
          return (
            <label
              key={name}
              className="relative grid h-9 min-w-11 cursor-pointer place-content-center rounded-md border border-control bg-surface px-2 font-medium text-13 text-ink-2 has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2 phone:h-11"
            >
              <input
                type="checkbox"
                checked={days.includes(day)}
                className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...days, day].toSorted((a, b) => a - b)
                      : days.filter((d) => d !== day),
                  )
                }
              />
              {name}
            </label>
          );
        })}
      </div>
      <FieldMessages error={error} errorId={id} />
    </fieldset>
  );
};
