"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { removeRecipe } from "../actions";

/** Asks, then deletes a recipe. */
export const DeleteRecipeButton = ({ id, name }: { id: string; name: string }) => {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      if (pending) return;
      const result = await removeRecipe({ id }).catch(() => null);
      if (!result?.ok)
        return showToast(result?.error.message ?? "The server did not answer. Nothing was deleted.");
      showToast(`${name} is deleted`);
      router.push("/recipes");
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
          <Button variant="danger" onClick={remove} aria-disabled={pending}>
            {pending ? "Deleting…" : "Delete"}
          </Button>
          <DialogClose>
            <Button variant="ghost">Keep it</Button>
          </DialogClose>
        </>
      }
    >
      <p className="px-5 py-4 phone:px-4">
        What you logged of it stays in your diary, with its amounts. Recipes made with it keep its weight, but
        lose its minerals. The recipe itself cannot be brought back.
      </p>
    </Dialog>
  );
};
