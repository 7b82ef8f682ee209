import { OctagonAlert } from "@/components/ui/drawn-icons";
import type { SecondLineText } from "./second-line-words";

const GRID =
  "grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 @2xl:grid-cols-[104px_132px_minmax(0,1fr)_auto]";

/** Nutrients beside the six as quiet lines: name, amount, target and limit, how much is known. */
export const SecondLineList = ({ items }: { items: readonly SecondLineText[] }) => (
  <ul className="@container">
    {items.map(({ name, amount, references, coverage, above }) => (
      <li key={name} className={`${GRID} border-line border-t py-2 text-13 first:border-t-0`}>
        <span className="font-medium text-14">{name}</span>
        <span className="whitespace-nowrap text-right font-medium tabular-nums">{amount}</span>
        <span className="col-span-full text-ink-2 @2xl:col-span-1">
          {references}
          {above !== null && (
            <span className="ml-2 inline-flex items-baseline gap-1 font-medium text-over">
              <OctagonAlert size={13} strokeWidth={1.75} className="flex-none self-center" aria-hidden />
              {above}
            </span>
          )}
        </span>
        <span className="col-span-full text-12 text-ink-3 @2xl:col-span-1 @2xl:text-right">{coverage}</span>
      </li>
    ))}
  </ul>
);
