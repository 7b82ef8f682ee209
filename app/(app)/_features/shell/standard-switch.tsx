"use client";

import { useState, useTransition } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { STANDARD_WORDS, STANDARDS, type Standard } from "@/lib/nutrition";
import { changeStandard } from "../../methods/actions";

/** Which authority's reference values are used, everywhere. */
export const StandardSwitch = ({ standard, hint }: { standard: Standard; hint?: string }) => {
  const [chosen, setChosen] = useState(standard);
  const [problem, setProblem] = useState<string | undefined>();
  const [, startTransition] = useTransition();
  const choose = (next: Standard) => {
    const before = chosen;
    setChosen(next);
    setProblem(undefined);
    startTransition(async () => {
      try {
        const result = await changeStandard({ standard: next });
        if (result.ok) return;
        setProblem(result.error.message);
      } catch {
        setProblem("The server could not be reached; nothing was changed.");
      }
      setChosen(before);
    });
  };
  return (
    <div className="max-w-md">
      <Field label="Reference values in use" hint={hint} error={problem}>
        <Select value={chosen} onChange={(event) => choose(event.target.value as Standard)}>
          {STANDARDS.map((option) => (
            <option key={option} value={option}>
              {STANDARD_WORDS[option].name}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
};
