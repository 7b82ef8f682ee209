import type { Doubt } from "./doubts";
import type { NamedMeal } from "./food-measures";
import type { Around, TextPart } from "./meal-items";
import type { MealSign, Piece } from "./pieces";

const meant = (signs: readonly MealSign[]): NamedMeal[] => [
  ...new Set(signs.flatMap(({ meal }) => meal ?? [])),
];

/** The meal of a single command at the end of the text, "breakfast: 2 eggs, toast /s": the last word on all of it. */
function commandAtEnd(pieces: readonly Piece[]): NamedMeal | null {
  const commands = pieces.flatMap(({ meals }, at) =>
    meals.filter(({ command }) => command).map((sign) => ({ sign, last: at === pieces.length - 1 })),
  );
  const [only] = commands;
  return commands.length === 1 && only?.last && !only.sign.heads ? only.sign.meal : null;
}

/**
 * The meal of each food of a text. "lunch: soup, bread" heads all foods after it; "2 eggs and toast for breakfast" names
 * that of the foods before it that have none yet. One meal that is named at the beginning or behind a food, and no other,
 * is that of all foods.
 * @param part the text of a place.
 */
export function mealsOf(pieces: readonly Piece[], part: (place: MealSign) => TextPart): Around[] {
  const signs = pieces.flatMap(({ meals }) => meals);
  const all = meant(signs);
  const named: (NamedMeal | null)[] = [];
  const doubts: Doubt[][] = [];
  let headed: NamedMeal | null = null;
  for (const { meals } of pieces) {
    const heads = meant(meals.filter((sign) => sign.heads));
    const behind = meant(meals.filter((sign) => !sign.heads));
    const own = new Set([...heads, ...behind]);
    headed = heads.at(-1) ?? headed;
    doubts.push(
      own.size > 1 ? [{ kind: "meals", text: meals.map((sign) => part(sign).text).join(", ") }] : [],
    );
    const [last] = behind;
    if (last !== undefined && headed === null)
      for (let at = named.length - 1; at >= 0 && named[at] === null; at--) named[at] = last;
    named.push(last ?? headed);
  }
  // "2 eggs /l soup": only what follows is headed.
  const headsLater = pieces.slice(1).some(({ meals }) => meals.some(({ heads }) => heads));
  const ending = commandAtEnd(pieces);
  const only = ending ?? (all.length === 1 && !headsLater ? all[0] : null);
  return pieces.map(({ meals }, at) => ({
    meal: only ?? named[at] ?? null,
    lost: meals.filter(({ meal }) => meal === null).map(part),
    doubts: ending === null ? (doubts[at] as Doubt[]) : [],
  }));
}
