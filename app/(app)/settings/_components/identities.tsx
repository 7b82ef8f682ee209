"use client";

import { useState, useTransition } from "react";
import { goToProvider, startAtProvider } from "@/app/_auth/provider";
import { useConfirmed } from "@/app/_forms/confirmation/use-confirmed";
import { Button } from "@/components/ui/button";
import { endIdentity } from "../actions";

type Linked = {
  readonly id: string;
  readonly email: string | null;
  readonly since: string;
  readonly lastUsed: string;
};

const NO_ANSWER = "The server did not answer. Try again.";
const PAGE = "/settings/sign-in";

/** The accounts at the provider that sign in here; links another, unlinks one. @param problem what went wrong on the way back */
export const Identities = ({
  name,
  identities,
  problem: first,
}: {
  name: string;
  identities: readonly Linked[];
  problem: string | null;
}) => {
  const { confirmed, dialog } = useConfirmed();
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState(first);
  const link = () =>
    start(async () => {
      if (pending) return;
      const started = await confirmed(() => startAtProvider("link", PAGE)).catch(() => null);
      setProblem(started?.ok ? await goToProvider(name, PAGE, false) : (started?.error.message ?? NO_ANSWER));
    });
  const unlink = (id: string) =>
    start(async () => {
      if (pending) return;
      const result = await confirmed(() => endIdentity({ id })).catch(() => null);
      setProblem(result?.ok ? null : (result?.error.message ?? NO_ANSWER));
    });
  return (
    <>
      {dialog}
      <p role="alert" className="text-13 text-over empty:hidden">
        {problem}
      </p>
      {identities.length > 0 && (
        <ul className="grid gap-3">
          {identities.map(({ id, email, since, lastUsed }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0 break-words">
                {email ?? `An account at ${name}`}
                <span className="block text-13 text-ink-2">
                  Linked on {since}, last used on {lastUsed}
                </span>
              </span>
              <Button variant="danger" aria-disabled={pending} onClick={() => unlink(id)}>
                Unlink
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        variant={identities.length === 0 ? "primary" : "default"}
        className="justify-self-start"
        aria-disabled={pending}
        onClick={link}
      >
        Link {identities.length === 0 ? name : `another account at ${name}`}
      </Button>
    </>
  );
};
