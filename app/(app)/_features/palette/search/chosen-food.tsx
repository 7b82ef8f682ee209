"use client";

import type { KeyboardEvent, ReactNode, Ref } from "react";
import type { EntryExtras } from "@/app/(app)/_features/diary";
import {
  AfterAdding,
  amountsIn,
  getOfferedPreparations,
  NoteAndTime,
  StarButton,
} from "@/app/(app)/_features/diary";
import type { LoggableFood } from "@/app/(app)/_features/food";
import {
  type Choice,
  choiceAmount,
  choiceError,
  choiceGrams,
  type PickedPortion,
  PortionPicker,
  PreparationChoice,
} from "@/app/(app)/_features/food";
import { Note } from "@/components/ui/note";
import { isTheirs } from "@/lib/foods/client";
import { joinList } from "@/lib/format";
import type { MineralDay } from "@/lib/insights/schemas";
import { MINERALS, NUTRIENTS, SELENIUM_VARIATION } from "@/lib/nutrition";
import { reportedMinerals } from "./results";

/** Selenium per 100 g from which a food is taken to vary as Brazil nuts do; next come kidney and some fish, below 300. */
const VARIABLE_SELENIUM_UG_PER_100G = 400;

const sourceOf = ({ source, table }: LoggableFood): string =>
  source === "own" ? "Your food" : source === "recipe" ? "Your recipe" : (table ?? "Food table");

const sourceWords = (food: LoggableFood): string => {
  const reported = reportedMinerals(food).length;
  const from = sourceOf(food);
  return `${from} · ${reported === MINERALS.length ? "all six minerals reported" : `${reported} of 6 minerals reported`}`;
};

/** Neutral notes to show before a food is added. */
const getFoodNotes = (food: LoggableFood, choice: Choice, closestTo: string | null): string[] => {
  const { selenium } = food.per100g;
  const bounds = MINERALS.filter((mineral) => food.lowerBounds?.includes(mineral));
  return [
    closestTo === null ? null : `Closest to “${closestTo}”: no food here is called so.`,
    bounds.length === 0
      ? null
      : `At least: ${isTheirs(food.id) ? "not every ingredient has a value for" : "the food table has only a lower bound of"} ${joinList(bounds.map((mineral) => NUTRIENTS[mineral].label.toLowerCase()))}.`,
    choice.assumed ?? null,
    food.highOxalate ? "Rich in oxalate: little of its calcium is absorbed." : null,
    selenium !== null && selenium >= VARIABLE_SELENIUM_UG_PER_100G ? SELENIUM_VARIATION.text : null,
  ].filter((note) => note !== null);
};

type ChosenFoodProps = {
  food: LoggableFood;
  choice: Choice;
  /** The typed food that it only comes near to; null when it is the food itself. */
  closestTo: string | null;
  picked: PickedPortion;
  onPick: (picked: PickedPortion) => void;
  extras: EntryExtras;
  onExtras: (extras: EntryExtras) => void;
  days: readonly MineralDay[] | null;
  /** "Today after adding". */
  title: string;
  amountRef: Ref<HTMLSpanElement>;
  onAmountKey: (event: KeyboardEvent) => void;
  /** The Add button of a wide screen. */
  action: ReactNode;
};

/** The chosen food: how much of it, and what the day looks like after adding it. */
export const ChosenFood = ({
  food,
  choice,
  closestTo,
  picked,
  onPick,
  extras,
  onExtras,
  days,
  title,
  amountRef,
  onAmountKey,
  action,
}: ChosenFoodProps) => {
  const adds = choiceError(choice) === null ? amountsIn(food, choiceGrams(choice), extras.preparation) : null;
  return (
    <div className="flex flex-col gap-3.5 px-5 pt-[18px] md:min-h-full phone:pb-4 phone:gap-3 phone:px-4 phone:pt-4">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="wrap-anywhere font-semibold text-15 tracking-[-0.006em]">{food.name}</h2>
          <p className="text-13 text-ink-2">{sourceWords(food)}</p>
        </div>
        <StarButton
          food={food.id}
          name={food.listName}
          amount={adds !== null ? choiceAmount(choice) : null}
        />
      </div>
      <PortionPicker
        portions={food.portions}
        value={picked}
        onChange={onPick}
        amountRef={amountRef}
        onKeyDown={onAmountKey}
        ask={choice.question ?? null}
      />
      {adds !== null && <AfterAdding days={days} adds={adds} lowerBounds={food.lowerBounds} title={title} />}
      {getFoodNotes(food, choice, closestTo).map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      <PreparationChoice
        offered={getOfferedPreparations(food)}
        value={extras.preparation}
        onChange={(preparation) => onExtras({ ...extras, preparation })}
      />
      <NoteAndTime value={extras} onChange={(more) => onExtras({ ...extras, ...more })} />
      <div className="sticky bottom-0 mt-auto bg-raised py-[18px] phone:hidden">{action}</div>
    </div>
  );
};
