"use client";

import { useState, useTransition } from "react";
import { Segmented } from "@/components/ui/segmented";
import type { Standard } from "@/lib/nutrition";
import { changeStandard } from "../../methods/actions";

const OPTIONS: readonly { value: Standard; label: string }[] = [
  { value: "nasem", label: "US/Canada" },
  { value: "efsa", label: "EU" },
];

/** Which standard's reference values are used, everywhere. */
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
    <Segmented
      label="Reference values in use"
      options={OPTIONS}
      value={chosen}
      onValueChange={choose}
      hint={hint}
      error={problem}
      className="max-w-xs"
    />
  );
};
