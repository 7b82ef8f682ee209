import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/placeholders";
import { namesWithoutValues } from "@/lib/diary";
import { countNoun, formatDate } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { MatchButton } from "./_components/match-button";

export const metadata: Metadata = { title: "Without values" };

/** The names of entries without values, to be matched to foods. */
export default async function WithoutValuesPage() {
  const viewer = await requireViewer();
  const names = await namesWithoutValues(viewer, viewer.userId);
  return (
    <>
      <PageHeader title="Without values" />
      <Card aria-labelledby="names">
        <CardHeader
          id="names"
          title={names.length === 0 ? "Nothing to match" : countNoun(names.length, "name")}
          detail="Nothing is known of what these hold, so their days say “at least”"
          className="pb-3"
        />
        {names.length === 0 ? (
          <EmptyState title="Every entry has values" action={<ButtonLink href="/today">Today</ButtonLink>}>
            What is logged without values is listed here, and can be matched to a food later.
          </EmptyState>
        ) : (
          <ul className="border-line border-t">
            {names.map(({ food, name, entries, weighed, lastDate, lastEntry }) => (
              <li
                key={food}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3 last:border-b-0 phone:px-4"
              >
                <div className="min-w-0 flex-1 phone:basis-full">
                  <p className="wrap-anywhere font-medium">{name}</p>
                  <p className="text-13 text-ink-2">
                    {countNoun(entries, "entry", "entries")}
                    {weighed > 0 && `, ${weighed} with a weight`} · last on {formatDate(lastDate, "full")}
                  </p>
                </div>
                <span className="flex flex-wrap gap-2">
                  <ButtonLink href={`/diary/${lastDate}`}>Open the day</ButtonLink>
                  {entries > 1 && <MatchButton name={name} food={food} entry={lastEntry} />}
                  <MatchButton name={name} food={food} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
