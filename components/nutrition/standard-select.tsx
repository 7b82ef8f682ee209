import type { ComponentProps } from "react";
import { Select } from "@/components/ui/inputs";
import { STANDARD_WORDS, STANDARDS, type Standard } from "@/lib/nutrition";

type StandardSelectProps = Omit<ComponentProps<typeof Select>, "value" | "onChange" | "children"> & {
  value: Standard;
  onChange: (standard: Standard) => void;
};

/** The choice of the authority whose reference values are used. */
export const StandardSelect = ({ onChange, ...select }: StandardSelectProps) => (
  <Select {...select} onChange={(event) => onChange(event.target.value as Standard)}>
    {STANDARDS.map((standard) => (
      <option key={standard} value={standard}>
        {STANDARD_WORDS[standard].name}
      </option>
    ))}
  </Select>
);
