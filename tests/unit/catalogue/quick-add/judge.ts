import type { ParsedMeal } from "@/lib/catalogue";

/** What came of one meal, item by item, against what should have. */
export type Judgement = {
  readonly items: number;
  /** The right number of items, each with the number and the unit that were typed. */
  readonly cut: boolean;
  /** Items whose proposed food is right, whose five foods hold a right one, whose weight is right. */
  readonly food: number;
  readonly offered: number;
  readonly grams: number;
  readonly wrong: readonly string[];
};

const ITEM = /^(\.|[\d.]+) (\.|[a-z ]+?) \/(.+)\/(i?) (-|~?[\d.]+(?:-[\d.]+)?)$/;

/** Judges a parsed meal. @param wanted as in meals.ts. @throws Error when it is not written so. */
export function judge(meal: ParsedMeal, wanted: string): Judgement {
  const items = wanted.split(" ; ");
  const wrong: string[] = [];
  let cut = meal.items.length === items.length;
  if (!cut) wrong.push(`${meal.items.length} items: ${meal.items.map(({ words }) => words).join(" ; ")}`);
  let [food, offered, grams] = [0, 0, 0];
  for (const [at, line] of items.entries()) {
    const parts = ITEM.exec(line);
    if (parts === null) throw new Error(`Not an expected item: ${line}`);
    const [, number, unit, pattern, flags, weight] = parts as unknown as string[];
    const item = meal.items[at];
    if (item === undefined) continue;
    const typed = `${item.quantity ?? "."} ${item.unit ?? "."}`;
    if (typed !== `${number} ${unit}`) {
      cut = false;
      wrong.push(`typed ${typed}, not ${number} ${unit}`);
    }
    const name = new RegExp(pattern as string, flags);
    const first = item.candidates[0]?.name as string;
    if (name.test(first)) food++;
    else wrong.push(`food ${first}, not ${name}`);
    if (item.candidates.some((candidate) => name.test(candidate.name))) offered++;
    const [low, high] = (weight as string).replace("~", "").split("-").map(Number);
    const got = item.choice?.grams;
    const right =
      weight === "-"
        ? got === undefined
        : got !== undefined &&
          got >= (low as number) * (1 - 1e-3) &&
          got <= (weight?.startsWith("~") ? (high as number) : (low as number)) * (1 + 1e-3);
    if (right) grams++;
    else wrong.push(`${got ?? "no"} g, not ${weight}: ${first}`);
  }
  return { items: items.length, cut, food, offered, grams, wrong };
}
