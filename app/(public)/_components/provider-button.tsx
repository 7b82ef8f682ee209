"use client";

import { useState } from "react";
import { goToProvider, startAtProvider } from "@/app/_auth/provider";
import { Button } from "@/components/ui/button";

/** Signs in with the provider. @param name what people know it by; `next` the path to go to afterwards */
export const ProviderButton = ({ name, next }: { name: string; next: string }) => {
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const go = async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    const started = await startAtProvider("sign-in", next).catch(() => null);
    const trouble = started?.ok
      ? await goToProvider(name, next, false)
      : (started?.error.message ?? "The server did not answer. Check the connection and try again.");
    setProblem(trouble);
    setPending(trouble === null);
  };
  return (
    <div className="grid gap-2">
      <Button size="l" wide aria-disabled={pending} onClick={() => void go()}>
        {pending ? "Going there…" : `Continue with ${name}`}
      </Button>
      <p role="alert" className="text-13 text-over empty:hidden">
        {problem}
      </p>
    </div>
  );
};
