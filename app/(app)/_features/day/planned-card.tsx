"use client";

import { Check, X } from "lucide-react";
import { useId } from "react";
import { DeltaChip } from "@/components/nutrition/hallmark";
import { MEAL_NAMES } from "@/components/nutrition/meal-icon";
import { Button, IconButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { useNextFocus } from "@/components/ui/use-next-focus";
import type { FoodEntry } from "@/lib/diary/schemas";
import { portionWords } from "@/lib/format";
import type { MineralDay, TodayPage } from "@/lib/insights/schemas";
import { addTotals, MINERALS, type Mineral, totalOf } from "@/lib/nutrition";
import { toEntryInput, useDiaryActions } from "../diary";

/** How many targets the day would reach with everything planned: "5 of 6 at target". */
const withThese = (minerals: readonly MineralDay[], plans: readonly FoodEntry[]): string => {
  const targeted = minerals.filter(({ target, state }) => target !== null && state === "usual");
  const reached = targeted.filter((day) => {
    const planned = totalOf(
      day.mineral,
      plans.map(({ nutrients }) => nutrients),
      plans.map(({ lowerBounds }) => lowerBounds),
    );
    const { amount } = addTotals(day.total, planned);
    return amount !== null && day.target !== null && amount >= day.target;
  });
  return `${reached.length} of ${targeted.length} at target`;
};

/** The minerals that the food brings most of, measured by the targets. */
const most = (plan: FoodEntry, minerals: readonly MineralDay[]): Mineral[] => {
  const share = (mineral: Mineral): number => {
    const target = minerals.find((day) => day.mineral === mineral)?.target ?? null;
    const amount = plan.nutrients[mineral];
    return target === null || amount === null ? Number.NEGATIVE_INFINITY : amount / target;
  };
  return MINERALS.filter((mineral) => share(mineral) > 0)
    .toSorted((a, b) => share(b) - share(a))
    .slice(0, 3);
};

/** What is planned for the day and not eaten yet: one tap logs it. */
export const PlannedCard = ({
  day: { plans, planNotes, minerals, date, today },
}: {
  day: Pick<TodayPage, "plans" | "planNotes" | "minerals" | "date" | "today">;
}) => {
  const id = useId();
  if (plans.length === 0) return null;
  return (
    <Card aria-labelledby={id}>
      <CardHeader
        id={id}
        title={date === today ? "Planned for later today" : "Planned"}
        detail="Not counted until you eat it"
        aside={
          minerals.every(({ scores }) => scores)
            ? `With ${plans.length === 1 ? "it" : "these"}: ${withThese(minerals, plans)}`
            : undefined
        }
        className="pb-3"
      />
      <ul className="border-line border-t">
        {plans.map((plan) => (
          <Planned key={plan.id} plan={plan} note={planNotes[plan.id]} minerals={most(plan, minerals)} />
        ))}
      </ul>
    </Card>
  );
};

const Planned = ({
  plan,
  note,
  minerals,
}: {
  plan: FoodEntry;
  note: string | undefined;
  minerals: readonly Mineral[];
}) => {
  const { add, unplan } = useDiaryActions();
  const { button, beforeRemoval } = useNextFocus("planned");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3 last:border-b-0 phone:px-4">
      <div className="min-w-0 flex-1 phone:basis-full">
        <p className="font-medium">{plan.name}</p>
        <p className="text-13 text-ink-2">
          {portionWords(plan.portion, plan.grams)} · {MEAL_NAMES[plan.meal].toLowerCase()}
        </p>
        {note !== undefined && <Note className="mt-1">{note}</Note>}
      </div>
      <p className="flex flex-wrap gap-x-3.5 gap-y-1.5">
        {minerals.map((mineral) => (
          <DeltaChip key={mineral} mineral={mineral} amount={plan.nutrients[mineral]} />
        ))}
      </p>
      <span className="ml-auto flex gap-2">
        <Button
          ref={button}
          data-next-focus="planned"
          size="s"
          aria-label={`Eaten: ${plan.name}`}
          onClick={() => {
            beforeRemoval();
            add(plan, toEntryInput(plan));
          }}
        >
          <Check size={14} strokeWidth={1.75} aria-hidden />
          Eaten
        </Button>
        <IconButton
          size="s"
          label={`Do not plan ${plan.name}`}
          onClick={() => {
            beforeRemoval();
            unplan(plan);
          }}
        >
          <X size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </span>
    </li>
  );
};
