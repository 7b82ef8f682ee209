import { ListChecks, Plus } from "lucide-react";
import Link from "next/link";
import { Kbd } from "@/components/ui/kbd";
import { countNoun } from "@/lib/format";
import type { PaletteSections } from "./use-result-sections";

/** How many foods were found, for whoever does not see them. */
export const foundWords = (count: number): string =>
  `${count === 0 ? "No food" : countNoun(count, "food")} found`;

/** What is said where no food can be listed: nothing yet, nothing found, or nobody to ask. */
export const NothingFound = ({ found, ready }: { found: PaletteSections; ready: boolean }) => {
  const { results, words, unreachable, answered } = found;
  if (results.length > 0 || found.barcode !== null || (words === "" ? !ready : !answered)) return null;
  return (
    <p className="px-3 py-4 text-13 text-ink-2">
      {words === ""
        ? "Type what you ate, with an amount if you like: “2 eggs”, “½ cup oats”, “180 g lentils”. What you log often will be listed here."
        : unreachable
          ? "The food table could not be loaded. Check the connection; what you typed stays here."
          : `No food called “${words}”. Try a plainer word, or create it.`}
    </p>
  );
};

/** For what the table does not have. */
export const CreateLink = ({ words, onFollow }: { words: string; onFollow: () => void }) => (
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

/** What the keys do, for whoever has a keyboard. */
export const Hints = () => (
  <div
    aria-hidden
    className="flex h-11 flex-none items-center gap-[18px] overflow-hidden whitespace-nowrap border-line border-t bg-sunken/35 px-5 text-12 text-ink-2 phone:hidden [&>span]:flex [&>span]:items-center [&>span]:gap-1.5"
  >
    <span>
      <Kbd>↑</Kbd>
      <Kbd>↓</Kbd>Choose
    </span>
    <span>
      <Kbd>Tab</Kbd>Portion
    </span>
    <span>
      <Kbd>/b</Kbd>
      <Kbd>/l</Kbd>
      <Kbd>/d</Kbd>
      <Kbd>/s</Kbd>Meal
    </span>
    <span>
      <Kbd>↵</Kbd>Add
    </span>
    <span>
      <Kbd>Ctrl</Kbd>
      <Kbd>↵</Kbd>Add and keep going
    </span>
    <span className="ml-auto hidden! lg:flex!">Bars: full is a third of target</span>
  </div>
);

/** For a line that reads as one food and is meant as several. */
export const ReadAsMeal = ({ onRead }: { onRead: () => void }) => (
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
