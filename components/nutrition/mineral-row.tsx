import { Check, OctagonAlert } from "lucide-react";
import Link from "next/link";
import { formatReference, formatTotal, totalParts, unitOf } from "@/lib/format";
import type { MineralDay } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";
import { cx } from "../ui/class-names";
import { Hallmark } from "./hallmark";
import { TwoZoneBar } from "./two-zone-bar";
import { barAmounts, describeStanding, formatTargetShare, limitCaption, mineralSentence } from "./wording";

/** The columns shared by the rows and their head; in a narrow card the bar has a line of its own. */
export const ROW_GRID =
  "grid grid-cols-[28px_128px_minmax(0,1fr)_122px] gap-x-3.5 narrow:grid-cols-[28px_minmax(0,1fr)_auto] narrow:gap-x-3";

const AMOUNT = "text-right tabular-nums";

type MineralRowProps = {
  day: MineralDay;
  /** The mineral's page; without one the row is not a link. */
  href?: string | null;
  /** Where the amount is taken apart into the entries behind it. */
  amountHref?: string | null;
  /** What each suggestion would add, by slot. */
  previews?: readonly (number | null | undefined)[];
};

/**
 * One mineral of the day: mark, name and gap, bar, amount. The whole row is the link to the mineral and carries a
 * sentence; the amount is a link of its own, to what it is made of.
 */
export const MineralRow = ({ day, href = null, amountHref = null, previews = [] }: MineralRowProps) => {
  const { mineral, total, target } = day;
  const standing = describeStanding(day);
  const parts = totalParts(mineral, total);
  const percent = formatTargetShare(day);
  const className = cx(
    ROW_GRID,
    "relative flex-1 content-center items-start border-line border-t pt-3.5 pb-[11px] no-underline narrow:pt-[13px] narrow:pb-2.5",
    href !== null && "isolate",
  );
  const what = (
    <>
      <Hallmark mineral={mineral} />
      <div className="min-w-0">
        <div className="font-medium">{NUTRIENTS[mineral].label}</div>
        <div
          className={cx(
            "flex items-start gap-1 text-13",
            standing.state === "over" ? "font-semibold text-over" : "text-ink-2",
          )}
        >
          {standing.state === "over" && (
            <OctagonAlert size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
          )}
          {standing.state === "reached" && (
            <Check size={14} strokeWidth={1.75} className="mt-[3px] flex-none" aria-hidden />
          )}
          <span>{standing.text}</span>
        </div>
      </div>
      <div className="pt-[5px] narrow:order-5 narrow:col-span-full narrow:pt-2.5">
        {day.scores && <TwoZoneBar mineral={mineral} {...barAmounts(day)} previews={previews} />}
        <div className="relative mt-[7px] h-4 text-12 text-ink-3 tabular-nums">
          {day.scores && target !== null && (
            <span className="absolute right-[calc(100%-var(--bar-target)-1px)]">
              {formatReference(target)}
            </span>
          )}
          <span className="absolute right-0">
            {/* Without the bar, and on a phone without the table's head, the figure alone would say nothing. */}
            {!day.scores && day.state === "usual" && day.ul !== null && day.ulScope === "total" && (
              <span className="hidden narrow:inline">upper limit </span>
            )}
            {limitCaption(day)}
          </span>
        </div>
      </div>
    </>
  );
  const amount = (
    <>
      <div className="whitespace-nowrap">
        {parts?.prefix && <span className="mr-[5px] text-12 text-ink-3">{parts.prefix}</span>}
        <span
          className={
            parts === null
              ? "font-medium text-ink-3"
              : "font-semibold text-18 leading-[22px] tracking-[-0.012em] narrow:text-16 narrow:leading-5"
          }
        >
          {parts?.figure ?? (total.entries === 0 ? "–" : "no data")}
        </span>
        {(parts !== null || total.entries === 0) && (
          <span className="ml-[3px] text-13 text-ink-2">{unitOf(mineral)}</span>
        )}
      </div>
      {percent !== null && (
        <div className="mt-[3px] whitespace-nowrap text-12 text-ink-3 narrow:mt-0 narrow:leading-5">
          {percent} of target
        </div>
      )}
    </>
  );
  if (href === null) {
    return (
      <div className={className} data-mineral={mineral} role="img" aria-label={mineralSentence(day)}>
        {what}
        <div className={AMOUNT}>{amount}</div>
      </div>
    );
  }
  return (
    <div className={className} data-mineral={mineral}>
      <Link
        href={href}
        aria-label={mineralSentence(day)}
        className="absolute -inset-x-3 inset-y-0 -z-10 rounded-md hover:bg-hover/60"
      />
      <div aria-hidden className="pointer-events-none contents">
        {what}
      </div>
      {amountHref === null || total.entries === 0 ? (
        <div aria-hidden className={cx(AMOUNT, "pointer-events-none")}>
          {amount}
        </div>
      ) : (
        <Link
          href={amountHref}
          prefetch={false}
          aria-label={`The entries behind it: ${NUTRIENTS[mineral].label.toLowerCase()}, ${formatTotal(mineral, total)}`}
          title="The entries behind it"
          className={cx(
            AMOUNT,
            "-my-1.5 -mr-2 self-start rounded-md py-1.5 pr-2 pl-2 no-underline hover:bg-hover [&>div:first-child]:underline [&>div:first-child]:decoration-line-2 [&>div:first-child]:decoration-dotted [&>div:first-child]:underline-offset-[5px]",
          )}
        >
          {amount}
        </Link>
      )}
    </div>
  );
};
