"use client";

import { useEffect } from "react";
import { PublicHeader } from "@/components/layout/public-header";
import { Button, ButtonLink } from "@/components/ui/button";

/** What shows when a page breaks. The cause stays on the server; only its number is told. */
export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  useEffect(() => console.error(error), [error]);
  return (
    <div className="min-h-dvh">
      <PublicHeader />
      <main className="mx-auto grid max-w-[560px] justify-items-start gap-4 px-4 pt-16 pb-16">
        <h1 className="font-semibold text-28 tracking-[-0.02em]">This page could not be shown</h1>
        <p className="text-15 text-ink-2" role="alert">
          Something went wrong on the server. What you logged is safe.
          {error.digest !== undefined && ` Its log names this error ${error.digest}.`}
        </p>
        <div className="flex gap-3">
          <Button variant="primary" size="l" onClick={() => retry()}>
            Try again
          </Button>
          <ButtonLink href="/today" size="l">
            Go to today
          </ButtonLink>
        </div>
      </main>
    </div>
  );
}
