import Link from "next/link";
import { SecondLineList } from "@/components/nutrition/second-line";
import { dayText, IODINE_NOTICE } from "@/components/nutrition/second-line-words";
import { Card, CardHeader } from "@/components/ui/card";
import { ChevronRight } from "@/components/ui/drawn-icons";
import { capitalise, joinList, uncapitalise } from "@/lib/format";
import type { SecondLineDay } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";

/** Nutrients beside the six on one day: sodium, next to potassium above it, and the others folded. Rendered on the server. */
export const SecondLineCard = ({ items }: { items: readonly SecondLineDay[] }) => {
  const [sodium, ...others] = items;
  if (sodium === undefined) return null;
  return (
    <Card aria-labelledby="also-in-this-day">
      <CardHeader id="also-in-this-day" title="Also in this day" />
      <div className="px-5 pt-1 pb-3 phone:px-4">
        <SecondLineList items={[dayText(sodium)]} />
        <details className="group border-line border-t">
          <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1.5 py-2.5 text-13 text-ink-2 [&::-webkit-details-marker]:hidden">
            <ChevronRight
              size={15}
              strokeWidth={1.75}
              className="flex-none transition-transform group-open:rotate-90"
              aria-hidden
            />
            <span className="min-w-0">
              {capitalise(joinList(others.map(({ nutrient }) => uncapitalise(NUTRIENTS[nutrient].label))))}
            </span>
          </summary>
          <SecondLineList items={others.map(dayText)} />
          <p className="pt-2 text-12 text-ink-3">
            {IODINE_NOTICE} Folate is in dietary folate equivalents, vitamin A in retinol activity
            equivalents. Entries from before these nutrients were kept have no values of them.{" "}
            <Link href="/trends#second-line" className="link">
              Averages and sources
            </Link>
          </p>
        </details>
      </div>
    </Card>
  );
};
