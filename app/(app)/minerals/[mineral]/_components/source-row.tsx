import Link from "next/link";
import { FoodTag } from "@/components/nutrition/food-tag";
import { TwoZoneBar } from "@/components/nutrition/two-zone-bar";
import { cx } from "@/components/ui/class-names";
import { Note } from "@/components/ui/note";
import { formatAmount, NBSP } from "@/lib/format";
import type { BestSourcesView, SourceView } from "@/lib/insights/schemas";
import type { SourceOrder } from "@/lib/nutrition";
import { LogSource } from "./log-source";
import { eatenWords, orderedAmount, servingWords, shareWords, splitByPick } from "./source-words";

type List = Pick<BestSourcesView, "mineral" | "target" | "ul" | "ulScope">;

/** A food's name, leading to its page. */
export const SourceName = ({ source: { food, name, short } }: { source: SourceView }) => (
  <Link
    href={`/foods/${encodeURIComponent(food)}`}
    title={name}
    className="font-medium text-ink no-underline underline-offset-4 hover:underline phone:-my-[13px] phone:inline-block phone:py-[13px]"
  >
    {short}
  </Link>
);

/** What is worth knowing of a food: the article's pick, eaten lately, and what to be careful about. */
export const SourceMarks = ({ source: { pick, eatenDays, eatenForms, notes } }: { source: SourceView }) => (
  <>
    {(pick !== null || eatenDays > 0) && (
      <p className="mt-1 flex flex-wrap gap-1.5">
        {pick !== null && <FoodTag kind="article" />}
        {eatenDays > 0 && <FoodTag kind="eaten" when={eatenWords(eatenDays, eatenForms)} />}
      </p>
    )}
    {notes.map(({ code, text }) => (
      <Note key={code} className="mt-1">
        {text}
      </Note>
    ))}
  </>
);

/** An amount against the person's own target, and the upper limit where food counts towards it. */
export const SourceBar = ({
  list: { mineral, target, ul, ulScope },
  amount,
  limited,
}: {
  list: List;
  amount: number;
  /** Whether the limit belongs here: a portion is eaten, 100 kcal of a leaf are not. */
  limited: boolean;
}) =>
  target === null ? null : (
    <TwoZoneBar
      mineral={mineral}
      size="s"
      food={amount}
      supplement={null}
      possibleExtra={null}
      target={target}
      limit={limited && ulScope === "total" ? ul : null}
    />
  );

/** One food of the list: what a portion is, what is in it, and a way to log it. */
const SourceRow = ({ list, source, by }: { list: List; source: SourceView; by: SourceOrder }) => {
  const amount = orderedAmount(source, by);
  const share = shareWords(amount, list.target);
  return (
    <li className="grid break-inside-avoid grid-cols-[minmax(0,1fr)_124px_auto] items-start gap-x-4 border-line border-t py-2.5 first:border-t-0 phone:grid-cols-[minmax(0,1fr)_auto] phone:gap-x-3 phone:py-3">
      <div className="min-w-0">
        <p className="leading-snug">
          <SourceName source={source} />
        </p>
        <p className="text-13 text-ink-2">
          {servingWords(source)}
          {by === "energy" && `: ${formatAmount(list.mineral, source.amount)}`}
        </p>
        <SourceMarks source={source} />
      </div>
      <div className="grid gap-1 text-right phone:order-3 phone:col-span-2 phone:mt-2 phone:grid-cols-[minmax(0,1fr)_auto] phone:items-center phone:gap-x-3 phone:text-left">
        <p
          className={cx(
            "text-13 tabular-nums phone:order-2 phone:text-right",
            // As wide in every row, so that the targets of the bars stand below each other.
            by === "energy" ? "phone:min-w-[140px]" : "phone:min-w-[68px]",
          )}
        >
          <b className="font-semibold text-14">{formatAmount(list.mineral, amount)}</b>
          {by === "energy" && <span className="text-12 text-ink-3"> per 100{NBSP}kcal</span>}
        </p>
        <SourceBar list={list} amount={amount} limited={by === "portion"} />
        {share !== null && (
          <p className="text-12 text-ink-3 tabular-nums phone:order-3 phone:col-span-2 phone:text-right">
            {share}
          </p>
        )}
      </div>
      <LogSource source={source} />
    </li>
  );
};

/** The foods as a list, the article's picks in a part of their own. */
export const SourceParts = ({
  list,
  items,
  by,
}: {
  list: List;
  items: readonly SourceView[];
  by: SourceOrder;
}) =>
  splitByPick({ mineral: list.mineral, items: [...items] }).map((part) => (
    <section key={part.title} aria-label={part.title ?? undefined}>
      {part.title !== null && (
        <h3 className="border-line border-b pt-3 pb-1.5 font-medium text-12 text-ink-3">{part.title}</h3>
      )}
      <ol>
        {part.items.map((source) => (
          <SourceRow key={source.food} list={list} source={source} by={by} />
        ))}
      </ol>
    </section>
  ));
