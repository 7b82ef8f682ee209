import Link from "next/link";
import { Card, CardBody } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { countNoun, formatAmount, formatShare } from "@/lib/format";
import type { Period, SourcesView } from "@/lib/insights/schemas";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";

type Row = { name: string; detail: string | null; amount: number; kind: "food" | "rest" };

/** Which foods the average day's amount comes from; the rows add up to it. */
export const SourcesCard = ({
  mineral,
  period,
  sources,
  days,
}: {
  mineral: Mineral;
  period: Period;
  sources: SourcesView;
  /** Days behind the mean. */
  days: number;
}) => {
  const { foods, others, supplements, unknown } = sources;
  const rows: Row[] = [
    ...foods.map(({ name, preparation, days: eaten, amount }, i) => ({
      name: preparation === null ? name : `${name} · ${preparation.toLowerCase()}`,
      detail: i === 0 && days > 0 ? `${eaten} of ${countNoun(days, "day")}` : countNoun(eaten, "day"),
      amount,
      kind: "food" as const,
    })),
    ...(others === null
      ? []
      : [
          {
            name: countNoun(others.count, "other food"),
            detail: null,
            amount: others.amount,
            kind: "rest" as const,
          },
        ]),
    ...(supplements === null
      ? []
      : [{ name: "Supplements", detail: null, amount: supplements, kind: "rest" as const }]),
  ];
  const most = Math.max(...rows.map(({ amount }) => amount), 0);
  return (
    <Card aria-labelledby="sources" data-mineral={mineral}>
      <CardBody>
        <h2 id="sources" className="mb-3 font-semibold text-15 tracking-[-0.006em]">
          Where it comes from <span className="font-normal text-ink-3">average a day</span>
        </h2>
        {rows.length === 0 ? (
          <p className="text-13 text-ink-2">
            No food of the days that count has a value for {NUTRIENTS[mineral].label.toLowerCase()}.
          </p>
        ) : (
          <ul className="grid gap-1">
            {rows.map((row) => (
              <Source key={row.name} mineral={mineral} row={row} most={most} />
            ))}
          </ul>
        )}
        {rows.length > 0 && (
          <p className="mt-2 text-13">
            <Link
              href={`/minerals/${mineral}/average?days=${period}`}
              className="link inline-block py-1 phone:py-2.5"
            >
              Every food, and the days it was eaten on
            </Link>
          </p>
        )}
        {unknown.count > 0 && (
          <Note className="mt-3">
            {unknown.share === null || unknown.share <= 0
              ? ""
              : `${formatShare(unknown.share)} of the food energy comes from foods without a value: `}
            {unknown.names.join("; ")}
            {unknown.count > unknown.names.length && ` and ${unknown.count - unknown.names.length} more`}
            {unknown.share === null || unknown.share <= 0
              ? unknown.count === 1
                ? " has no value for it."
                : " have no value for it."
              : "."}
          </Note>
        )}
      </CardBody>
    </Card>
  );
};

const Source = ({ mineral, row, most }: { mineral: Mineral; row: Row; most: number }) => (
  <li
    className={
      "grid min-h-[34px] grid-cols-[minmax(0,220px)_minmax(0,1fr)_auto] items-center gap-3 phone:grid-cols-[minmax(0,130px)_minmax(0,1fr)_auto]" +
      (row.kind === "rest" ? " text-ink-2" : "")
    }
  >
    <span className="line-clamp-2 text-13 leading-snug" title={row.name}>
      {row.name}
    </span>
    <span className="flex items-center gap-2">
      <i
        aria-hidden
        className={
          row.kind === "food"
            ? "block h-2 flex-none rounded-[2px] bg-mineral"
            : "block h-2 flex-none rounded-[2px] inset-ring inset-ring-control"
        }
        style={{ width: most > 0 ? `${(row.amount / most) * 40}%` : 0 }}
      />
      {row.detail !== null && <span className="flex-none text-12 text-ink-3">{row.detail}</span>}
    </span>
    <span className="text-right font-medium text-13 tabular-nums">{formatAmount(mineral, row.amount)}</span>
  </li>
);
