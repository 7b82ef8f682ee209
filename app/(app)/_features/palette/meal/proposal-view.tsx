"use client";

import { Fragment, type KeyboardEvent, type ReactNode, useState } from "react";
import { AfterAdding, WaitingChanges } from "@/app/(app)/_features/diary";
import { MEAL_NAMES } from "@/components/nutrition/meal-icon";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { countNoun, formatCount } from "@/lib/format";
import type { MineralDay } from "@/lib/insights/schemas";
import type { Mineral } from "@/lib/nutrition";
import {
  type Correction,
  doubtWords,
  mealOf,
  type Proposal,
  readyCount,
  readyItems,
  sumProposal,
  type Target,
  WHOLE_LINE,
} from "./proposal";
import { ProposalRow } from "./proposal-row";

type ProposalListProps = {
  proposal: Proposal;
  target: Target;
  targets: { readonly [M in Mineral]: number | null };
  onCorrect: (key: string, correction: Correction, said: string) => void;
  /** Reads the line as one food after all. */
  onReadAsFood: () => void;
  /** Gives the focus back to the line. */
  onLeave: () => void;
};

/** The rows' own buttons, for the arrows. */
const getRows = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-row]")];

/** The first row's button, the target of the arrow keys from the input. */
export const focusFirstRow = (within: HTMLElement | null): void => {
  if (within) getRows(within)[0]?.focus();
};

/** The first question about what was not understood; whether there is one. */
export const focusFirstQuestion = (within: HTMLElement | null): boolean => {
  const question = within?.querySelector<HTMLElement>("[data-question]");
  question?.focus();
  return question != null;
};

/** The items of a proposal by the meal they go to, in the order of the line; without a title where there is one meal. */
const groupsOf = ({ items }: Proposal, target: Target) => {
  const meals = [...new Set(items.map((item) => mealOf(item, target)))];
  return meals.map((meal) => ({
    title: meals.length > 1 ? meal : null,
    items: items.filter((item) => mealOf(item, target) === meal),
  }));
};

/** A meal as it was read: each food with the words it came from, correctable before anything is saved. */
export const ProposalList = ({
  proposal,
  target,
  targets,
  onCorrect,
  onReadAsFood,
  onLeave,
}: ProposalListProps) => {
  const { lost, held } = proposal;
  const [open, setOpen] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const rows = getRows(event.currentTarget);
    const at = rows.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === "ArrowDown") rows[Math.min(at + 1, rows.length - 1)]?.focus();
    else if (event.key === "ArrowUp" && at > 0) rows[at - 1]?.focus();
    else if (event.key === "ArrowUp" || event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the arrows of the buttons inside it
    <div onKeyDown={onKeyDown} data-answers-escape>
      <WaitingChanges />
      <p className="flex items-center justify-between gap-2 px-3 pt-1 pb-0.5 font-medium text-12 text-ink-3">
        Read from your line
        <Button size="s" variant="ghost" onClick={onReadAsFood}>
          Read as one food
        </Button>
      </p>
      {held !== null && (
        <section aria-label="Before it is added" className="grid gap-2 px-3 py-2">
          <p className="text-13 text-low">
            {doubtWords(held)} Nothing of the line is added before you confirm it; type on to put it right.
          </p>
          <Button
            size="s"
            data-row
            data-question
            className="justify-self-start phone:min-h-11"
            onClick={() => {
              onCorrect(WHOLE_LINE, { confirmed: true }, "Confirmed as it is read.");
              onLeave();
            }}
          >
            Add it as it is read here
          </Button>
        </section>
      )}
      {groupsOf(proposal, target).map(({ title, items }) => (
        <Fragment key={title ?? ""}>
          {title !== null && <h3 className="px-3 pt-2.5 pb-1 font-semibold text-13">{MEAL_NAMES[title]}</h3>}
          <ul
            // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without markers
            role="list"
            aria-label={title === null ? "Proposed entries" : `Proposed entries for ${title}`}
            className="grid gap-px"
          >
            {items.map((item) => (
              <ProposalRow
                key={item.key}
                item={item}
                targets={targets}
                open={open === item.key}
                onOpen={(next) => setOpen(next ? item.key : null)}
                onCorrect={onCorrect}
              />
            ))}
          </ul>
        </Fragment>
      ))}
      {lost.length > 0 && (
        <section aria-label="Not understood" className="px-3 py-2.5">
          <p className="font-medium text-12 text-ink-3">Not understood</p>
          <ul className="mt-1 grid gap-1.5">
            {lost.map(({ key, text, nameable, asText }) => (
              <li key={key} className="flex flex-wrap items-center gap-2">
                <span data-lost className="wrap-anywhere rounded-sm bg-sunken px-2 py-0.5 text-13">
                  {text}
                </span>
                {nameable && (
                  <Button
                    size="s"
                    data-row
                    aria-pressed={asText}
                    className="phone:min-h-11"
                    onClick={() =>
                      onCorrect(
                        key,
                        { asText: !asText },
                        asText ? `“${text}” is not logged.` : `“${text}” is logged without values.`,
                      )
                    }
                  >
                    Log without values<span className="sr-only">: {text}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

type ProposalTotalsProps = {
  proposal: Proposal;
  days: readonly MineralDay[] | null;
  /** "Today after adding". */
  title: string;
  /** The Add button of a wide screen. */
  action: ReactNode;
};

/** The day's six minerals once everything that is ready is added. */
export const ProposalTotals = ({ proposal, days, title, action }: ProposalTotalsProps) => {
  const { adds, lowerBounds } = sumProposal(proposal);
  const { items, notUnderstood } = proposal;
  const ready = readyCount(proposal);
  const left =
    items.filter((item) => !item.removed).length - readyItems(proposal).length + notUnderstood.length;
  return (
    <div className="flex flex-col gap-3.5 px-5 pt-[18px] md:min-h-full phone:gap-3 phone:px-4 phone:py-4">
      <div>
        <h2 className="font-semibold text-15 tracking-[-0.006em]">{countNoun(ready, "food")} ready to add</h2>
        <p className="text-13 text-ink-2">Nothing is saved until you add it. Check what was assumed.</p>
      </div>
      {ready > 0 && <AfterAdding days={days} adds={adds} lowerBounds={lowerBounds} title={title} />}
      {left === 1 && <Note>One part is not ready; it stays in the line after adding.</Note>}
      {left > 1 && <Note>{formatCount(left)} parts are not ready; they stay in the line after adding.</Note>}
      <div className="sticky bottom-0 mt-auto bg-raised py-[18px] phone:hidden">{action}</div>
    </div>
  );
};
