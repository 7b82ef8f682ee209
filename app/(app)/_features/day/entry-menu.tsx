"use client";

import { ArrowRightLeft, Copy, Ellipsis, Pencil, Star, StarOff, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { onDemand } from "@/components/ui/on-demand";
import { useNextFocus } from "@/components/ui/use-next-focus";
import type { FoodEntry } from "@/lib/diary/schemas";
import { inputOf, useDiaryActions, useFavourites } from "../diary";

const EditDialog = onDemand(() => import("./edit-dialog").then((module) => module.EditDialog));
const PlaceDialog = onDemand(() => import("./place-dialog").then((module) => module.PlaceDialog));

/** What can be done with an entry: another portion, another meal or day, delete. */
export const EntryMenu = ({ entry }: { entry: FoodEntry }) => {
  const { remove } = useDiaryActions();
  const { has, toggle } = useFavourites();
  const starred = has(entry.food);
  const [dialog, setDialog] = useState<"edit" | "move" | "copy" | null>(null);
  const { button, beforeRemoval } = useNextFocus("entry");
  const close = () => {
    setDialog(null);
    // The menu that opened the dialog is gone, so the dialog cannot give the focus back by itself.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton ref={button} data-next-focus="entry" label={`Change ${entry.name}`} size="s">
            <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        }
        actions={[
          { icon: <Pencil aria-hidden />, label: "Edit portion", onSelect: () => setDialog("edit") },
          {
            icon: <ArrowRightLeft aria-hidden />,
            label: "Move to another meal or day",
            onSelect: () => setDialog("move"),
          },
          {
            icon: <Copy aria-hidden />,
            label: "Copy to another meal or day",
            onSelect: () => setDialog("copy"),
          },
          {
            icon: starred ? <StarOff aria-hidden /> : <Star aria-hidden />,
            label: starred ? "Remove from favourites" : "Add to favourites",
            onSelect: () => toggle(entry.food, entry.name, inputOf(entry).amount),
          },
          "rule",
          {
            icon: <Trash2 aria-hidden />,
            tone: "danger",
            label: "Delete",
            onSelect: () => {
              beforeRemoval();
              remove(entry);
            },
          },
        ]}
      />
      {dialog === "edit" && <EditDialog entry={entry} onClose={close} />}
      {(dialog === "move" || dialog === "copy") && (
        <PlaceDialog
          kind={dialog}
          entries={[entry]}
          from={entry.date}
          single={dialog === "move"}
          onClose={close}
        />
      )}
    </>
  );
};
