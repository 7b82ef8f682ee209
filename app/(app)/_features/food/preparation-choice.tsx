import { useId } from "react";
import type { PreparationId } from "@/lib/nutrition";

/** A preparation that a food offers. */
export type OfferedPreparation = {
  readonly id: PreparationId;
  readonly label: string;
  readonly detail: string;
};

type PreparationChoiceProps = {
  offered: readonly OfferedPreparation[];
  value: PreparationId | null;
  onChange: (value: PreparationId | null) => void;
};

/** The preparations of a raw or dry food, one tap each; absent for foods that are ready to eat. */
export const PreparationChoice = ({ offered, value, onChange }: PreparationChoiceProps) => {
  const name = useId();
  if (offered.length === 0) return null;
  const options: readonly { id: PreparationId | null; label: string; detail: string }[] = [
    { id: null, label: "As it is", detail: "Nothing that changes its phytate" },
    ...offered,
  ];
  const chosen = options.find(({ id }) => id === value);
  return (
    <fieldset>
      <legend className="mb-[7px] font-medium">Preparation</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map(({ id, label, detail }) => (
          <label
            key={label}
            title={detail}
            className="relative flex h-8 cursor-pointer items-center rounded-md border border-line-2 px-2.5 font-medium text-13 text-ink-2 has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2 has-focus-visible:outline-solid phone:h-11"
          >
            <input
              type="radio"
              name={name}
              checked={id === value}
              onChange={() => onChange(id)}
              className="absolute inset-0 cursor-[inherit] appearance-none opacity-0"
            />
            {label}
          </label>
        ))}
      </div>
      {chosen && (
        <p aria-live="polite" className="mt-1.5 text-13 text-ink-2">
          {chosen.detail}
          {chosen.id !== null && ". The weight is that of the raw or dry food."}
        </p>
      )}
    </fieldset>
  );
};
