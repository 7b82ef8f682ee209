"use client";

import type { ReactNode } from "react";
import { AfterAdding, amountsIn } from "@/app/(app)/_features/diary";
import { choiceGrams } from "@/app/(app)/_features/food";
import { Note } from "@/components/ui/note";
import { countNoun, formatCount } from "@/lib/format";
import type { MineralDay } from "@/lib/insights/schemas";
import { type Composition, composition, type LowerBounds, NUTRIENT_IDS, totalsOf } from "@/lib/nutrition";
import { isReady, type Proposal } from "./meal-proposal";

/** What the ready items hold together; a nutrient that one of them does not tell is a lower bound, or unknown. */
export const sumOf = ({ items }: Proposal): { adds: Composition; lowerBounds: LowerBounds } => {
  const ready = items.filter(isReady);
  const totals = totalsOf(
    ready.flatMap(({ food, choice, preparation }) =>
      choice === null ? [] : [amountsIn(food, choiceGrams(choice), preparation)],
    ),
  );
  return {
    adds: composition(Object.fromEntries(NUTRIENT_IDS.map((id) => [id, totals[id].amount]))),
    lowerBounds: NUTRIENT_IDS.filter(
      (id) =>
        totals[id].known < totals[id].entries || ready.some(({ food }) => food.lowerBounds?.includes(id)),
    ),
  };
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
  const { adds, lowerBounds } = sumOf(proposal);
  const { items, notUnderstood } = proposal;
  const ready = items.filter(isReady).length;
  const left = items.filter((item) => !item.removed).length - ready + notUnderstood.length;
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
