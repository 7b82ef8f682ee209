"use client";

import { type ReactNode, useEffect, useState } from "react";
import { OFFLINE_PATH } from "@/app/(app)/_features/offline";
import { useReconnect } from "@/app/(app)/_features/offline/copy";
import { PublicHeader } from "@/components/layout/public-header";
import { Button, ButtonLink } from "@/components/ui/button";

const again = (): void => window.location.reload();

/** Comes back to the page once the server is there; the address of this one leads to no other. */
const useComeBack = (): void => {
  const [isShownFor, setShownFor] = useState(false);
  useEffect(() => setShownFor(window.location.pathname !== OFFLINE_PATH), []);
  useReconnect(isShownFor);
};

const Message = ({ children }: { children?: ReactNode }) => (
  <div className="mx-auto grid w-full max-w-[560px] justify-items-start gap-4 pt-16 pb-16">
    <h1 className="font-semibold text-28 tracking-[-0.02em]">This page needs the network</h1>
    <p className="text-15 text-ink-2">
      The server cannot be reached, and this page was not opened on this device lately. It opens by itself as
      soon as there is a connection.
    </p>
    <div className="flex gap-3">
      <Button variant="primary" size="l" onClick={again}>
        Try again
      </Button>
      {children}
    </div>
  </div>
);

/** Says inside the frame that a page needs the network; the days of the local copy are one step away. */
export const NotKept = () => (
  <Message>
    <ButtonLink href="/today" size="l">
      Go to today
    </ButtonLink>
  </Message>
);

/** The same where nobody is signed in on this device. */
export const NeedsNetwork = () => {
  useComeBack();
  return (
    <div className="min-h-dvh">
      <PublicHeader />
      <main className="px-4">
        <Message />
      </main>
    </div>
  );
};
