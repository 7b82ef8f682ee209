import type { FoodGroup } from "../groups";
import { composedOf } from "../search/composed";
import type { FoodMatch } from "../search/food-search";
import { wordsOf } from "../search/words";
import { dishParts, fillingOf, type PartAmount } from "./composed-dishes";
import { type Around, ItemReader, type MealItem } from "./meal-items";
import type { Piece } from "./pieces";
import type { Token, WordToken } from "./tokens";

/** Groups of foods that a dish is not one of, whatever they are called: a cookie is no sandwich, a dressing no salad. */
const NO_DISHES: ReadonlySet<FoodGroup> = new Set<FoodGroup>(["snacks", "sweets", "fatsOils", "babyFoods"]);
/** What breads are called that a name does not call by the dish: toast is "Bread, white, toasted". */
const BREADS: ReadonlySet<string> = new Set(["bread", "bagel", "tortilla", "pita"]);
const LINKS: ReadonlySet<string> = new Set(["and", "with", "on", "in", "n", "plus", "the", "a"]);

/** How many parts of a name, cut by commas, say what the food is: "Fish, tuna, light, canned in water". */
const NAMING = 3;

const stemsOf = (words: readonly WordToken[]): ReadonlySet<string> =>
  new Set(words.flatMap(({ folded }) => wordsOf(folded).map(({ stem }) => stem)));

const segmentsOf = (name: string) =>
  name
    .replace(/\([^)]*\)/g, "")
    .split(",")
    .map((segment) => wordsOf(segment));

type Found = {
  readonly words: readonly WordToken[];
  readonly hits: readonly FoodMatch[];
  readonly group: FoodGroup | null;
};
type Part = Found & { readonly amount: PartAmount | null; readonly start: number };

/** Reads composed dishes: as the dish where a food is called so, else as its parts, never as a food that shares a word. */
export class DishReader extends ItemReader {
  /** Whether a food is a dish called by these words: "Soup, tomato" is a tomato soup, "Cookies, peanut butter sandwich" none. */
  private isCalled(
    { id, onlyClose }: FoodMatch,
    words: readonly WordToken[],
    kinds: ReadonlySet<string>,
  ): boolean {
    if (onlyClose) return false;
    if (/^(?:own|recipe|dish):/.test(id)) return true;
    const food = this.food(id);
    if (food === null || (food.group !== null && NO_DISHES.has(food.group))) return false;
    const typed = stemsOf(words);
    const segments = segmentsOf(food.name);
    const named = segments.find((segment) => segment.some(({ stem }) => kinds.has(stem)));
    const isBread = segments[0]?.some(({ stem }) => BREADS.has(stem)) === true;
    if (named === undefined) return food.group === "bakedProducts" && isBread;
    if (food.group === "bakedProducts" && named !== segments[0] && !isBread) return false;
    return named.every(({ stem, text }) => typed.has(stem) || kinds.has(stem) || LINKS.has(text));
  }

  /** Whether a food is what the words say: named by them alone, not a food that has one of them somewhere. */
  private isNamed({ id }: FoodMatch, words: readonly WordToken[]): boolean {
    if (/^(?:own|recipe|dish):/.test(id)) return true;
    const typed = stemsOf(words);
    const name = this.food(id)?.name ?? "";
    const inName = new Set(wordsOf(name).map(({ stem }) => stem));
    const segments = segmentsOf(name);
    const first = segments[0]?.[0];
    if (first !== undefined && typed.has(first.stem)) return true;
    return [...typed].every((stem) => {
      const named = segments.findIndex((segment) => segment.some((word) => word.stem === stem));
      // Another English word for it, or how it is prepared.
      if (named < 0) return !inName.has(stem);
      return named < NAMING && segments[named]?.every((word) => typed.has(word.stem) || LINKS.has(word.text));
    });
  }

  private look(words: readonly WordToken[]): Found | null {
    const hits = this.lookUp.search(words);
    const [top] = hits;
    const alone = composedOf(words.map(({ text }) => text).join(" "));
    // A dish in a dish, such as a "burrito bowl", is one that has to be known.
    if (alone?.dish && alone.parts.length === 0) return null;
    return top === undefined || !this.isNamed(top, words)
      ? null
      : { words, hits, group: this.food(top.id)?.group ?? null };
  }

  private lookBase(food: string, named: WordToken): Found | null {
    const words = [{ ...named, text: food, folded: food }];
    const hits = this.lookUp.search(words);
    return hits[0] === undefined ? null : { words, hits, group: this.food(hits[0].id)?.group ?? null };
  }

  /** One part as an item of the text from `start` to `end`. @param times number of such dishes. */
  private partItem(
    { words, hits, amount }: Part,
    [start, end]: readonly [number, number],
    times: number,
    dish: string,
    { meal, doubts }: Around,
  ): MealItem {
    const said = words.map(({ text }) => text).join(" ");
    const typed = {
      quantity: amount === null ? null : amount.quantity * times,
      unit: amount?.unit ?? null,
      size: null,
      words: said,
      weight: null,
    };
    const asPart = this.choose(hits, typed);
    const chosen = asPart?.amount.choice
      ? asPart
      : this.choose(hits, { ...typed, quantity: null, unit: null });
    const close = chosen?.hits[0]?.onlyClose ? said : null;
    return {
      range: [start, end],
      typed,
      quantity: null,
      unit: null,
      words: said,
      searched: said,
      preparation: null,
      candidates: this.candidates(chosen?.hits ?? hits),
      choice: chosen?.amount.choice ?? null,
      assumed: chosen?.amount.choice ? "dish-part" : null,
      density: null,
      problem: chosen?.amount.problem ?? null,
      unmatched: [],
      closestTo: close,
      doubts: [...(close === null ? [] : [{ kind: "closest", text: close } as const]), ...doubts],
      meal,
      partOf: dish,
    };
  }

  /** The items of a piece of the text: one food, or the parts of a dish that no food is called. */
  protected items(piece: Piece, tokens: readonly Token[], around: Around): MealItem[] {
    const item = this.item(piece, tokens, around);
    const parts = dishParts(piece.words);
    if (parts === null) return item === null ? [] : [item];
    const [top] = this.lookUp.search(piece.words);
    const kinds = new Set(
      [parts.dish, parts.named.folded].flatMap((word) => wordsOf(word).map(({ stem }) => stem)),
    );
    if (item !== null && top !== undefined && this.isCalled(top, piece.words, kinds)) return [item];
    const split = this.split(piece, parts, around);
    if (split !== null) return split;
    if (item === null) return [];
    // Found by words that it shares with the dish.
    const { searched } = item;
    return item.doubts.some(({ kind }) => kind === "words" || kind === "closest")
      ? [item]
      : [{ ...item, closestTo: searched, doubts: [...item.doubts, { kind: "closest", text: searched }] }];
  }

  /** The parts of a dish with their usual amounts; null where one of them is unknown, or a weight of the whole was typed. */
  private split(
    { start, end, amount, weight, words, ignored }: Piece,
    { dish, named, base, fillings }: NonNullable<ReturnType<typeof dishParts>>,
    around: Around,
  ): MealItem[] | null {
    const counts =
      amount === null ||
      amount.unit === null ||
      amount.unit.kind === "size" ||
      amount.unit.id === "piece" ||
      amount.unit.id === "serving";
    if (base === null || !counts || weight !== null || ignored.length > 0 || around.lost.length > 0)
      return null;
    const found = fillings.map((filling) => this.look(filling));
    if (found.length === 0 || found.some((each) => each === null)) return null;
    const inside = (found as Found[]).map((each): Part => {
      const name = this.food(each.hits[0]?.id ?? "")?.name ?? "";
      return { ...each, amount: fillingOf(dish, name, each.group), start: each.words[0]?.start ?? start };
    });
    const without = inside.some(({ group }) => group !== null && base.unless.includes(group));
    const under = without ? null : this.lookBase(base.food, named);
    if (under === null && !without) return null;
    const all = [...inside, ...(under === null ? [] : [{ ...under, amount: base, start: named.start }])].sort(
      (a, b) => a.start - b.start,
    );
    const name = words.map(({ text }) => text).join(" ");
    const times = amount?.value ?? 1;
    return all.map((each, at) =>
      this.partItem(
        each,
        [at === 0 ? start : each.start, all[at + 1]?.start ?? end],
        times,
        name,
        at === 0 ? around : { ...around, doubts: [] },
      ),
    );
  }
}
