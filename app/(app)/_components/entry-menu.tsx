"use client";

import { ArrowRightLeft, Copy, Ellipsis, Pencil, Star, StarOff, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import type { FoodEntry } from "@/lib/diary/schemas";
import { inputOf, useDiary } from "./diary-provider";
import { useFavourites } from "./favourites";
import { useNextFocus } from "./next-focus";
import { PlaceDialog } from "./place-dialog";

const EditDialog = dynamic(() => import("./entry-dialogs").then((module) => module.EditDialog), {
  ssr: false,
});
const MoveDialog = dynamic(() => import("./entry-dialogs").then((module) => module.MoveDialog), {
  ssr: false,
});

/** What can be done with an entry: another portion, another meal or day, delete. */
export const EntryMenu = ({ entry }: { entry: FoodEntry }) => {
  const { remove } = useDiary();
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
      >
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setDialog("edit")}>
          Edit portion
        </MenuItem>
        <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={() => setDialog("move")}>
          Move to another meal or day
        </MenuItem>
        <MenuItem icon={<Copy aria-hidden />} onSelect={() => setDialog("copy")}>
          Copy to another meal or day
        </MenuItem>
        <MenuItem
          icon={starred ? <StarOff aria-hidden /> : <Star aria-hidden />}
          onSelect={() => toggle(entry.food, entry.name, inputOf(entry).amount)}
        >
          {starred ? "Remove from favourites" : "Add to favourites"}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          icon={<Trash2 aria-hidden />}
          tone="danger"
          onSelect={() => {
            beforeRemoval();
            remove(entry);
          }}
        >
          Delete
        </MenuItem>
      </DropdownMenu>
      {dialog === "edit" && <EditDialog entry={entry} onClose={close} />}
      {dialog === "move" && <MoveDialog entry={entry} onClose={close} />}
      {dialog === "copy" && <PlaceDialog kind="copy" entries={[entry]} from={entry.date} onClose={close} />}
    </>
  );
};
