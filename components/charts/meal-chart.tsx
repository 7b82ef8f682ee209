import { formatAmount, formatFigure, formatShare, unitOf } from "@/lib/format";
import type { MealShare, MealsView } from "@/lib/insights/schemas";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { MEAL_NAMES, MealIcon } from "../nutrition/meal-icon";
import { isOpenView, knownTotal, mealAmount, mealFigure, mealUnknown } from "../nutrition/meal-share-words";
import { Table, Td, Th } from "../ui/table";

/** Width of the hatch of a meal whose foods say nothing at all, as part of the longest bar. */
const NOTHING_KNOWN = 0.12;

const GRID =
  "grid grid-cols-[108px_minmax(0,1fr)_auto] items-center gap-x-3 phone:grid-cols-[96px_minmax(0,1fr)_auto]";

/**
 * What an average day gets from each meal, supplements apart. What foods without a value may add is hatched after the
 * bar and in no figure; the table below holds the same figures.
 */
export const MealChart = ({ mineral, view }: { mineral: Mineral; view: MealsView }) => {
  const { meals, supplements } = view;
  const longest = Math.max(
    ...meals.map((meal) => getKnownLength(meal) + getExtraLength(meal)),
    supplements === null ? 0 : supplements.amount,
  );
  const percent = (value: number) => `${longest > 0 ? (value / longest) * 100 : 0}%`;
  const title = `${NUTRIENTS[mineral].label} by meal, average a day`;
  const spoken = [
    ...meals.map((meal) =>
      [`${MEAL_NAMES[meal.meal].toLowerCase()} ${mealAmount(mineral, meal)}`, mealUnknown(meal)]
        .filter((part) => part !== null)
        .join(", "),
    ),
    ...(supplements === null ? [] : [`supplements ${formatAmount(mineral, supplements.amount)}`]),
  ].join("; ");
  return (
    <figure data-mineral={mineral} className="min-w-0">
      <div role="img" aria-label={`${title}: ${spoken}. A table follows.`} className="grid gap-2.5">
        {meals.map((meal) => (
          <div key={meal.meal} data-meal={meal.meal} className={GRID}>
            <span className="flex min-w-0 items-center gap-2 text-13">
              <MealIcon meal={meal.meal} />
              {MEAL_NAMES[meal.meal]}
            </span>
            <span className="flex h-3 items-stretch">
              {meal.days === 0 && (
                <i className="block size-1 self-center rounded-full border border-control" />
              )}
              {getKnownLength(meal) > 0 && (
                <i
                  className="block min-w-0.5 rounded-[2px] bg-mineral"
                  style={{ width: percent(getKnownLength(meal)) }}
                />
              )}
              {mealUnknown(meal) !== null && (
                <i
                  data-look="unknown"
                  className="meal-hatch ml-px block min-w-2"
                  style={{ width: longest > 0 ? percent(getExtraLength(meal)) : `${NOTHING_KNOWN * 100}%` }}
                />
              )}
            </span>
            <span className={amountClass(meal)}>{mealAmount(mineral, meal)}</span>
            {mealUnknown(meal) !== null && (
              <span className="col-start-2 col-end-4 text-12 text-ink-3">{mealUnknown(meal)}</span>
            )}
          </div>
        ))}
        {supplements !== null && (
          <div data-meal="supplements" className={GRID}>
            <span className="flex min-w-0 items-center gap-2 text-13">
              <MealIcon meal="supplements" />
              {MEAL_NAMES.supplements}
            </span>
            <span className="flex h-3 items-stretch">
              <i
                className="chart-key-supplement block min-w-1 rounded-[2px]"
                style={{ width: percent(supplements.amount) }}
              />
            </span>
            <span className="text-right font-medium text-13 tabular-nums">
              {formatAmount(mineral, supplements.amount)}
            </span>
          </div>
        )}
      </div>
      <details className="mt-2 text-12">
        <summary className="w-fit py-1 font-medium text-ink phone:py-3.5">
          Show as table<span className="sr-only">: {title}</span>
        </summary>
        <MealTable mineral={mineral} view={view} title={title} />
      </details>
    </figure>
  );
};

const getKnownLength = ({ amount }: MealShare): number => (amount === null ? 0 : amount);
/** Used for the length of the hatch only. */
const getExtraLength = ({ possibleExtra }: MealShare): number => (possibleExtra === null ? 0 : possibleExtra);

const amountClass = ({ amount }: MealShare): string =>
  `text-right text-13 tabular-nums ${amount === null ? "text-ink-3" : "font-medium"}`;

const MealTable = ({ mineral, view, title }: { mineral: Mineral; view: MealsView; title: string }) => {
  const { meals, supplements, days } = view;
  const total = knownTotal(view);
  const part = (amount: number | null) =>
    amount === null || total === null || total <= 0 ? "–" : formatShare(amount / total);
  const open = isOpenView(view);
  return (
    <Table caption={title} hideCaption>
      <thead>
        <tr>
          <Th>Meal</Th>
          <Th numeric>Logged on</Th>
          <Th numeric>A day, {unitOf(mineral)}</Th>
          <Th numeric>{open ? "Of what is known" : "Of the total"}</Th>
          <Th numeric>Energy without a value</Th>
        </tr>
      </thead>
      <tbody>
        {meals.map((meal) => (
          <tr key={meal.meal}>
            <Th scope="row">{MEAL_NAMES[meal.meal]}</Th>
            <Td numeric>
              {meal.days} of {days}
            </Td>
            <Td numeric>{mealFigure(mineral, meal)}</Td>
            <Td numeric>{part(meal.amount)}</Td>
            <Td numeric>{meal.unknownShare === null ? "–" : formatShare(meal.unknownShare)}</Td>
          </tr>
        ))}
        {supplements !== null && (
          <tr>
            <Th scope="row">{MEAL_NAMES.supplements}</Th>
            <Td numeric>
              {supplements.days} of {days}
            </Td>
            <Td numeric>{formatFigure(mineral, supplements.amount)}</Td>
            <Td numeric>{part(supplements.amount)}</Td>
            <Td numeric>–</Td>
          </tr>
        )}
      </tbody>
    </Table>
  );
};
