"use client";

import type { ReactNode } from "react";
import { type EntryExtras, NoteAndTime } from "@/app/(app)/_features/diary";
import { Note } from "@/components/ui/note";
import { formatGrams } from "@/lib/format";

type TextDetailProps = {
  text: string;
  /** Its weight, where one was typed. */
  grams: number | null;
  extras: EntryExtras;
  onExtras: (extras: EntryExtras) => void;
  /** The Add button of a wide screen. */
  action: ReactNode;
};

/** What is logged by its name alone: nothing of it is known, and nothing is guessed. */
export const TextDetail = ({ text, grams, extras, onExtras, action }: TextDetailProps) => (
  <div className="flex flex-col gap-3.5 px-5 pt-[18px] md:min-h-full phone:pb-4 phone:gap-3 phone:px-4 phone:pt-4">
    <div>
      <h2 className="wrap-anywhere font-semibold text-15 tracking-[-0.006em]">{text}</h2>
      <p className="text-13 text-ink-2">Without values{grams !== null && ` · ${formatGrams(grams)}`}</p>
    </div>
    <Note>
      All its nutrients are unknown: the day’s totals then say “at least”. It can be matched with a food
      later.
    </Note>
    <NoteAndTime value={extras} onChange={(more) => onExtras({ ...extras, ...more })} />
    <div className="sticky bottom-0 mt-auto bg-raised py-[18px] phone:hidden">{action}</div>
  </div>
);
