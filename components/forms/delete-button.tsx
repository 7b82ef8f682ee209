"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { leaveLayers } from "@/components/ui/use-back-closes";

type DeleteButtonProps = {
  name: string;
  /** The server action, bound to what it deletes. */
  remove: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: { message: string } }>;
  /** The page to go to afterwards. */
  then: string;
  /** What is lost and what is kept. */
  children: ReactNode;
};

/** Asks, then deletes something of one's own. */
export const DeleteButton = ({ name, remove, then, children }: DeleteButtonProps) => {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      if (pending) return;
      const result = await remove().catch(() => null);
      if (!result?.ok)
        return void showToast(result?.error.message ?? "The server did not answer. Nothing was deleted.");
      showToast(`${name} is deleted`);
      leaveLayers(() => router.push(then));
    });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="s"
      title={`Delete ${name}?`}
      trigger={<Button variant="danger">Delete</Button>}
      footer={
        <>
          <Button variant="danger" onClick={confirm} aria-disabled={pending}>
            {pending ? "Deleting…" : "Delete"}
          </Button>
          <DialogClose>
            <Button variant="ghost">Keep it</Button>
          </DialogClose>
        </>
      }
    >
      <p className="px-5 py-4 phone:px-4">{children}</p>
    </Dialog>
  );
};
