"use client";

import { useEffect } from "react";
import { Brand } from "@/components/layout/brand";

/** A large button, as `components/ui/button-class.ts` has it; that module would come twice. */
const BUTTON =
  "relative inline-flex h-11 flex-none items-center justify-center rounded-[10px] border px-[18px] font-medium text-15 no-underline";

/**
 * What shows when a page breaks. The cause stays on the server; only its number is told. Every page loads this ahead, so
 * it is small; and its links load their page anew, which leaves the broken one behind.
 */
export default function PageError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  useEffect(() => console.error(error), [error]);
  // As lib/db/outage.ts marks it.
  const away = error.digest === "unavailable";
  return (
    <div className="min-h-dvh">
      <header className="px-8 py-5 phone:px-4 phone:py-3.5">
        <a href="/" className="inline-block rounded-sm no-underline">
          <Brand />
        </a>
      </header>
      <main className="mx-auto grid max-w-[560px] justify-items-start gap-4 px-4 pt-16 pb-16">
        <h1 className="font-semibold text-28 tracking-[-0.02em]">This page could not be shown</h1>
        <p className="text-15 text-ink-2" role="alert">
          {away ? "The server cannot reach its database." : "Something went wrong on the server."} What you
          logged is safe.
          {!away && error.digest && ` Its log names this error ${error.digest}.`}
        </p>
        <div className="flex gap-3">
          <button
            type="button"
            className={`${BUTTON} border-ink bg-ink text-on-ink hover:opacity-90`}
            onClick={() => retry()}
          >
            Try again
          </button>
          <a href="/today" className={`${BUTTON} border-line-2 bg-surface text-ink hover:bg-hover`}>
            Go to today
          </a>
        </div>
      </main>
    </div>
  );
}
