"use client";

import { useState, useTransition } from "react";
import { signInToSample } from "@/app/_auth/client";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Opens a sample diary in one click. */
export const SampleButton = ({ variant = "primary" }: { variant?: "primary" | "default" }) => {
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const hydrated = useHydrated();
  const open = () =>
    start(async () => {
      if (pending) return;
      const outcome = await signInToSample();
      if (outcome.ok) window.location.assign("/today");
      else setProblem(outcome.message);
    });
  return (
    <div className="phone:w-full">
      <Button
        variant={variant}
        size="l"
        className="phone:w-full disabled:opacity-100"
        disabled={!hydrated}
        aria-disabled={pending}
        onClick={open}
      >
        {pending ? "Opening the sample…" : "Try it with a sample diary"}
      </Button>
      <p role="alert" className="mt-1.5 text-13 text-over empty:hidden">
        {problem}
      </p>
    </div>
  );
};
