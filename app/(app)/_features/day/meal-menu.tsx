"use client";

import { ArrowRightLeft, Copy, Ellipsis, ListChecks, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { onDemand } from "@/components/ui/on-demand";
import type { FoodEntry, Meal } from "@/lib/diary/schemas";
import { useDiaryActions } from "../diary";

const PlaceDialog = onDemand(() => import("./place-dialog").then((module) => module.PlaceDialog));

type MealMenuProps = {
  meal: Meal;
  date: string;
  entries: readonly FoodEntry[];
  /** Begins to select, with the meal selected. */
  onSelect: () => void;
};

/** What can be done with a whole meal. */
export const MealMenu = ({ meal, date, entries, onSelect }: MealMenuProps) => {
  const { removeAll } = useDiaryActions();
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
        actions={[
          { icon: <Copy aria-hidden />, label: `Copy ${meal} to…`, onSelect: () => setDialog("copy") },
          {
            icon: <ArrowRightLeft aria-hidden />,
            label: `Move ${meal} to…`,
            onSelect: () => setDialog("move"),
          },
          { icon: <ListChecks aria-hidden />, label: "Select its foods", onSelect },
          "rule",
          {
            icon: <Trash2 aria-hidden />,
            tone: "danger",
            label: `Delete ${meal}`,
            onSelect: () => removeAll(entries),
          },
        ]}
      />
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
