import { formatAmount, formatPercent, formatReferenceAmount, NBSP, portionWords } from "@/lib/format";
import type { BestSourcesView, SourceView } from "@/lib/insights/schemas";
import { type Mineral, NUTRIENTS, type SourceOrder } from "@/lib/nutrition";

/** Names of the two orders, for a switch. */
export const ORDER_LABELS: { readonly [O in SourceOrder]: string } = {
  portion: "A portion",
  energy: `100${NBSP}kcal`,
};

/** "1 cup · 180 g · 41 kcal"; without energy where it is not known or not to be seen. */
export const servingWords = ({ portion, grams, energyKcal }: SourceView): string =>
  [portionWords(portion, grams), energyKcal === null ? null : formatAmount("energy", energyKcal)]
    .filter((part) => part !== null)
    .join(" · ");

/** What a list is ordered by: the amount in a portion, or in 100 kcal. */
export const orderedAmount = ({ amount, per100Kcal }: SourceView, by: SourceOrder): number =>
  by === "energy" && per100Kcal !== null ? per100Kcal : amount;

/** "49 % of your target"; null without a target. */
export const shareWords = (amount: number, target: number | null): string | null =>
  target === null || target <= 0 ? null : `${formatPercent(amount, target)} of your target`;

/** "on 4 of the last 30 days"; of a food eaten raw and boiled the days may be more. */
export const eatenWords = (days: number, forms: number): string =>
  `on ${forms > 1 ? "at least " : ""}${days} of the last 30 days`;

/** What the list leaves out, and by what it is made. */
export const basisWords = ({ mineral, permitted, unknown, forChild }: BestSourcesView): string => {
  const name = NUTRIENTS[mineral].label.toLowerCase();
  const missing =
    unknown === 0
      ? ""
      : ` ${unknown === 1 ? "One has" : `${unknown} have`} no value for ${name}; what is unknown is not ranked.`;
  return `From ${permitted} plain foods that fit your diet and settings, each in its usual form and portion.${forChild ? " The portions are an adult’s; half of one is much for a child." : ""}${missing} A food is listed when its portion holds a tenth of the US daily value or more.`;
};

/**
 * The list in its parts: the article's picks that are rich in the mineral, then the other foods; untitled where there
 * is one part only.
 */
export const splitByPick = ({
  mineral,
  items,
}: Pick<BestSourcesView, "mineral" | "items">): readonly {
  readonly title: string | null;
  readonly items: readonly SourceView[];
}[] => {
  const picks = items.filter(({ first }) => first);
  const others = items.filter(({ first }) => !first);
  if (picks.length === 0) return [{ title: null, items: others }];
  const title = `The article’s picks rich in ${NUTRIENTS[mineral].label.toLowerCase()}`;
  return others.length === 0
    ? [{ title, items: picks }]
    : [
        { title, items: picks },
        { title: "Then all others", items: others },
      ];
};

/** Why there is no list. */
export const nothingWords = (mineral: Mineral): string =>
  `No plain food that fits your diet and settings holds a tenth of the daily value of ${NUTRIENTS[mineral].label.toLowerCase()} in a portion.`;

export const notOfferedWords = (mineral: Mineral): string =>
  `Assay does not list foods rich in ${NUTRIENTS[mineral].label.toLowerCase()} for you.`;

/** "Target 320 mg a day". */
export const targetWords = ({ mineral, target }: BestSourcesView): string | null =>
  target === null ? null : `Target ${formatReferenceAmount(mineral, target)} a day`;
