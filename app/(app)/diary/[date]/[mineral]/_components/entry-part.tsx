import Link from "next/link";
import { foodPath } from "@/app/(app)/_features/food";
import { isText } from "@/lib/foods/client";
import { parseSupplementId } from "@/lib/foods/schemas";
import { formatPart, formatShare, NO_DATA, portionWords } from "@/lib/format";
import type { ExplainedEntry } from "@/lib/insights/schemas";
import type { Mineral } from "@/lib/nutrition";
import { changedWords, preparationWords, sourceWords, sumWords } from "./how-words";

/** The page of what was eaten or taken, of a name without values that where it is matched; null when it is gone. */
const getFoodPath = ({ origin, kind, food }: ExplainedEntry): string | null => {
  if (origin.kind === "gone" && !isText(food)) return null;
  return kind === "food" ? foodPath(food) : `/supplements/${parseSupplementId(food)}/edit`;
};

/** Whether a value stands in a food table, whose page says in which row. */
const isTable = (kind: ExplainedEntry["origin"]["kind"]): boolean =>
  kind === "sr28" || kind === "dish" || kind === "imported";

/** One entry of the sum: what it brought, how that was worked out, and where the value stands. */
export const EntryPart = ({ mineral, entry }: { mineral: Mineral; entry: ExplainedEntry }) => {
  const { name, typed, amount, share, mightHold, portion, grams, preparation, origin } = entry;
  const href = getFoodPath(entry);
  const notes = [sumWords(mineral, entry), preparationWords(mineral, entry), changedWords(mineral, entry)];
  const source = sourceWords(entry);
  return (
    <li
      data-entry={entry.id}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-line border-t py-2.5 first:border-t-0"
    >
      <div className="wrap-anywhere min-w-0">
        {href === null ? (
          <span className="font-medium">{name}</span>
        ) : (
          <Link href={href} className="link font-medium phone:inline-block phone:py-1">
            {name}
          </Link>
        )}{" "}
        <span className="text-13 text-ink-2">
          {portionWords(portion, grams)}
          {preparation !== null && ` · ${preparation.toLowerCase()}`}
        </span>
      </div>
      <div className="text-right tabular-nums">
        {amount === null ? (
          <span className="inline-flex items-center gap-1.5 text-ink-2">
            <i aria-hidden className="no-data inline-block h-3 w-[18px] rounded-[2px]" />
            {NO_DATA}
          </span>
        ) : (
          <>
            <span className="font-medium">{formatPart(mineral, amount)}</span>
            {share !== null && (
              <span className="ml-2 inline-block w-11 text-13 text-ink-3">{formatShare(share)}</span>
            )}
          </>
        )}
      </div>
      <div className="col-span-full grid gap-0.5 pt-0.5 text-12 text-ink-3 [overflow-wrap:anywhere]">
        {share !== null && (
          <i
            aria-hidden
            className="mt-0.5 mb-1 block h-1.5 min-w-0.5 rounded-[2px] bg-mineral"
            style={{ width: `${share * 100}%` }}
          />
        )}
        {typed !== undefined && typed !== name && <p>Typed: “{typed}”</p>}
        {notes.map((note) => note !== null && <p key={note}>{note}</p>)}
        {amount === null && (
          <p>
            {mightHold === null
              ? "How much it might hold cannot be said."
              : `Might hold about ${formatPart(mineral, mightHold)}, for its energy. Not in the total.`}
          </p>
        )}
        <p>
          {isTable(origin.kind) && href !== null ? (
            // A plain link: a page that is loaded anew opens the closed table that holds the row.
            <a href={`${href}#source-${mineral}`} className="link phone:inline-block phone:py-1.5">
              {source}
            </a>
          ) : (
            source
          )}
          {(amount === null || origin.bound) &&
            isTable(origin.kind) &&
            origin.note !== null &&
            ` ${origin.note}`}
        </p>
        {origin.kind === "imported" && origin.licence !== null && (
          <p className="wrap-anywhere text-ink-3">
            {origin.licence.citation} Licence: {origin.licence.text}.
          </p>
        )}
      </div>
    </li>
  );
};
