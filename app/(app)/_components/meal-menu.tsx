"use client";

import { ArrowRightLeft, Copy, Ellipsis, ListChecks, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import type { FoodEntry, Meal } from "@/lib/diary/schemas";
import { useDiary } from "./diary-provider";
import { PlaceDialog } from "./place-dialog";

type MealMenuProps = {
  meal: Meal;
  date: string;
  entries: readonly FoodEntry[];
  /** Begins to select, with the meal selected. */
  onSelect: () => void;
};

/** What can be done with a whole meal. */
export const MealMenu = ({ meal, date, entries, onSelect }: MealMenuProps) => {
  const { removeAll } = useDiary();
  const button = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<"copy" | "move" | null>(null);
  return (
    <>
      <DropdownMenu
        align="start"
        trigger={
          <IconButton ref={button} label={`Change ${meal}`} size="s">
            <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Copy aria-hidden />} onSelect={() => setDialog("copy")}>
          Copy {meal} to…
        </MenuItem>
        <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={() => setDialog("move")}>
          Move {meal} to…
        </MenuItem>
        <MenuItem icon={<ListChecks aria-hidden />} onSelect={onSelect}>
          Select its foods
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 aria-hidden />} tone="danger" onSelect={() => removeAll(entries)}>
          Delete {meal}
        </MenuItem>
      </DropdownMenu>
      {dialog && (
        <PlaceDialog
          kind={dialog}
          entries={entries}
          from={date}
          onClose={() => {
            setDialog(null);
            // The menu that opened the dialog is gone, so the dialog cannot give the focus back by itself.
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
};
