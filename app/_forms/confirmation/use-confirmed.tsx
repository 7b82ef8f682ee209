"use client";

import { useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import type { ConfirmationMeans } from "@/lib/errors";
import type { ActionResult } from "@/lib/http";

const ConfirmDialog = onDemand(async () => (await import("./confirm-dialog")).ConfirmDialog);

type Asked = { readonly means: readonly ConfirmationMeans[]; readonly answer: (confirmed: boolean) => void };

/**
 * For what needs a confirmed session: where the server asks for one, the person confirms in a dialog, and what they
 * wanted is done then. Its code is loaded when it is asked for the first time.
 * @returns `confirmed` runs an action, and again once the person has confirmed; `dialog` stands outside of every form.
 */
export const useConfirmed = () => {
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirmed = async <T,>(work: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> => {
    const first = await work();
    if (first.ok || first.error.code !== "confirmation_required") return first;
    const means = first.error.means ?? [];
    const yes = await new Promise<boolean>((answer) => setAsked({ means, answer }));
    setAsked(null);
    return yes ? work() : first;
  };
  const dialog = asked && (
    <ConfirmDialog
      means={asked.means}
      onClose={() => asked.answer(false)}
      onConfirmed={() => asked.answer(true)}
    />
  );
  return { confirmed, dialog };
};
