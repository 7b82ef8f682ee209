"use client";

import { Search, X } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from "react";
import { IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { type When, WhenButton } from "../diary";

type PaletteInputProps = {
  ref: Ref<HTMLInputElement>;
  value: string;
  onType: (typed: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
  /** Id of the list that answers it, and of the option that Enter takes; none while there is no list. */
  listId: string | undefined;
  activeId: string | undefined;
  when: When;
  today: string;
  onWhen: (when: When) => void;
  /** Other ways to say what was eaten, such as a barcode. */
  children?: ReactNode;
};

/** Longest line that is read; a whole day's food fits. */
const MAX_CHARACTERS = 2000;

/** Where everything is typed; the focus stays here while the list is moved through. */
export const PaletteInput = ({
  ref,
  value,
  onType,
  onKeyDown,
  onPaste,
  listId,
  activeId,
  when,
  today,
  onWhen,
  children,
}: PaletteInputProps) => (
  <div className="flex h-16 flex-none items-center gap-3 border-line border-b pr-3.5 pl-5 phone:h-14 phone:pr-1.5 phone:pl-4">
    <Search size={20} strokeWidth={1.75} className="flex-none text-ink-3" aria-hidden />
    <input
      ref={ref}
      type="text"
      role="combobox"
      aria-label="Food and amount"
      aria-expanded={listId !== undefined}
      aria-autocomplete="list"
      aria-controls={listId}
      aria-activedescendant={activeId}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="none"
      spellCheck={false}
      enterKeyHint="done"
      maxLength={MAX_CHARACTERS}
      placeholder="2 eggs, ½ cup oats, banana …"
      value={value}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onKeyDown}
      {...(onPaste && { onPaste })}
      className="min-w-0 flex-1 border-0 bg-transparent p-0 font-medium text-[20px] leading-7 tracking-[-0.012em] outline-none! placeholder:font-normal placeholder:text-ink-3 phone:text-[17px]! phone:leading-6"
    />
    {children}
    <span className="flex-none phone:hidden">
      <WhenButton value={when} today={today} onChange={onWhen} />
    </span>
    <span className="contents phone:hidden" aria-hidden>
      <Kbd>Esc</Kbd>
    </span>
    <span className="md:hidden">
      <Dialog.Close asChild>
        <IconButton label="Close">
          <X size={20} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </Dialog.Close>
    </span>
  </div>
);
