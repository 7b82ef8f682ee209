import { type ReactNode, useId } from "react";
import type { Mineral } from "@/lib/nutrition";
import { Card } from "../ui/card";
import { Note } from "../ui/note";
import { FoodTag, type FoodTagKind } from "./food-tag";
import { DeltaChip } from "./hallmark";

type SuggestionItemProps = {
  /** Which preview of the bars it lights up while it has hover or focus. */
  slot: 1 | 2 | 3;
  name: string;
  /** Shows what the day would be with it, before anything is saved. */
  onOpen?: () => void;
  /** "1 cup · 180 g". */
  portion: string;
  /** "leafy greens". */
  group: string;
  /** Two or three, the largest share of a gap first. */
  deltas: readonly { mineral: Mineral; amount: number }[];
  tags?: readonly FoodTagKind[];
  /** At most one. */
  caution?: string | null;
  /** The Add button. */
  action: ReactNode;
};

/** A food that would close part of a gap. */
export const SuggestionItem = ({
  slot,
  name,
  onOpen,
  portion,
  group,
  deltas,
  tags = [],
  caution = null,
  action,
}: SuggestionItemProps) => (
  <li
    data-suggestion={slot}
    className="grid flex-1 content-start gap-[9px] border-line border-t px-5 py-3.5 first:border-l-0 md:border-l lg:border-l-0 transition-colors duration-[120ms] focus-within:bg-hover/60 hover:bg-hover/60 phone:px-4"
  >
    <div className="flex items-start gap-2.5">
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">
          {onOpen === undefined ? (
            name
          ) : (
            <button
              type="button"
              title="What if I eat this?"
              onClick={onOpen}
              className="cursor-pointer text-left font-medium underline decoration-line-2 underline-offset-4 hover:decoration-ink phone:-my-2.5 phone:py-2.5"
            >
              {name}
            </button>
          )}
        </h3>
        <p className="text-13 text-ink-2">
          {portion} · {group}
        </p>
      </div>
      {action}
    </div>
    <p className="flex flex-wrap gap-x-3.5 gap-y-1.5">
      {deltas.map((delta) => (
        <DeltaChip key={delta.mineral} {...delta} />
      ))}
    </p>
    {tags.length > 0 && (
      <p className="flex flex-wrap gap-1.5">
        {tags.map((tag) => (
          <FoodTag key={tag.kind} {...tag} />
        ))}
      </p>
    )}
    {caution !== null && <Note>{caution}</Note>}
  </li>
);

type SuggestionsCardProps = {
  title?: string;
  /** "Three foods for dinner or later today". */
  detail: string;
  /** {@link SuggestionItem}s, or an empty state. */
  children: ReactNode;
  footer?: ReactNode;
};

/** The card beside the minerals: foods that would close the gaps. */
export const SuggestionsCard = ({
  title = "Close the gaps",
  detail,
  children,
  footer,
}: SuggestionsCardProps) => {
  const id = useId();
  return (
    <Card aria-labelledby={id} className="flex flex-col">
      <header className="px-5 pt-4 pb-3 phone:px-4 phone:pt-3.5">
        <h2 id={id} className="font-semibold text-15 tracking-[-0.006em]">
          {title}
        </h2>
        <p className="mt-0.5 text-13 text-ink-2">{detail}</p>
      </header>
      <ul className="flex flex-1 flex-col md:grid md:grid-cols-3 lg:flex">{children}</ul>
      {footer !== undefined && (
        <footer className="flex items-center gap-3 border-line border-t px-5 pt-3 pb-4 text-13 text-ink-2 phone:px-4">
          {footer}
        </footer>
      )}
    </Card>
  );
};

/** Holds the minerals and the suggestions: inside it, hovering or focusing a suggestion previews it on the bars. */
export const PreviewScope = ({ children }: { children: ReactNode }) => (
  <div className="preview-scope grid gap-5 lg:grid-cols-[minmax(0,1fr)_344px] phone:gap-3.5">{children}</div>
);
