"use client";

import { useEffect } from "react";
import { OFFLINE_PATH } from "@/app/(app)/_features/offline";
import { PublicHeader } from "@/components/layout/public-header";
import { Button } from "@/components/ui/button";

const again = (): void => window.location.reload();

/** Says that a page needs the network, and opens it as soon as there is one. */
export const NeedsNetwork = () => {
  useEffect(() => {
    // Asked for by its own address there is nothing to come back to.
    if (window.location.pathname === OFFLINE_PATH) return;
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, []);
  return (
    <div className="min-h-dvh">
      <PublicHeader />
      <main className="mx-auto grid max-w-[560px] justify-items-start gap-4 px-4 pt-16 pb-16">
        <h1 className="font-semibold text-28 tracking-[-0.02em]">This page needs the network</h1>
        <p className="text-15 text-ink-2">
          The server cannot be reached, and this page was not opened on this device lately. It opens by itself
          as soon as there is a connection.
        </p>
        <Button variant="primary" size="l" onClick={again}>
          Try again
        </Button>
      </main>
    </div>
  );
};
