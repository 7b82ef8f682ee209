import Link from "next/link";
import { PERIODS, type Period } from "@/lib/insights/schemas";
import type { Mineral } from "@/lib/nutrition";

export const PERIOD_LABELS: { readonly [P in Period]: string } = {
  7: "7 days",
  30: "30 days",
  90: "90 days",
  365: "1 year",
};

/** How far back the page looks: links, so that a period has an address and works without script. */
export const PeriodNav = ({ mineral, period }: { mineral: Mineral; period: Period }) => (
  <nav aria-label="Period" className="no-print ml-auto phone:ml-0 phone:w-full">
    <ul className="inline-flex gap-0.5 rounded-md bg-sunken p-0.5 phone:flex">
      {PERIODS.map((days) => (
        <li key={days} className="phone:flex-1">
          <Link
            href={`/minerals/${mineral}?days=${days}`}
            aria-current={days === period ? "page" : undefined}
            scroll={false}
            className="flex h-7 items-center justify-center whitespace-nowrap rounded-[6px] px-[11px] font-medium text-13 text-ink-2 no-underline hover:text-ink aria-[current]:bg-segment aria-[current]:text-ink aria-[current]:shadow-card phone:h-10"
          >
            {PERIOD_LABELS[days]}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
