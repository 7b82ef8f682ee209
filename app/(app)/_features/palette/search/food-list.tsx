"use client";

import { ListChecks, Plus } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { WaitingChanges } from "@/app/(app)/_features/diary";
import { countNoun } from "@/lib/format";
import { BarcodeResult } from "../barcode/barcode-result";
import { ResultList } from "./result-list";
import type { FoodResults } from "./use-food-results";

/** How many foods were found, for screen readers. */
export const foundWords = (count: number): string =>
  `${count === 0 ? "No food" : countNoun(count, "food")} found`;

/** The message in place of a list: nothing typed yet, nothing found, or no search available. */
const NothingFound = ({ found, ready }: { found: FoodResults; ready: boolean }) => {
  const { results, words, unreachable, answered } = found;
  if (results.length > 0 || found.barcode !== null || (words === "" ? !ready : !answered)) return null;
  return (
    <p className="px-3 py-4 text-13 text-ink-2">
      {words === ""
        ? "Type what you ate, with an amount if you like: “2 eggs”, “½ cup oats”, “180 g lentils”. What you log often will be listed here."
        : unreachable
          ? "The food table could not be loaded. Check the connection; what you typed stays here."
          : `No food called “${words}”. Try a plainer word, log it without values, or create it.`}
    </p>
  );
};

/** For what the table does not have. */
const CreateLink = ({ words, onFollow }: { words: string; onFollow: () => void }) => (
  <>
    <p className="px-3 pt-2.5 pb-1.5 font-medium text-12 text-ink-3">Not here?</p>
    <Link
      replace
      href={words === "" ? "/foods/new" : `/foods/new?name=${encodeURIComponent(words)}`}
      onClick={onFollow}
      className="grid min-h-11 grid-cols-[28px_minmax(0,1fr)] items-center gap-3 rounded-md py-2 pr-2.5 pl-3 text-ink-2 no-underline hover:bg-hover"
    >
      <span className="grid size-7 place-content-center rounded-[6px] bg-sunken">
        <Plus size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <span className="truncate">
        {words === "" ? "Create a food of your own" : `Create “${words}” as your own food`}
      </span>
    </Link>
  </>
);

/** For a line that reads as one food and is meant as several. */
const ReadAsMeal = ({ onRead }: { onRead: () => void }) => (
  <button
    type="button"
    onClick={onRead}
    className="grid min-h-11 w-full grid-cols-[28px_minmax(0,1fr)] items-center gap-3 rounded-md py-2 pr-2.5 pl-3 text-left text-ink-2 hover:bg-hover"
  >
    <span className="grid size-7 place-content-center rounded-[6px] bg-sunken">
      <ListChecks size={16} strokeWidth={1.75} aria-hidden />
    </span>
    <span className="truncate">Read as a meal of several foods</span>
  </button>
);

type FoodListProps = Omit<ComponentProps<typeof ResultList>, "sections"> & {
  found: FoodResults;
  /** Whether what was eaten lately is here. */
  ready: boolean;
  /** A link to another page was followed; it takes the place of the palette's history entry. */
  onFollow: () => void;
  /** What was not understood and is asked about now; null when nothing is. */
  question: string | null;
  /** Reads the line as several foods; null while that is not possible. */
  onReadAsMeal: (() => void) | null;
  /** What stands above the foods: whole meals to log again. */
  offers: ReactNode;
  /** The person's supplements that answer the line, where there are any, … */
  doses: ReactNode;
  /** … and whether they stand above the foods. */
  dosesFirst: boolean;
};

/** The foods found for the line, and the actions for a food that is not among them. */
export const FoodList = ({
  found,
  ready,
  onFollow,
  question,
  onReadAsMeal,
  offers,
  doses,
  dosesFirst,
  ...list
}: FoodListProps) => {
  const { words, barcode, results } = found;
  return (
    <>
      <WaitingChanges />
      {offers}
      {question !== null && (
        <p className="px-3 pt-2 text-13 text-low">
          {question} Nothing is added yet: choose what was meant, and add it.
        </p>
      )}
      {dosesFirst && doses}
      <ResultList sections={found.sections} textAbove={question !== null} {...list} />
      {!dosesFirst && doses}
      {!doses && <NothingFound found={found} ready={ready} />}
      {barcode === null && <CreateLink words={words} onFollow={onFollow} />}
      {barcode === null && onReadAsMeal && /\S\s+\S/.test(words) && <ReadAsMeal onRead={onReadAsMeal} />}
      {barcode !== null && results.length === 0 && <BarcodeResult code={barcode.code} onFollow={onFollow} />}
    </>
  );
};
