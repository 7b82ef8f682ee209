"use client";

import { useState } from "react";
import { ReplaceDialog } from "@/app/(app)/_features/diary";
import { Button } from "@/components/ui/button";

type MatchButtonProps = {
  name: string;
  food: string;
  /** The last entry, where that alone is meant at first. */
  entry?: string;
};

/** Matches a name without values to a food: all its entries, or the last one. */
export const MatchButton = ({ name, food, entry }: MatchButtonProps) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        {...(entry === undefined && { variant: "primary" as const })}
        aria-label={entry === undefined ? `Match ${name}` : `Match the last ${name}`}
        onClick={() => setOpen(true)}
      >
        {entry === undefined ? "Match" : "Match the last"}
      </Button>
      {open && (
        <ReplaceDialog
          name={name}
          food={food}
          {...(entry !== undefined && { entry })}
          title="Match to a food"
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
