import { SecondLineList } from "@/components/nutrition/second-line";
import { IODINE_NOTICE, meanText } from "@/components/nutrition/second-line-words";
import { Card, CardHeader } from "@/components/ui/card";
import type { SecondLineFigures, SecondLineTarget } from "@/lib/insights/schemas";
import { NUTRIENTS, STANDARD_WORDS } from "@/lib/nutrition";

/** Nutrients beside the six over the days that count: means a day next to target and limit, with their sources. */
export const SecondLineCard = ({
  items,
  references,
}: {
  items: readonly SecondLineFigures[];
  references: readonly SecondLineTarget[];
}) => (
  <Card aria-labelledby="second-line">
    <CardHeader id="second-line" title="Also in these days" detail="average a day" />
    <div className="px-5 pt-1 pb-4 phone:px-4">
      <SecondLineList items={items.map(meanText)} />
      <p className="pt-2 text-12 text-ink-3">
        {IODINE_NOTICE} “Known” is the share of your food energy from foods with a value. Folate is in dietary
        folate equivalents, vitamin A in retinol activity equivalents.
      </p>
      <details className="text-12 text-ink-3">
        <summary className="w-fit py-1 phone:py-3">Sources and notes</summary>
        <dl className="grid gap-1.5">
          {references.map(({ nutrient, standard, source, year, limit, note }) => (
            <div key={nutrient}>
              <dt className="inline font-medium text-ink-2">{NUTRIENTS[nutrient].label}: </dt>
              <dd className="inline">
                {source === null || year === null
                  ? note
                  : [
                      `${STANDARD_WORDS[standard].short}, ${year}: ${source}`,
                      limit === null || limit.source === source
                        ? null
                        : `Limit, ${limit.year}: ${limit.source}`,
                      note,
                    ]
                      .filter((part) => part !== null)
                      .join(" ")}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  </Card>
);
