"use client";

import { Plus } from "lucide-react";
import { readyChoice } from "@/app/(app)/_features/diary";
import { useLog } from "@/app/(app)/_features/palette";
import { Button } from "@/components/ui/button";
import type { SourceView } from "@/lib/insights/schemas";

/** Opens the palette with the food and its portion chosen. */
export const LogSource = ({
  source: { food, short, portion, grams },
}: {
  source: Pick<SourceView, "food" | "short" | "portion" | "grams">;
}) => {
  const log = useLog();
  const { id, label, count } = portion;
  return (
    <Button
      size="s"
      aria-label={`Log ${short}`}
      onClick={() =>
        log.open({ food, choice: readyChoice({ portion: id === null ? null : { id, label, count }, grams }) })
      }
    >
      <Plus size={14} strokeWidth={1.75} aria-hidden />
      Log
    </Button>
  );
};
