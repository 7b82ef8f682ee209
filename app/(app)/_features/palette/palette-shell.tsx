"use client";

import { CornerDownLeft, Search, X } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { keepAboveKeyboard, keepOpenForToast } from "@/components/ui/layer-place";
import { Kbd } from "@/components/ui/tag";
import { useBackCloses } from "@/components/ui/use-back-closes";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { MAX_LINE_LENGTH } from "@/lib/catalogue/client";
import { MealSwitch, type When, WhenButton } from "../diary";

type PaletteDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** @param follow closes the palette for another page, which takes the place of its history entry. */
  children: (close: () => void, follow: () => void) => ReactNode;
};

/** The window of the palette: on a phone a sheet, otherwise a panel. The browser's back button closes it. */
export const PaletteDialog = ({ open, onOpenChange, children }: PaletteDialogProps) => {
  const close = () => onOpenChange(false);
  const leave = useBackCloses(open, close);
  const focusReturn = useFocusReturn(open);
  const follow = () => {
    leave();
    close();
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="no-print fixed inset-0 z-40 animate-[overlay-in_180ms_ease-out] bg-scrim" />
        <Dialog.Content
          ref={keepAboveKeyboard}
          {...focusReturn}
          onPointerDownOutside={keepOpenForToast}
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => {
            // Inside a proposed meal Esc leads back step by step; from the line it closes.
            if (document.activeElement?.closest("[data-answers-escape]")) event.preventDefault();
          }}
          className="no-print fixed z-50 flex flex-col overflow-hidden bg-raised shadow-pop outline-none md:top-[72px] md:left-1/2 md:h-[min(640px,calc(100dvh-96px))] md:w-[912px] md:max-w-[calc(100vw-48px)] md:-translate-x-1/2 md:animate-[panel-in_180ms_cubic-bezier(.2,.7,.2,1)] md:rounded-xl phone:inset-x-0 phone:bottom-(--keyboard) phone:h-[calc(100dvh-52px-env(safe-area-inset-top)-var(--keyboard))] phone:animate-[sheet-in_320ms_cubic-bezier(.2,.7,.2,1)] phone:rounded-t-[20px]"
        >
          <Dialog.Title className="sr-only">Log food</Dialog.Title>
          <div className="mx-auto mt-2 mb-1 hidden h-1 w-9 flex-none rounded-full bg-line-2 phone:block" />
          {children(close, follow)}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

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

/** The input of the palette; it keeps the focus while the arrow keys move through the list. */
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
      maxLength={MAX_LINE_LENGTH}
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

type PanesProps = {
  ref: Ref<HTMLDivElement>;
  when: When;
  today: string;
  onWhen: (when: When) => void;
  list: ReactNode;
  detail: ReactNode;
  /** Whether a phone, which has no room for both, shows the detail too. */
  detailOnPhone: boolean;
  /** On a phone the detail stands above the list, or below it. */
  detailFirst: boolean;
};

/** The list with the detail beside it; one column on a phone. */
export const PalettePanes = ({
  ref,
  when,
  today,
  onWhen,
  list,
  detail,
  detailOnPhone,
  detailFirst,
}: PanesProps) => (
  <div ref={ref} className="min-h-0 flex-1 md:grid md:grid-cols-[minmax(0,1fr)_388px] phone:overflow-y-auto">
    <div className="flex items-center gap-2 px-4 pt-3 md:hidden">
      <MealSwitch value={when.meal} onChange={(meal) => onWhen({ ...when, meal })} />
      <WhenButton icon value={when} today={today} onChange={onWhen} />
    </div>
    <div className="phone:flex phone:flex-col md:contents">
      <div className="min-h-0 md:overflow-y-auto phone:[@media(height<35rem)]:[&_[role=group]>p]:hidden md:border-line md:border-r md:px-2 md:pt-1.5 md:pb-2.5 phone:order-2 phone:px-1.5 phone:py-1">
        {list}
      </div>
      <div
        className={cx(
          "min-h-0 md:overflow-y-auto phone:border-line phone:empty:hidden",
          detailFirst ? "phone:order-1 phone:border-b" : "phone:order-3 phone:border-t",
          !detailOnPhone && "phone:hidden",
        )}
      >
        {detail}
      </div>
    </div>
  </div>
);

type AddProps = { label: string; disabled: boolean; onAdd: () => void };

/** The Add button of a wide screen, at the end of the detail. */
export const AddInDetail = ({ label, disabled, onAdd }: AddProps) => (
  <Button variant="primary" wide disabled={disabled} className="h-[38px]!" onClick={onAdd}>
    {label}
    <Kbd onInk>
      <CornerDownLeft size={12} aria-hidden />
    </Kbd>
  </Button>
);

/** The Add button of a phone, always in sight at the bottom edge. */
export const AddAtBottom = ({ label, disabled, onAdd }: AddProps) => (
  <div className="flex-none border-line border-t bg-raised px-4 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))] md:hidden [@media(height<35rem)]:pt-2 [@media(height<35rem)]:pb-2">
    <Button variant="primary" size="l" wide disabled={disabled} onClick={onAdd}>
      {label}
    </Button>
  </div>
);

/** The keys of the palette; hidden on touch screens. */
export const Hints = () => (
  <div
    aria-hidden
    className="flex h-11 flex-none items-center gap-[18px] overflow-hidden whitespace-nowrap border-line border-t bg-sunken/35 px-5 text-12 text-ink-2 phone:hidden [&>span]:flex [&>span]:items-center [&>span]:gap-1.5"
  >
    <span>
      <Kbd>↑</Kbd>
      <Kbd>↓</Kbd>Choose
    </span>
    <span>
      <Kbd>Tab</Kbd>Portion
    </span>
    <span>
      <Kbd>/b</Kbd>
      <Kbd>/l</Kbd>
      <Kbd>/d</Kbd>
      <Kbd>/s</Kbd>Meal
    </span>
    <span>
      <Kbd>↵</Kbd>Add
    </span>
    <span>
      <Kbd>Ctrl</Kbd>
      <Kbd>↵</Kbd>Add and keep going
    </span>
    <span className="ml-auto hidden! lg:flex!">Bars: full is a third of target</span>
  </div>
);
