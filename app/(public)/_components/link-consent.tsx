"use client";

import { useState } from "react";
import { consentToLink, declineLink } from "@/app/_auth/provider-actions";
import { useConfirmed } from "@/app/_forms/confirmation/use-confirmed";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/http";

const SETTINGS = "/settings/sign-in";

/** Yes or no to linking. @param own whether the account that is signed in to is the one it is for */
export const LinkConsent = ({ name, own }: { name: string; own: boolean }) => {
  const { confirmed, dialog } = useConfirmed();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const run = (work: () => Promise<ActionResult<void>>, next: string) => async (): Promise<void> => {
    if (pending) return;
    setPending(true);
    const result = await work().catch(() => null);
    if (result?.ok) return window.location.assign(next);
    setPending(false);
    setProblem(result?.error.message ?? "The server did not answer. Try again.");
  };
  return (
    <div className="grid gap-3">
      {dialog}
      <p role="alert" className="text-13 text-over empty:hidden">
        {problem}
      </p>
      {own && (
        <Button
          variant="primary"
          size="l"
          wide
          aria-disabled={pending}
          onClick={run(() => confirmed(() => consentToLink({})), SETTINGS)}
        >
          Link {name}
        </Button>
      )}
      <Button size="l" wide aria-disabled={pending} onClick={run(() => declineLink({}), "/today")}>
        Do not link
      </Button>
    </div>
  );
};
