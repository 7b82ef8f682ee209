// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows turn into flex boxes, which drops the native roles
// biome-ignore-all lint/a11y/useSemanticElements: same reason
import { type ReactNode, useId } from "react";
import { formatAmount, formatDense, formatPortion } from "@/lib/format";
import {
  composition,
  type LowerBounds,
  MINERALS,
  type Mineral,
  PREPARATION_LABELS,
  type PreparationId,
  totalOf,
} from "@/lib/nutrition";
import { Card } from "../ui/card";
import { cx } from "../ui/class-names";
import { FoodTag, type FoodTagKind } from "./food-tag";
import { AmountChip, Hallmark } from "./hallmark";
import { MEAL_NAMES, MealIcon, type MealKey } from "./meal-icon";
import { SixUp } from "./six-up";

/** One line of a meal; an entry of the diary fits. */
export type MealEntry = {
  readonly id: string;
  readonly kind: "food" | "supplement";
  readonly name: string;
  /** Opens the entry to be changed; without it the name is no button. */
  readonly onOpen?: () => void;
  /** Null for a supplement. */
  readonly grams: number | null;
  readonly portion: { readonly label: string; readonly count: number } | null;
  /** "08:00"; shown where the meal's head does not say it. */
  readonly time?: string | null;
  /** What the person wrote to it. */
  readonly note?: string | null;
  /** What was done to the raw or dry food. */
  readonly preparation?: PreparationId | null;
  readonly nutrients: { readonly [M in Mineral]: number | null };
  /** What of them is only a lower bound. */
  readonly lowerBounds?: LowerBounds | undefined;
  readonly tags?: readonly FoodTagKind[];
  /** A control before the name, such as the check mark of a dose that was taken. */
  readonly lead?: ReactNode;
  /** A dose that is not taken yet: it is named, and counts for nothing. */
  readonly open?: boolean;
  /** Buttons at the end of the row. */
  readonly actions?: ReactNode;
};

export type MealSection = {
  readonly meal: MealKey;
  /** "07:40". */
  readonly time?: string | null;
  readonly entries: readonly MealEntry[];
  /** Buttons in the meal's head, such as Add. */
  readonly actions?: ReactNode;
  /** What is offered for the meal, in a line of its own under the head. */
  readonly offers?: ReactNode;
};

type MealTableProps = {
  title?: string;
  meals: readonly MealSection[];
  /** Daily targets, for the small bars that stand in for figures on a phone. */
  targets: { readonly [M in Mineral]: number | null };
  /** Right end of the title line. */
  aside?: ReactNode;
  /** Buttons after the title. */
  tools?: ReactNode;
};

const NUMBER_CELL = "w-[58px] pr-3 text-right lg:w-[76px] lg:pr-5 phone:hidden";

/** A day's meals with what each food brought: figures on a wide screen, six small bars on a phone. */
export const MealTable = ({ title = "Meals", meals, targets, aside, tools }: MealTableProps) => {
  const id = useId();
  const withActions = meals.some(({ entries }) => entries.some((entry) => entry.actions !== undefined));
  return (
    <Card aria-labelledby={id}>
      <table role="table" aria-labelledby={id} className="w-full border-collapse text-13 phone:block">
        <thead role="rowgroup" className="phone:block">
          <tr role="row" className="h-11 phone:flex phone:items-center phone:px-4">
            <th role="columnheader" scope="col" className="pl-5 phone:flex-1 phone:pl-0">
              <span className="flex items-center gap-1">
                <span id={id} className="mr-1.5 font-semibold text-15 tracking-[-0.006em]">
                  {title}
                </span>
                {tools}
              </span>
            </th>
            {MINERALS.map((mineral) => (
              <th key={mineral} role="columnheader" scope="col" className={NUMBER_CELL}>
                <span className="flex justify-end">
                  <Hallmark mineral={mineral} size={22} named />
                </span>
              </th>
            ))}
            <td role="cell" className="md:hidden">
              <span className="text-12 text-ink-3">
                {aside ??
                  (MINERALS.some((mineral) => targets[mineral] !== null) && "full bar = a third of target")}
              </span>
            </td>
            {withActions && <td role="cell" className="w-11 phone:hidden" />}
          </tr>
        </thead>
        {meals.map((section) => (
          <tbody
            key={section.meal}
            role="rowgroup"
            className="border-line border-t phone:mx-4 phone:block phone:py-2.5"
          >
            <MealHead section={section} withActions={withActions} />
            {section.offers !== undefined && section.offers !== null && (
              <tr role="row" className="has-[>td:empty]:hidden! phone:flex">
                <td
                  role="cell"
                  colSpan={1 + MINERALS.length + (withActions ? 1 : 0)}
                  className="pr-5 pb-2.5 pl-[46px] empty:hidden phone:pt-1 phone:pr-0 phone:pb-1 phone:pl-[26px]"
                >
                  {section.offers}
                </td>
              </tr>
            )}
            {section.entries.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                mealTime={section.time ?? null}
                targets={targets}
                withActions={withActions}
              />
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  );
};

const MealHead = ({ section, withActions }: { section: MealSection; withActions: boolean }) => {
  const { meal, time, entries, actions } = section;
  return (
    <tr role="row" className="h-11 phone:flex phone:items-center">
      <th role="rowheader" scope="rowgroup" className="pl-5 phone:flex-1 phone:pl-0">
        <span className="flex items-center gap-2.5 font-semibold text-ink phone:text-14">
          <MealIcon meal={meal} />
          {MEAL_NAMES[meal]}
          {time && <span className="font-normal text-13 text-ink-3">{time}</span>}
          {actions !== undefined && (
            <span className="flex items-center gap-2 font-normal phone:ml-auto">{actions}</span>
          )}
        </span>
      </th>
      {MINERALS.map((mineral) => {
        // What a supplement does not list it is not expected to hold, so it does not make a total "at least".
        const counted = entries.filter(
          (entry) => !entry.open && (entry.kind === "food" || entry.nutrients[mineral] !== null),
        );
        const total = totalOf(
          mineral,
          counted.map((entry) => composition(entry.nutrients)),
          counted.map((entry) => entry.lowerBounds),
        );
        return (
          <td key={mineral} role="cell" className={cx(NUMBER_CELL, "font-medium text-ink-2")}>
            {counted.length > 0 && <Dense text={formatDense(mineral, total)} />}
          </td>
        );
      })}
      {withActions && <td role="cell" className="phone:hidden" />}
    </tr>
  );
};

const EntryRow = ({
  entry,
  mealTime,
  targets,
  withActions,
}: {
  entry: MealEntry;
  mealTime: string | null;
  targets: MealTableProps["targets"];
  withActions: boolean;
}) => {
  const {
    name,
    onOpen,
    kind,
    portion,
    grams,
    preparation,
    nutrients,
    lowerBounds,
    time,
    note,
    tags = [],
    lead,
    open = false,
    actions,
  } = entry;
  const supplement = kind === "supplement";
  const weight = supplement ? null : grams;
  const amount =
    portion === null ? formatPortion(1, null, weight) : formatPortion(portion.count, portion.label, weight);
  const prepared = preparation && PREPARATION_LABELS[preparation].toLowerCase();
  return (
    <tr
      role="row"
      data-entry={entry.id}
      className="md:h-9 md:hover:bg-hover phone:flex phone:items-center phone:gap-2 phone:py-[5px] phone:pl-[26px]"
    >
      <th
        role="rowheader"
        scope="row"
        className={cx(
          "wrap-anywhere py-1 pl-[46px] font-normal phone:min-w-0 phone:flex-1 phone:pl-0",
          lead !== undefined && "relative",
          open && "text-ink-2",
        )}
      >
        {lead !== undefined && (
          <span className="absolute top-1/2 left-[19px] -translate-y-1/2 phone:-left-[27px]">{lead}</span>
        )}
        <span className="mr-1.5 phone:mr-0 phone:block phone:font-medium phone:text-14">
          {onOpen === undefined ? (
            name
          ) : (
            <button
              type="button"
              className="wrap-anywhere text-left hover:underline phone:-my-2.5 phone:w-full phone:py-2.5"
              onClick={onOpen}
            >
              {name}
            </button>
          )}
        </span>
        <span className="mr-2 inline-block max-w-full text-ink-3 phone:text-ink-2">
          {amount}
          {prepared && ` · ${prepared}`}
          {time && time !== mealTime && ` · ${time}`}
        </span>
        <span className="inline-flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <FoodTag key={tag.kind} {...tag} />
          ))}
        </span>
        {note && <span className="wrap-anywhere block text-12 text-ink-2">{note}</span>}
      </th>
      {MINERALS.map((mineral) => {
        const value = nutrients[mineral];
        return (
          <td key={mineral} role="cell" className={NUMBER_CELL}>
            {open ? (
              <span className="sr-only">not taken</span>
            ) : value === null && supplement ? (
              <span className="sr-only">not listed</span>
            ) : (
              <Dense text={formatDense(mineral, totalOf(mineral, [composition(nutrients)], [lowerBounds]))} />
            )}
          </td>
        );
      })}
      <td role="cell" className="flex-none md:hidden">
        {open ? null : supplement ? (
          <Listed nutrients={nutrients} />
        ) : (
          <SixUp amounts={nutrients} lowerBounds={lowerBounds} targets={targets} />
        )}
      </td>
      {withActions && (
        <td role="cell" className="w-11 pr-2 text-right phone:w-auto phone:pr-0">
          {actions}
        </td>
      )}
    </tr>
  );
};

/** What a supplement lists, as marks with amounts. */
const Listed = ({ nutrients }: Pick<MealEntry, "nutrients">) => (
  <span className="flex flex-wrap justify-end gap-x-3 gap-y-1">
    {MINERALS.map(
      (mineral) =>
        nutrients[mineral] !== null && (
          <AmountChip key={mineral} mineral={mineral} text={formatAmount(mineral, nutrients[mineral])} />
        ),
    )}
  </span>
);

/** A figure of a narrow cell, read as "at least 48" when it says "48+", and a hatch for no data. */
const Dense = ({ text }: { text: string | null }) => {
  if (text === null) {
    return (
      <span
        role="img"
        aria-label="no data"
        title="no data"
        className="no-data inline-block h-3 w-[18px] rounded-[2px] align-[-1px]"
      />
    );
  }
  if (!text.endsWith("+")) return text;
  return (
    <>
      <span aria-hidden>{text}</span>
      <span className="sr-only">at least {text.slice(0, -1)}</span>
    </>
  );
};
