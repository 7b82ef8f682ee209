import { CircleDashed } from "lucide-react";
import { Note } from "@/components/ui/note";
import { joinList } from "@/lib/format";
import { type Composition, type LowerBounds, MINERALS, NUTRIENTS } from "@/lib/nutrition";

type Ingredient = {
  readonly name: string;
  readonly nutrients: Composition;
  readonly lowerBounds?: LowerBounds | undefined;
};

/** Names listed at most; the rest are counted. */
const NAMED = 3;

const joinNames = (names: readonly string[]): string =>
  names.length <= NAMED
    ? joinList(names)
    : `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;

/** The minerals each set of ingredients has no full value for, so that one sentence serves several minerals. */
const groupByMissingMinerals = (
  ingredients: readonly Ingredient[],
): { minerals: string[]; names: string[] }[] => {
  const byNames = new Map<string, { minerals: string[]; names: string[] }>();
  for (const mineral of MINERALS) {
    const names = ingredients
      .filter(({ nutrients, lowerBounds }) => nutrients[mineral] === null || lowerBounds?.includes(mineral))
      .map(({ name }) => name);
    if (names.length === 0) continue;
    const key = names.join("\n");
    const gap = byNames.get(key) ?? { minerals: [], names };
    byNames.set(key, { ...gap, minerals: [...gap.minerals, NUTRIENTS[mineral].label.toLowerCase()] });
  }
  return [...byNames.values()];
};

/** Which ingredients lack a value for which minerals: there the dish is only known to hold at least what is shown. */
export const UnknownNotes = ({ ingredients }: { ingredients: readonly Ingredient[] }) => (
  <>
    {groupByMissingMinerals(ingredients).map(({ minerals, names }) => (
      <Note
        key={minerals.join()}
        icon={<CircleDashed size={14} strokeWidth={1.75} className="text-ink-3" aria-hidden />}
      >
        No full value for {joinList(minerals)}: {joinNames(names)}.
      </Note>
    ))}
  </>
);
