import type { PeriodView } from "@/lib/profile/schemas";
import type { PeriodChoices } from "./period-form";
import { PeriodRow } from "./period-row";

/** How many periods are shown before the older ones fold away. */
const SHOWN = 6;

/** What held when, the latest first; older ones are folded. */
export const PeriodsList = (choices: PeriodChoices) => {
  const periods = choices.periods.toReversed();
  const older = periods.slice(SHOWN);
  if (periods.length === 0) return <p className="text-13 text-ink-2">Nothing yet. All of it is optional.</p>;
  return (
    <div>
      <Rows shown={periods.slice(0, SHOWN)} {...choices} />
      {older.length > 0 && (
        <details className="border-line border-t">
          <summary className="min-h-11 cursor-pointer py-3 font-medium text-13">
            {older.length} more, from before
          </summary>
          <Rows shown={older} {...choices} />
        </details>
      )}
    </div>
  );
};

const Rows = ({ shown, ...choices }: PeriodChoices & { shown: readonly PeriodView[] }) => (
  <ul className="grid grid-cols-[minmax(0,1fr)]">
    {shown.map((period) => (
      <li key={period.id} className="border-line border-t first:border-t-0">
        <PeriodRow period={period} {...choices} />
      </li>
    ))}
  </ul>
);
