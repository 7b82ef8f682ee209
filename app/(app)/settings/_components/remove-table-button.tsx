"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { removeTable } from "../actions";

/** Asks, then removes an installed food table for everybody. */
export const RemoveTableButton = ({ version, name }: { version: string; name: string }) => {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      if (pending) return;
      const result = await removeTable({ version }).catch(() => null);
      showToast(
        result?.ok
          ? `${name} is removed`
          : (result?.error.message ?? "The server did not answer. Nothing was removed."),
      );
      if (!result?.ok) return;
      setOpen(false);
      router.refresh();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="s"
      title={`Remove ${name}?`}
      trigger={<Button aria-label={`Remove ${name}`}>Remove</Button>}
      footer={
        <>
          <Button variant="danger" onClick={confirm} aria-disabled={pending}>
            {pending ? "Removing…" : "Remove"}
          </Button>
          <DialogClose>
            <Button variant="ghost">Keep it</Button>
          </DialogClose>
        </>
      }
    >
      <p className="px-5 py-4 phone:px-4">
        Its foods are no longer found, by anybody on this server. Everything that was logged of them stays in
        the diaries, with its amounts.
      </p>
    </Dialog>
  );
};
