import Link from "next/link";
import { type ChosenSpans, TREND_SPANS, type TrendSpan } from "@/lib/insights/schemas";
import { spansQuery } from "./trend-words";

const LABELS: { readonly [S in TrendSpan]: string } = { 30: "30 days", 90: "90 days", 365: "1 year" };

/**
 * How far back the page looks: links, so that a span has an address and works without script. Spans that were chosen to
 * be compared stay.
 */
export const SpanNav = ({ span, spans }: { span: TrendSpan; spans: ChosenSpans | null }) => (
  <nav aria-label="Span" className="no-print ml-auto phone:ml-0 phone:w-full">
    <ul className="inline-flex gap-0.5 rounded-md bg-sunken p-0.5 phone:flex">
      {TREND_SPANS.map((days) => (
        <li key={days} className="phone:flex-1">
          <Link
            href={`/trends?days=${days}${spans === null ? "" : spansQuery(spans)}`}
            aria-current={days === span ? "page" : undefined}
            scroll={false}
            className="flex h-7 items-center justify-center whitespace-nowrap rounded-[6px] px-[11px] font-medium text-13 text-ink-2 no-underline hover:text-ink aria-[current]:bg-segment aria-[current]:text-ink aria-[current]:shadow-card phone:h-11"
          >
            {LABELS[days]}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
