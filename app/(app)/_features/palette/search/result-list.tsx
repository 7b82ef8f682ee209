"use client";

import { ChevronDown, CornerDownLeft, History, PenLine } from "lucide-react";
import { Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { choiceError, choiceGrams } from "@/app/(app)/_features/food";
import { SixUp } from "@/components/nutrition/six-up";
import { cx } from "@/components/ui/class-names";
import { Tag } from "@/components/ui/tag";
import { isTheirs } from "@/lib/foods/client";
import { countNoun, formatGrams, portionWords } from "@/lib/format";
import { forGrams, MINERALS, type Mineral } from "@/lib/nutrition";
import { type Result, reportedMinerals, type Section } from "./results";

type Targets = { readonly [M in Mineral]: number | null };

/** The words of a name, with what was typed underlined. */
const Marked = ({ name, matches }: Pick<Result, "matches"> & { name: string }) => {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of matches) {
    if (start > at) parts.push(<Fragment key={at}>{name.slice(at, start)}</Fragment>);
    parts.push(
      <mark
        key={start}
        className="bg-transparent text-inherit underline decoration-1 decoration-ink-3 underline-offset-3"
      >
        {name.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...parts, <Fragment key="rest">{name.slice(at)}</Fragment>];
};

const sourceTag = ({ food }: Result): string => {
  if (!isTheirs(food.id)) return food.table ?? "Food table";
  const made = food.source === "recipe" ? "Your recipe" : "Your food";
  const reported = reportedMinerals(food).length;
  return reported === MINERALS.length ? made : `${made}: ${reported} of 6`;
};

type ResultListProps = {
  id: string;
  sections: readonly Section[];
  /** Counted over all sections. */
  active: number;
  onChoose: (index: number) => void;
  /** Leaves the active one out on a phone, where it stands above the list. */
  hideActive: boolean;
  targets: Targets;
  /** The words that can be logged without values, the last choice; left out where that is not offered. */
  asText?: string | null;
  /** Shows that choice above the foods, a step up from the first, where it is asked what was meant. */
  textAbove?: boolean;
};

/** The id of an option, for `aria-activedescendant`. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The foods found. The focus stays in the input; the active one is marked by `aria-activedescendant`. */
export const ResultList = ({
  id,
  sections,
  active,
  onChoose,
  hideActive,
  targets,
  asText = null,
  textAbove = false,
}: ResultListProps) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(optionId(id, active))}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  const last = sections.reduce((sum, { results }) => sum + results.length, 0);
  const bare = asText !== null && (
    <TextOption
      id={optionId(id, last)}
      text={asText}
      selected={active === last}
      onChoose={() => onChoose(last)}
    />
  );
  /** The food whose twins in other tables were unfolded; on a phone they are folded. */
  const [unfolded, setUnfolded] = useState<string | null>(null);
  let index = -1;
  return (
    <div ref={list} id={id} role="listbox" aria-label="Foods">
      {textAbove && bare}
      {sections.map(({ title, results }) => {
        const start = index + 1;
        // Whoever comes to a twin by the keys sees it.
        const chosen = results[active - start]?.twinOf;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden className="px-3 pt-2.5 pb-1.5 font-medium text-12 text-ink-3">
              {title}
            </p>
            {results.map((result, place) => {
              index += 1;
              const { twinOf } = result;
              const folded = twinOf !== undefined && twinOf !== unfolded && twinOf !== chosen;
              const isFirst = twinOf !== undefined && results[place - 1]?.twinOf !== twinOf;
              return (
                <Fragment key={result.food.id}>
                  {folded && isFirst && (
                    <TwinFold
                      twins={results.filter((each) => each.twinOf === twinOf)}
                      onUnfold={() => setUnfolded(twinOf)}
                    />
                  )}
                  <Option
                    id={optionId(id, index)}
                    index={index}
                    result={result}
                    selected={index === active}
                    hidden={folded || (hideActive && index === active)}
                    onChoose={onChoose}
                    targets={targets}
                  />
                </Fragment>
              );
            })}
          </div>
        );
      })}
      {!textAbove && bare}
    </div>
  );
};

/** On a phone, in place of the same food in other tables: a tap shows it there; the arrow keys come to it as well. */
const TwinFold = ({ twins, onUnfold }: { twins: readonly Result[]; onUnfold: () => void }) => {
  const [only] = twins;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the input come to what is folded without it
    // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant takes no focus
    <div
      role="option"
      aria-selected={false}
      aria-label={`Show the same food in ${countNoun(twins.length, "other table")}`}
      className="relative hidden h-7 cursor-pointer items-center gap-1 pl-3 text-13 text-ink-2 after:absolute after:inset-x-0 after:-inset-y-2 phone:flex"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUnfold}
    >
      {twins.length === 1 && only ? only.remark : `also in ${countNoun(twins.length, "table")}`}
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </div>
  );
};

/** What is in none of the tables, as an entry of which every nutrient is unknown. */
const TextOption = ({
  id,
  text,
  selected,
  onChoose,
}: {
  id: string;
  text: string;
  selected: boolean;
  onChoose: () => void;
}) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the input holds the focus and answers the keys
  // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant takes no focus
  <div
    id={id}
    role="option"
    aria-selected={selected}
    className={cx(
      "grid min-h-11 cursor-pointer grid-cols-[28px_minmax(0,1fr)_20px] items-center gap-3 rounded-md py-2 pr-2.5 pl-3",
      selected ? "bg-selected" : "text-ink-2 hover:bg-hover",
    )}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onChoose}
  >
    <span className="grid size-7 place-content-center rounded-[6px] bg-sunken">
      <PenLine size={16} strokeWidth={1.75} aria-hidden />
    </span>
    <span className="wrap-anywhere line-clamp-2">Log “{text}” without values</span>
    <CornerDownLeft
      size={16}
      strokeWidth={1.75}
      aria-hidden
      className={cx("text-ink-2 phone:hidden", !selected && "invisible")}
    />
  </div>
);

const Option = ({
  id,
  index,
  result,
  selected,
  hidden,
  onChoose,
  targets,
}: {
  id: string;
  index: number;
  result: Result;
  selected: boolean;
  hidden: boolean;
  onChoose: (index: number) => void;
  targets: Targets;
}) => {
  const { food, choice, matches, remark, eatenBefore, closestTo, withoutValues } = result;
  const grams = choiceError(choice) === null ? choiceGrams(choice) : null;
  const portion = choice.portion === null ? null : { label: choice.portion.label, count: choice.count };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input holds the focus and answers the keys
    // biome-ignore lint/a11y/useFocusableInteractive: an option of aria-activedescendant takes no focus
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className={cx(
        "grid min-h-[52px] cursor-pointer grid-cols-[minmax(0,1fr)_auto_20px] items-center gap-3 rounded-md py-2 pr-2.5 pl-3 phone:grid-cols-[minmax(0,1fr)_auto]",
        hidden && "phone:hidden",
        selected ? "bg-selected [&_.six>i:not(.no-data)]:bg-surface/70" : "hover:bg-hover",
      )}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(index)}
    >
      <div className="min-w-0">
        <p className="line-clamp-2 font-medium" title={food.name}>
          <Marked name={food.name} matches={matches} />
        </p>
        {closestTo !== undefined && (
          <p className="wrap-anywhere text-12 text-ink-3">Closest to “{closestTo}”</p>
        )}
        <p className="flex items-center gap-2 whitespace-nowrap text-13 text-ink-2">
          <span className="truncate">
            {withoutValues !== undefined
              ? `without values${withoutValues.grams === null ? "" : ` · ${formatGrams(withoutValues.grams)}`}`
              : choice.question !== undefined
                ? "how much?"
                : grams === null
                  ? "amount out of range"
                  : portionWords(portion, grams)}
          </span>
          {remark === null ? (
            <Tag tone={isTheirs(food.id) ? "line" : "plain"}>{sourceTag(result)}</Tag>
          ) : (
            <span className="text-ink-3">{remark}</span>
          )}
          {eatenBefore && (
            <span className="text-ink-3" title="You have logged this before">
              <History size={14} strokeWidth={1.75} aria-hidden />
              <span className="sr-only">logged before</span>
            </span>
          )}
        </p>
      </div>
      {grams !== null && withoutValues === undefined && (
        <SixUp amounts={forGrams(food.per100g, grams)} lowerBounds={food.lowerBounds} targets={targets} />
      )}
      <CornerDownLeft
        size={16}
        strokeWidth={1.75}
        aria-hidden
        className={cx("text-ink-2 phone:hidden", !selected && "invisible")}
      />
    </div>
  );
};
