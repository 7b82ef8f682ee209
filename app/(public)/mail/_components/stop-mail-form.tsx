"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { stopAllMail } from "../actions";

/** The button that stops all mail, and whether it has. */
export const StopMailForm = ({ token }: { token: string }) => {
  const [said, setSaid] = useState<{ done: boolean; words: string } | null>(null);
  const [pending, start] = useTransition();
  const stop = () =>
    start(async () => {
      const result = await stopAllMail({ token }).catch(() => null);
      if (result === null) setSaid({ done: false, words: "The server did not answer. Try again." });
      else
        setSaid(
          result.ok
            ? { done: true, words: "You will get no more mail from Assay." }
            : { done: false, words: result.error.message },
        );
    });
  return (
    <div className="grid justify-items-start gap-3">
      {!said?.done && (
        <Button variant="primary" size="l" onClick={stop} aria-disabled={pending}>
          {pending ? "Stopping…" : "Stop all mail"}
        </Button>
      )}
      <p role="status">{said?.words}</p>
    </div>
  );
};
