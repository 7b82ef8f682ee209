import { OctagonAlert } from "lucide-react";
import type { SecondLineText } from "./second-line-words";

const GRID =
  "grid grid-cols-[128px_132px_minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 phone:grid-cols-[minmax(0,1fr)_auto]";

/** Nutrients beside the six as quiet lines: name, amount, target and limit, how much is known. */
export const SecondLineList = ({ items }: { items: readonly SecondLineText[] }) => (
  <ul>
    {items.map(({ name, amount, references, coverage, above }) => (
      <li key={name} className={`${GRID} border-line border-t py-2 text-13 first:border-t-0`}>
        <span className="font-medium text-14">{name}</span>
        <span className="whitespace-nowrap text-right font-medium tabular-nums">{amount}</span>
        <span className="text-ink-2 phone:col-span-full">
          {references}
          {above !== null && (
            <span className="ml-2 inline-flex items-baseline gap-1 font-medium text-over">
              <OctagonAlert size={13} strokeWidth={1.75} className="flex-none self-center" aria-hidden />
              {above}
            </span>
          )}
        </span>
        <span className="text-right text-12 text-ink-3 phone:col-span-full phone:text-left">{coverage}</span>
      </li>
    ))}
  </ul>
);
