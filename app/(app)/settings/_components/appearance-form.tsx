"use client";

import { useState, useTransition } from "react";
import { Checkbox } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { saveAppearance } from "../actions";

type Appearance = { theme: "system" | "light" | "dark"; singleKeys: boolean };

/** Theme and shortcuts; each choice holds at once. */
export const AppearanceForm = (initial: Appearance) => {
  const [chosen, setChosen] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const [, start] = useTransition();
  const choose = (part: Partial<Appearance>) => {
    const next = { ...chosen, ...part };
    setChosen(next);
    start(async () => {
      const result = await saveAppearance(next).catch(() => null);
      setProblem(result?.ok ? null : (result?.error.message ?? "The server did not answer. Try again."));
    });
  };
  return (
    <div className="grid gap-5">
      <Segmented
        label="Theme"
        options={[
          { value: "system", label: "As the device" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ]}
        value={chosen.theme}
        onValueChange={(theme) => choose({ theme })}
        className="max-w-[420px]"
      />
      <Checkbox
        label="Single keys are shortcuts"
        description="L logs food, T goes to today, ? lists all. Off: only those with Ctrl or ⌘ work, which helps with speech input."
        checked={chosen.singleKeys}
        onChange={(event) => choose({ singleKeys: event.target.checked })}
      />
      <p role="alert" className="text-13 text-over empty:hidden">
        {problem}
      </p>
    </div>
  );
};
