import {
  capitalise,
  countNoun,
  formatAmount,
  formatBound,
  formatFigure,
  formatRatio,
  formatShare,
  NBSP,
} from "@/lib/format";
import type { CalciumView, IronMealsView, PhytateView } from "@/lib/insights/schemas";
import type { IronDirection, ZincAbsorption, ZincAvailability } from "@/lib/nutrition";

/** "about 640 mg a day, somewhere between 320 and 1,280" with the part of the energy it is known of. */
export const phytateWords = ({ band, coverage, enough }: PhytateView): string => {
  if (band === null) return "No food of these days has a value for phytate.";
  const known = `known for foods that give ${formatShare(coverage)} of the energy`;
  const amount = `${formatAmount("phytate", band.typical)} a day, somewhere between ${formatFigure("phytate", band.low)} and ${formatAmount("phytate", band.high)}`;
  return enough
    ? `About ${amount}; ${known}.`
    : `${capitalise(formatBound("phytate", band.typical, true))} a day; only ${known}.`;
};

const AVAILABILITY: { readonly [A in ZincAvailability]: string } = {
  high: "high availability",
  moderate: "moderate availability",
  low: "low availability",
};

/** The phytate:zinc ratio as a headline, "9.7" and "moderate availability"; null when there is none. */
export const ratioWords = (
  ratio: Extract<ZincAbsorption, { ok: true }>["ratio"],
): { figure: string; words: string; range: string } | null => {
  if (!ratio.ok) return null;
  const certain = ratio.availabilityAtLow === ratio.availabilityAtHigh;
  const ends = [ratio.availabilityAtLow, ratio.availabilityAtHigh].map((end) => end as string);
  return {
    figure: formatRatio(ratio.ratio.typical),
    words: AVAILABILITY[ratio.availability],
    range: certain
      ? `between ${formatRatio(ratio.ratio.low)} and ${formatRatio(ratio.ratio.high)}, all of it in this class`
      : `between ${formatRatio(ratio.ratio.low)} and ${formatRatio(ratio.ratio.high)}, so from ${ends[0]} to ${ends[1]}`,
  };
};

export const noZincWords = (reason: string, days: number): string => {
  switch (reason) {
    case "adults-only":
      return "How much zinc a day lets through was measured in adults only, so no estimate is shown.";
    case "too-few-days":
      return `The estimate is for whole days, and ${days === 1 ? "one counts" : `${days} count`}; it needs three.`;
    case "zinc-unknown":
      return "Too few of these foods have a value for zinc.";
    default:
      return "Phytate is known of too few of these foods for a ratio or an estimate of the zinc absorbed.";
  }
};

/** Absorbed zinc against what has to be absorbed, for the average day. */
export const zincWords = (zinc: Extract<ZincAbsorption, { ok: true }>): string => {
  const { absorbedMg, needMg, needWeight, covers } = zinc;
  const amount = `about ${formatAmount("zinc", absorbedMg.typical)} (${formatFigure("zinc", absorbedMg.atHighPhytate)} to ${formatAmount("zinc", absorbedMg.atLowPhytate)} over the range of phytate)`;
  const opening = `From a day like your average one an adult absorbs ${amount}.`;
  if (needMg === null || needWeight === null || covers === null) return opening;
  const who = needWeight.own
    ? "An adult of your weight and sex"
    : `Your profile has no weight; an adult of your sex and of ${needWeight.kg}${NBSP}kg, as the EU reference adult weighs,`;
  const need = `${who} needs to absorb about ${formatAmount("zinc", needMg)}`;
  const answer = {
    yes: "which this covers, however much phytate it was.",
    no: "which this does not reach, however little phytate it was.",
    "depends-on-phytate": "which this covers or not depending on the phytate.",
  }[covers];
  return `${opening} ${need}, ${answer}`;
};

export const DIRECTION_WORDS: { readonly [D in IronDirection]: string } = {
  more: "More than usual",
  typical: "About as usual",
  less: "Less than usual",
};

/** What the meals had for or against their iron, in counts of meals. */
export const ironMealWords = (iron: IronMealsView): readonly string[] => {
  const { directions, open, enhancers, inhibitors } = iron;
  const compared = [
    directions.more > 0 && `${directions.more} let more of the iron through`,
    directions.typical > 0 && `${directions.typical} let about as much through`,
    directions.less > 0 && `${directions.less} let less of it through`,
  ].filter((part) => part !== false);
  const list = (named: readonly (readonly [count: number, words: string])[]) =>
    named
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${words} in ${count}`)
      .join(", ");
  const helped = list([
    [enhancers["vitamin-c"], "vitamin C"],
    [enhancers["meat-fish-poultry"], "meat, fish or poultry"],
  ]);
  const hindered = list([
    [inhibitors.phytate, "phytate"],
    [inhibitors["tea-or-coffee"], "tea or coffee"],
    [inhibitors.calcium, "much calcium"],
  ]);
  return [
    compared.length > 0 && `Against an ordinary meal, ${compared.join(", ")}.`,
    open > 0 && `Of ${countNoun(open, "meal")} too little is known to say.`,
    helped === "" ? "Nothing that helps iron along stood out." : `What helped: ${helped}.`,
    hindered === "" ? "Nothing that holds iron back stood out." : `What held back: ${hindered}.`,
  ].filter((sentence) => sentence !== false);
};

/** How much of the iron is heme iron, in words only. */
export const hemeWords = (share: number | null): string => {
  if (share === null)
    return "How much of the iron is heme iron is open: some dishes do not say what is in them.";
  if (share === 0)
    return "None of it is heme iron, the kind in meat and fish that other food hardly disturbs.";
  const part = share < 0.1 ? "A small part" : share < 0.2 ? "A fair part" : "A large part";
  return `${part} of it is heme iron, the kind in meat and fish that other food hardly disturbs.`;
};

/** What a day's calcium is worth against milk; null when nothing is known of it. */
export const calciumWords = (calcium: CalciumView): { figure: string; words: string } | null => {
  if (calcium.total === null || calcium.milkEquivalent === null) return null;
  return {
    figure: formatAmount("calcium", calcium.milkEquivalent),
    words: `of milk calcium would be absorbed like the ${formatAmount("calcium", calcium.total)} you eat`,
  };
};
