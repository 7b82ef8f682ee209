import Link from "next/link";
import type { ReactNode } from "react";
import { AlertMark, getSingleNutrient, resolvedChange, resolvedTitle } from "@/app/(app)/_features/alerts";
import { verdictWords } from "@/components/charts/comparison-words";
import { Hallmark } from "@/components/nutrition/hallmark";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ResolvedView, ReviewView } from "@/lib/notices/schemas";
import { NUTRIENTS } from "@/lib/nutrition";
import { isCompared } from "./review-words";

const Item = ({ mark, title, children }: { mark: ReactNode; title: ReactNode; children?: ReactNode }) => (
  <li className="grid grid-cols-[28px_minmax(0,1fr)] gap-3 border-line border-t py-3 first:border-t-0">
    {mark}
    <div className="min-w-0">
      <p className="text-pretty font-medium">{title}</p>
      {children !== undefined && <p className="text-13 text-ink-2">{children}</p>}
    </div>
  </li>
);

const Resolved = ({ resolved }: { resolved: ResolvedView }) => (
  <Item
    mark={<AlertMark alert={{ rule: resolved.rule, nutrient: getSingleNutrient(resolved) }} size={28} />}
    title={resolvedTitle(resolved)}
  >
    {resolvedChange(resolved)}
  </Item>
);

const noneWords = (review: ReviewView): string =>
  isCompared(review)
    ? "No finding ended for the better, and of nothing that was short there is more with confidence."
    : "Too few days count to tell. Nothing is taken for an improvement by the look of a few days.";

/** What is better than before, as far as the days can tell; and what ended for another reason. */
export const Improved = ({ review }: { review: ReviewView }) => {
  const { improved, ended, minerals } = review;
  const none = improved.more.length === 0 && improved.resolved.length === 0;
  return (
    <Card aria-labelledby="improved">
      <CardHeader id="improved" title="What improved" />
      <CardBody className="pt-1 pb-2">
        {none ? (
          <p className="py-2 text-13 text-ink-2">{noneWords(review)}</p>
        ) : (
          <ul>
            {minerals
              .filter(({ mineral }) => improved.more.includes(mineral))
              .map((item) => (
                <Item
                  key={item.mineral}
                  mark={<Hallmark mineral={item.mineral} />}
                  title={`${NUTRIENTS[item.mineral].label}: ${verdictWords(item).toLowerCase()}`}
                >
                  It was short in the four weeks before. The difference is larger than chance makes likely.
                </Item>
              ))}
            {improved.resolved.map((resolved) => (
              <Resolved key={resolved.id} resolved={resolved} />
            ))}
          </ul>
        )}
        {ended.length > 0 && (
          <section aria-labelledby="ended" className="border-line border-t pt-3">
            <h3 id="ended" className="text-13 text-ink-2">
              Ended without anything better being known
            </h3>
            <ul>
              {ended.map((resolved) => (
                <Resolved key={resolved.id} resolved={resolved} />
              ))}
            </ul>
          </section>
        )}
      </CardBody>
    </Card>
  );
};

/** What holds: now beside the newest week, at its end beside an older one. */
export const StillOpen = ({ open, openOn }: Pick<ReviewView, "open" | "openOn">) => {
  const now = openOn === "now";
  return (
    <Card aria-labelledby="open">
      <CardHeader id="open" title={now ? "Still open" : "Open when the week ended"} />
      <CardBody className="pt-1 pb-2">
        {open.length === 0 ? (
          <p className="py-2 text-13 text-ink-2">
            {now ? "Nothing is open." : "Nothing is known to have been open."}
          </p>
        ) : (
          <ul>
            {open.map(({ id, rule, nutrients, finding }) => (
              <Item
                key={id}
                mark={<AlertMark alert={{ rule, nutrient: only(nutrients) }} size={28} />}
                title={
                  now ? (
                    <Link
                      href={`/alerts#${id}`}
                      className="no-underline hover:underline phone:-my-2.5 phone:inline-block phone:py-2.5"
                    >
                      {finding}
                    </Link>
                  ) : (
                    finding
                  )
                }
              />
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
};

const only = (nutrients: readonly string[]) => getSingleNutrient({ nutrients: [...nutrients] });
