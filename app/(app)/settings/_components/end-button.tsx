"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http";
import { endOtherSessions, endSession, endToken } from "../actions";

const NO_ANSWER = "The server did not answer. Try again.";

const useEnd = (end: () => Promise<ActionResult<void>>, done: string) => {
  const [pending, start] = useTransition();
  const run = () =>
    start(async () => {
      if (pending) return;
      const result = await end().catch(() => null);
      showToast(result?.ok ? done : (result?.error.message ?? NO_ANSWER));
    });
  return { "aria-disabled": pending, onClick: run };
};

/** Signs a browser out, or makes a token useless. */
export const EndButton = ({ kind, id, name }: { kind: "session" | "token"; id: string; name: string }) => {
  const session = kind === "session";
  const button = useEnd(
    () => (session ? endSession({ id }) : endToken({ id })),
    session ? `${name} is signed out` : `The token ${name} is revoked`,
  );
  return (
    <Button {...button} aria-label={session ? `Sign out ${name}` : `Revoke ${name}`}>
      {session ? "Sign out" : "Revoke"}
    </Button>
  );
};

/** Signs every browser but this one out. */
export const EndOthersButton = () => {
  const button = useEnd(() => endOtherSessions({}), "All other browsers are signed out");
  return (
    <Button {...button} className="justify-self-start">
      Sign out all other browsers
    </Button>
  );
};
