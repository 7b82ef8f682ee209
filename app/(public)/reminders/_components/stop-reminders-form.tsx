"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";

/** The button that ends one kind of reminders on one device, and whether it has. */
export const StopRemindersForm = ({ token }: { token: string }) => {
  const [said, setSaid] = useState<{ done: boolean; words: string } | null>(null);
  const [pending, start] = useTransition();
  const stop = () =>
    start(async () => {
      const path = `/reminders/${encodeURIComponent(token)}/stop`;
      const answer = await fetch(path, { method: "POST" }).catch(() => null);
      if (answer === null || answer.status >= 500)
        setSaid({ done: false, words: "The server did not answer. Try again." });
      else setSaid({ done: true, words: "This device gets no more of these reminders." });
    });
  return (
    <div className="grid justify-items-start gap-3">
      {!said?.done && (
        <Button variant="primary" size="l" onClick={stop} aria-disabled={pending}>
          {pending ? "Stopping…" : "Stop these reminders"}
        </Button>
      )}
      <p role="status">{said?.words}</p>
    </div>
  );
};
