"use client";

import { useState, useTransition } from "react";
import { StandardSelect } from "@/components/nutrition/standard-select";
import { Field } from "@/components/ui/field";
import type { Standard } from "@/lib/nutrition";
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
        <StandardSelect value={chosen} onChange={choose} />
      </Field>
    </div>
  );
};
