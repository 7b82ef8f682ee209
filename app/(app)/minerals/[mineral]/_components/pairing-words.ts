import { countNoun, formatBound, formatReferenceAmount, formatShare } from "@/lib/format";
import type { PairingView, VitaminDView } from "@/lib/insights/schemas";
import {
  HELPFUL_VITAMIN_C_MG,
  HIGH_ZINC_DAYS,
  HIGH_ZINC_MG,
  IRON_AGAINST_ZINC_MG,
  type MealCount,
  MIN_MEALS_FOR_A_PATTERN,
  MUCH_CALCIUM_MG,
  PLANT_IRON_FROM_MG,
  type PlantIronMeals,
  type TabletDays,
} from "@/lib/nutrition";

// The person's own diary beside the statements on pairing: counts of meals and days, never what they absorb.

const NONE_YET = "not enough logged to say";

const meals = (count: number): string => countNoun(count, "meal");

/** "the last 30 days" */
const span = (days: number): string => `the last ${days} days`;

const withIron = `${formatReferenceAmount("iron", PLANT_IRON_FROM_MG)} or more of iron from plants`;

/** Said in place of a count, where too few meals would make one. */
const tooFew = ({ meals: found, open }: PlantIronMeals, days: number): string | null =>
  found >= MIN_MEALS_FOR_A_PATTERN
    ? null
    : `${found === 0 ? "No meal" : `Only ${meals(found)}`} of ${span(days)} ${found > 1 ? "are" : "is"} known to hold ${withIron}${
        open === 0 ? "" : `, ${meals(open)} left open by foods that do not say`
      }: ${NONE_YET}.`;

const openWords = ({ open }: MealCount): string => (open === 0 ? "" : ` Of ${open} it is not known.`);

const vitaminCWords = (iron: PlantIronMeals, days: number): string => {
  const few = tooFew(iron, days);
  if (few !== null) return few;
  const { meals: helped } = iron.vitaminC;
  const from = iron.vitaminCFrom.map(({ name, meals: count }) => `${name} (${count})`).join("; ");
  return `${helped} of ${meals(iron.meals)} with ${withIron} in ${span(days)} had ${formatReferenceAmount("vitaminC", HELPFUL_VITAMIN_C_MG)} of vitamin C or more${
    from === "" ? "" : `, most of it from ${from}`
  }.${openWords(iron.vitaminC)}`;
};

const teaWords = (iron: PlantIronMeals, days: number): string =>
  tooFew(iron, days) ??
  `Tea or coffee was logged in ${iron.teaOrCoffee} of ${meals(iron.meals)} with iron from plants in ${span(days)}.`;

const calciumWords = (iron: PlantIronMeals, days: number): string =>
  tooFew(iron, days) ??
  `${iron.muchCalcium.meals} of ${meals(iron.meals)} with iron from plants in ${span(days)} held ${formatReferenceAmount("calcium", MUCH_CALCIUM_MG)} of calcium or more.${openWords(iron.muchCalcium)}`;

/** How two kinds of supplements were taken, in counts of days. */
const tabletWords = (tablets: TabletDays, first: string, second: string, days: number): string => {
  const { both, together, apart, unsaid } = tablets;
  if (tablets.first === 0 && tablets.second === 0)
    return `No supplement with ${first} was logged in ${span(days)}, and none with ${second}.`;
  if (both === 0)
    return `Supplements with ${first} (${countNoun(tablets.first, "day")}) and with ${second} (${countNoun(tablets.second, "day")}) never fell on the same day in ${span(days)}.`;
  const how = [
    together > 0 && `together or within two hours on ${together}`,
    apart > 0 && `further apart on ${apart}`,
    unsaid > 0 && `on ${unsaid} no time says`,
  ].filter((part) => part !== false);
  return `Supplements with ${first} and with ${second} fell on the same day on ${both} of ${span(days)}: ${how.join(", ")}.`;
};

const zincWords = (found: number, days: number): string =>
  found === 0
    ? `On none of ${span(days)} did logged supplements hold ${formatReferenceAmount("zinc", HIGH_ZINC_MG)} of zinc.`
    : `Logged supplements held ${formatReferenceAmount("zinc", HIGH_ZINC_MG)} of zinc or more on ${found} of ${span(days)}.${
        found >= HIGH_ZINC_DAYS
          ? " That is weeks of it: ask a pharmacist or doctor before going on with it."
          : ""
      }`;

const SUN = "Sunlight on the skin makes some too, which no diary sees.";

const vitaminDWords = ({ days, mean, coverage, coverageOfMean, enough, target }: VitaminDView): string => {
  if (mean === null || coverage === null) {
    return `No day that counts has a food with a value for vitamin D: ${NONE_YET}. ${SUN}`;
  }
  const least = coverageOfMean !== null && coverageOfMean < 1;
  const amount = `${formatBound("vitaminD", mean, least)} of vitamin D a day over ${countNoun(days, "day")}`;
  const reference = target === null ? "" : `; the reference is ${formatReferenceAmount("vitaminD", target)}`;
  const known = enough
    ? "."
    : `. Foods with a value give ${formatShare(coverage)} of the energy: ${NONE_YET} how far that is from it.`;
  return `Food and supplements gave ${amount}${reference}${known} ${SUN}`;
};

/** What the diary says beside a statement, a sentence a line; none where it has nothing to say of it. */
export const ownWords = (claim: string, view: PairingView): readonly string[] => {
  const { days, iron, calciumIron, ironZinc, highZincDays, vitaminD } = view;
  const lines: readonly (string | null)[] = (() => {
    switch (claim) {
      case "vitamin-c-iron":
        return [iron && vitaminCWords(iron, days)];
      case "tea-coffee-iron":
        return [iron && teaWords(iron, days)];
      case "calcium-iron-meal":
        return [
          iron && calciumWords(iron, days),
          calciumIron && tabletWords(calciumIron, "calcium", "iron", days),
        ];
      case "zinc-iron-tablets":
        return [
          ironZinc &&
            tabletWords(
              ironZinc,
              `${formatReferenceAmount("iron", IRON_AGAINST_ZINC_MG)} of iron or more`,
              "zinc",
              days,
            ),
        ];
      case "zinc-copper":
        return [highZincDays === null ? null : zincWords(highZincDays, days)];
      case "vitamin-d-calcium":
        return [vitaminD && vitaminDWords(vitaminD)];
      default:
        return [];
    }
  })();
  return lines.filter((line) => line !== null);
};
