import type { Portion } from "@/lib/nutrition";
import type { Catalogue } from "../decode";
import type { FoodMatch, FoodSearch, OwnFoodName } from "../search/food-search";
import { wordsOf } from "../search/words";
import { chooseAmount } from "./amounts";
import type {
  AmountChoice,
  Assumed,
  AssumedDensity,
  ChosenAmount,
  LastAmount,
  Problem,
  TypedAmount,
  Units,
  WeighableFood,
} from "./chosen-amount";
import { type Doubt, doubtsOf } from "./doubts";
import {
  MEALS,
  type MealUnit,
  type NamedMeal,
  namesLikeAmounts,
  type Phrase,
  PREPARATION_WORDS,
  QUALIFIERS,
  unitNamed,
  unitTyped,
} from "./food-measures";
import { type Found, LookUp } from "./look-up";
import type { Piece } from "./pieces";
import { type Quantity, valueInAll } from "./quantities";
import type { Token, WordToken } from "./tokens";

/** One of the person's own foods; without portions only a weight can be proposed. */
export type MealOwnFood = OwnFoodName & { readonly portions?: readonly Portion[] };

export type MealSources = {
  readonly search: FoodSearch;
  readonly catalogue: Pick<Catalogue, "food">;
  readonly own?: readonly MealOwnFood[];
  /** Usage of foods by id, as in the search. */
  readonly boost?: ReadonlyMap<string, number>;
  /** Last logged amount of foods by id. */
  readonly last?: ReadonlyMap<string, LastAmount>;
  /** The units of the person's profile: in metric ones a pint is the imperial one. */
  readonly units?: Units;
  /** Whether foods are meant as they are eaten, as in the search. */
  readonly asEaten?: boolean;
};

/** A part of the input: [start, end) in UTF-16 units. */
export type TextPart = { readonly start: number; readonly end: number; readonly text: string };

export type MealItem = {
  /** The part of the input that the item was read from, including the connector before it. */
  readonly range: readonly [start: number, end: number];
  /** The amount as typed; pass it to chooseAmount when the person chooses another food. */
  readonly typed: TypedAmount;
  /** The typed number, or the mean of a range; null when none was typed. */
  readonly quantity: number | null;
  readonly unit: string | null;
  /** The words of the food, as typed. */
  readonly words: string;
  /** Those of them that the candidates were found by. */
  readonly searched: string;
  /** Words of preparation among them ("cooked", "soaked"); the food is chosen by them, and pages may offer them. */
  readonly preparation: string | null;
  /** Possible foods, best first; 1 to 5. Ids of own foods as given. */
  readonly candidates: readonly {
    readonly id: string;
    readonly score: number;
    readonly name: string;
    /** Whether it only comes near to what was typed. */
    readonly onlyClose: boolean;
  }[];
  /** Amount of the first candidate; null when unknown, see `problem`. */
  readonly choice: AmountChoice | null;
  readonly assumed: Assumed | null;
  readonly problem: Problem | null;
  /** Where the amount rests on the density of a class of foods. */
  readonly density: AssumedDensity | null;
  /** Words in it that the food's name does not match. */
  readonly unmatched: readonly TextPart[];
  /** The typed food that the first candidate only comes near to; null when it is the food itself. */
  readonly closestTo: string | null;
  /** What the person has to confirm before it is saved; empty when it is understood. */
  readonly doubts: readonly Doubt[];
  /** The meal of the day that the text names for it; null where it names none. */
  readonly meal: NamedMeal | null;
  /** The dish of the text that it is an assumed part of; null for a food that was typed itself. */
  readonly partOf: string | null;
};

/** What the text around a food says of it. */
export type Around = {
  readonly meal: NamedMeal | null;
  /** Words for meals that cannot be followed. */
  readonly lost: readonly TextPart[];
  readonly doubts: readonly Doubt[];
};

const MAX_CANDIDATES = 5;
/** Score difference within which a food with the measure is preferred to one without. */
const CLOSE = 1.5;

const ROUGH: Readonly<Record<NonNullable<Quantity["vague"]>, Assumed>> = {
  range: "range",
  roughly: "rough-number",
};

const ownNames = new WeakMap<readonly MealOwnFood[], readonly Phrase[]>();

type Chosen = { hits: readonly FoodMatch[]; amount: ChosenAmount };

/** Reads pieces of a text as items: foods with their amounts. */
export class ItemReader {
  protected readonly text: string;
  private readonly sources: MealSources;
  protected readonly lookUp: LookUp;
  private readonly own: ReadonlyMap<string, MealOwnFood>;

  constructor(text: string, sources: MealSources) {
    this.text = text;
    this.sources = sources;
    const { own, boost, asEaten } = sources;
    this.own = new Map(own?.map((food) => [food.id, food]));
    this.lookUp = new LookUp(
      sources.search,
      {
        ...(own ? { own } : {}),
        ...(boost ? { boost } : {}),
        ...(asEaten === undefined ? {} : { asEaten }),
      },
      (id) => this.own.get(id)?.name ?? sources.catalogue.food(id)?.name,
    );
  }

  /** The person's own names that begin as an amount does. */
  protected names(): readonly Phrase[] {
    const own = this.sources.own ?? [];
    const known = ownNames.get(own) ?? namesLikeAmounts(own.map(({ name }) => name));
    ownNames.set(own, known);
    return known;
  }

  protected food(id: string): WeighableFood | null {
    const mine = this.own.get(id);
    if (mine) return { name: mine.name, portions: mine.portions ?? [], group: null };
    return this.sources.catalogue.food(id) ?? null;
  }

  private amountOf(id: string, typed: TypedAmount): ChosenAmount {
    const food = this.food(id);
    return food === null
      ? { choice: null, assumed: null, problem: "portions-unknown" }
      : chooseAmount(food, typed, this.sources.last?.get(id), this.sources.units);
  }

  /** Which typed words of preparation a food's name contains: "dried apricots" must not find fresh ones. */
  private prepared(id: string, typed: TypedAmount): readonly string[] {
    const name = new Set(wordsOf(this.food(id)?.name ?? "").map(({ stem }) => stem));
    return wordsOf(typed.words).flatMap(({ text, stem }) =>
      QUALIFIERS.has(text) && name.has(stem) ? [stem] : [],
    );
  }

  /** The best food with the measure among those that match the words about equally well. */
  protected choose(hits: readonly FoodMatch[], typed: TypedAmount): Chosen | null {
    const top = hits[0];
    if (top === undefined) return null;
    const first = this.amountOf(top.id, typed);
    if (first.choice !== null || first.problem === "out-of-range") return { hits, amount: first };
    const prepared = this.prepared(top.id, typed);
    for (const hit of hits) {
      if (hit.score < top.score - CLOSE) break;
      const has = this.prepared(hit.id, typed);
      if (prepared.some((word) => !has.includes(word))) continue;
      const amount = this.amountOf(hit.id, typed);
      if (amount.choice !== null) return { hits: [hit, ...hits.filter((other) => other !== hit)], amount };
    }
    return { hits, amount: first };
  }

  private typed(piece: Piece, words: readonly WordToken[], found?: Found): TypedAmount {
    const { amount, weight } = piece;
    const unit = amount?.unit ?? null;
    // "2 blobs of butter": an unknown measure.
    const [first, second] = words;
    const unknown =
      amount?.counted &&
      unit === null &&
      second?.folded === "of" &&
      found?.unmatched.some((word) => word === first);
    return {
      quantity: amount?.value ?? null,
      unit: unknown && first ? first.text : this.unitId(unit),
      ...(amount &&
        amount.more.length > 0 && {
          more: amount.more.map((part) => ({ quantity: part.value, unit: part.unit.id })),
        }),
      size: amount?.size?.id ?? null,
      words: words.map(({ text }) => text).join(" "),
      weight: weight?.unit ? { quantity: valueInAll(weight), unit: weight.unit.id } : null,
      ...(amount?.refused && { ofNutrient: true }),
    };
  }

  private unitId(unit: MealUnit | null): string | null {
    return (this.sources.units === "metric" ? unit?.imperial : undefined) ?? unit?.id ?? null;
  }

  /** "2 garlic cloves": the last word is a unit where the food without it has that measure. */
  private unitAtEnd(
    piece: Piece,
  ): { piece: Piece; words: readonly WordToken[]; found: Found; chosen: Chosen } | null {
    const { amount, words } = piece;
    const last = words.at(-1);
    if (amount === null || !amount.counted || last === undefined || words.length < 2) return null;
    if (amount.unit !== null && amount.unit.kind !== "size") return null;
    const unit = unitNamed(last.folded);
    if (unit === undefined || unit.kind === "mass" || unit.kind === "size") return null;
    const rest = words.slice(0, -1);
    const found = this.lookUp.find(rest);
    if (found.hits.length === 0 || found.unmatched.length > 0) return null;
    const moved = { ...piece, amount: { ...amount, unit, size: amount.unit } };
    const chosen = this.choose(found.hits, this.typed(moved, rest));
    return chosen?.amount.choice ? { piece: moved, words: rest, found, chosen } : null;
  }

  /** "1 pot roast", "2 small white beans": the unit is part of the name where no food has it as a measure. */
  private unitInName(
    piece: Piece,
    tokens: readonly Token[],
  ): { piece: Piece; found: Found; chosen: Chosen } | null {
    const { amount } = piece;
    if (amount?.unit == null || amount.of || !(amount.unit.kind === "count" || amount.unit.kind === "size"))
      return null;
    const unitWords = tokens
      .slice(amount.from, amount.to)
      .filter(
        (token): token is WordToken => token.kind === "word" && unitNamed(token.folded) === amount.unit,
      );
    if (unitWords.length !== 1 || !amount.counted) return null;
    const words = [...unitWords, ...piece.words];
    const found = this.lookUp.find(words);
    if (found.hits.length === 0 || found.unmatched.length > 0) return null;
    const named = { ...piece, amount: { ...amount, unit: null }, words };
    const chosen = this.choose(found.hits, this.typed(named, words));
    return chosen?.amount.choice ? { piece: named, found, chosen } : null;
  }

  /**
   * "slice bread", "tsp honey", "large coffee": the first word is a unit where no food has that name, or where the food
   * without it has that measure and the food found by all words does not contain the word.
   */
  private unitAtStart(given: Piece, hits: readonly FoodMatch[]): Piece | null {
    const [first, ...words] = given.words;
    if (given.amount !== null || first === undefined || words.length === 0) return null;
    const unit = unitTyped(first.text, first.folded);
    if (unit === undefined || unit.kind === "mass") return null;
    const { hits: without, unmatched } = this.lookUp.find(words);
    if (without.length === 0 || unmatched.length > 0) return null;
    const stem = wordsOf(first.folded)[0]?.stem;
    const named = hits[0] && wordsOf(this.food(hits[0].id)?.name ?? "").some((word) => word.stem === stem);
    const amount: Quantity = {
      from: 0,
      to: 0,
      value: 1,
      unit,
      more: [],
      size: null,
      vague: null,
      of: false,
      refused: false,
      counted: false,
      inBrackets: false,
    };
    const moved = { ...given, amount, words };
    return named && this.choose(without, this.typed(moved, words))?.amount.choice === null ? null : moved;
  }

  /** "breakfast eggs": the first word is the meal where no food is called so. */
  protected headed(piece: Piece): Piece {
    const [first, ...words] = piece.words;
    const meal = first && MEALS.get(first.folded);
    if (!first || !meal || words.length === 0 || this.lookUp.calls(piece.words, first)) return piece;
    const { start, end } = first;
    return this.lookUp.search(words).length === 0
      ? piece
      : { ...piece, words, meals: [{ start, end, meal, heads: true, command: false }, ...piece.meals] };
  }

  protected part(start: number, end: number): TextPart {
    return { start, end, text: this.text.slice(start, end) };
  }

  protected candidates(hits: readonly FoodMatch[]): MealItem["candidates"] {
    return hits.slice(0, MAX_CANDIDATES).map(({ id, score, onlyClose }) => ({
      id,
      score,
      name: this.food(id)?.name ?? id,
      onlyClose,
    }));
  }

  protected item(given: Piece, tokens: readonly Token[], { meal, lost, doubts }: Around): MealItem | null {
    const asNamed = this.lookUp.find(given.words);
    let piece = this.unitAtStart(given, asNamed.unmatched.length === 0 ? asNamed.hits : []) ?? given;
    let words = piece.words;
    let found = piece === given ? asNamed : this.lookUp.find(words);
    let chosen = this.choose(found.hits, this.typed(piece, words));
    const atEnd = this.unitAtEnd(given);
    if (atEnd) ({ piece, words, found, chosen } = atEnd);
    else if (chosen === null || chosen.amount.problem === "no-such-measure") {
      const inName = this.unitInName(given, tokens);
      if (inName) {
        ({ piece, found, chosen } = inName);
        words = inName.piece.words;
      }
    }
    if (chosen === null) return null;
    const { amount } = piece;
    const typed = this.typed(piece, words, found);
    const chosenAmount =
      typed.unit === this.unitId(piece.amount?.unit ?? null)
        ? chosen.amount
        : this.amountOf(chosen.hits[0]?.id ?? "", typed);
    const { choice, assumed, problem } = chosenAmount;
    const searched = words
      .filter((word) => !found.unmatched.includes(word))
      .map(({ text }) => text)
      .join(" ");
    const closestTo = chosen.hits[0]?.onlyClose ? searched : null;
    const prepared = words.filter(({ folded }) => PREPARATION_WORDS.has(folded)).map(({ folded }) => folded);
    return {
      range: [given.start, given.end],
      typed,
      quantity: typed.quantity,
      unit: typed.unit,
      words: typed.words,
      searched,
      preparation: prepared.length > 0 ? prepared.join(" ") : null,
      candidates: this.candidates(chosen.hits),
      choice,
      // An approximate number is reported before other assumptions.
      assumed: choice !== null && amount?.vague ? ROUGH[amount.vague] : assumed,
      problem,
      density: (chosenAmount.choice !== null && chosenAmount.density) || null,
      unmatched: [...found.unmatched, ...given.ignored, ...lost]
        .sort((a, b) => a.start - b.start)
        .map(({ start, end }) => this.part(start, end)),
      closestTo,
      doubts: [
        ...doubtsOf(words, [
          // A word used as a unit is asked for as one.
          ...found.unmatched.filter(({ text }) => text !== typed.unit),
          ...given.ignored,
        ]),
        ...(closestTo === null ? [] : [{ kind: "closest", text: closestTo } as const]),
        ...doubts,
      ],
      meal,
      partOf: null,
    };
  }
}
