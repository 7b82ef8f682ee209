"use client";

import { Check, Plus } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { LeftOut } from "@/components/nutrition/left-out";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { cx } from "@/components/ui/class-names";
import { capitalise } from "@/lib/format";
import { type ReadyFood, useQuickAdd } from "../diary";
import { useLog } from "../palette";

type GetStartedProps = { group: string | null; hasPerson: boolean; date: string; today: string };

/** Beside an empty day: what to do first. */
export const GetStarted = ({ group, hasPerson, date, today }: GetStartedProps) => {
  const id = useId();
  const log = useLog();
  return (
    <Card aria-labelledby={id} className="max-md:order-first phone:order-first">
      <h2 id={id} className="px-5 pt-4 pb-3.5 font-semibold text-15 tracking-[-0.006em] phone:px-4">
        {date === today ? "Get started" : "Nothing is logged on this day"}
      </h2>
      <ol>
        <Step
          number={1}
          state={hasPerson ? "done" : "current"}
          title="Set your targets"
          action={
            !hasPerson && (
              <ButtonLink href="/setup" variant="primary">
                Set your targets
              </ButtonLink>
            )
          }
        >
          {hasPerson ? (
            <>
              {group === null ? "Done." : `${capitalise(group)}.`}{" "}
              <Link href="/settings" className="link">
                Change
              </Link>
            </>
          ) : (
            "Age, sex and life stage decide how much of each mineral you need."
          )}
        </Step>
        <Step
          number={2}
          state={hasPerson ? "current" : "later"}
          title={date === today ? "Log what you ate today" : "Log what you ate"}
          action={
            <Button variant={hasPerson ? "primary" : "default"} onClick={() => log.open({ date })}>
              <Plus size={16} strokeWidth={1.75} aria-hidden />
              Log food
            </Button>
          }
        >
          Type it the way you would say it, such as “2 eggs” or “½ cup oats”.
        </Step>
        <Step
          number={3}
          state="later"
          title="Add a food of your own"
          action={<ButtonLink href="/foods/new">Create a food</ButtonLink>}
        >
          Optional. For what the table does not have, from the label.
        </Step>
      </ol>
    </Card>
  );
};

const Step = ({
  number,
  state,
  title,
  action,
  children,
}: {
  number: number;
  state: "done" | "current" | "later";
  title: string;
  action: ReactNode;
  children: ReactNode;
}) => (
  <li className="grid grid-cols-[24px_1fr] gap-3 border-line border-t px-5 py-3.5 phone:px-4">
    <span
      className={cx(
        "grid size-[22px] place-content-center rounded-full font-semibold text-12 leading-none",
        state === "done" && "bg-ink text-on-ink",
        state === "current" && "inset-ring-2 inset-ring-ink text-ink",
        state === "later" && "inset-ring-[1.5px] inset-ring-line-2 text-ink-2",
      )}
    >
      {state === "done" ? <Check size={14} strokeWidth={2} aria-hidden /> : <span aria-hidden>{number}</span>}
    </span>
    <div>
      <h3 className={cx("font-medium", state === "done" && "text-ink-2")}>
        {title}
        {state === "done" && <span className="sr-only">, done</span>}
      </h3>
      <p className="text-13 text-ink-2">{children}</p>
      {action && <div className="mt-2.5">{action}</div>}
    </div>
  </li>
);

type QuickFoodsProps = { foods: readonly ReadyFood[]; date: string; leftOut: readonly string[] };

/** Foods to begin with, each logged with one tap, and what the person's conditions leave out of them. */
export const QuickFoods = ({ foods, date, leftOut }: QuickFoodsProps) => {
  const id = useId();
  const add = useQuickAdd(date);
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title="Quick first foods" detail="From the article, in usual portions" />
      <ul className="flex flex-wrap gap-2 px-5 pt-3 pb-5 phone:grid phone:px-4 phone:pb-4">
        {foods.map((food) => {
          return (
            <li key={food.food} className="min-w-0">
              <Button
                aria-label={`Log ${food.name}, ${food.words}`}
                onClick={() => add(food)}
                className="h-10! max-w-full gap-2.5! phone:w-full phone:justify-start!"
              >
                <Plus size={14} strokeWidth={1.75} className="flex-none" aria-hidden />
                <span className="truncate">{food.name}</span>
                <span className="font-normal text-ink-3 phone:ml-auto">{food.words}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      {leftOut.length > 0 && (
        <div className="px-5 pb-5 phone:px-4 phone:pb-4">
          <LeftOut texts={leftOut} />
        </div>
      )}
    </Card>
  );
};
