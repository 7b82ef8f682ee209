import { CONTENTS, type Content, OXALATE_CLASSES, type OxalateClass } from "@/lib/nutrition";

/** Kinds of plain foods that the article picks as rich sources of the six minerals. */
export const PICKS = ["leafy-green", "seed", "nut", "yogurt", "kefir"] as const;
export type ArticlePick = (typeof PICKS)[number];

export type FoodTraits = {
  /** Whether the food contains it; null where the description does not tell. Never treat null as "no". */
  readonly contains: { readonly [C in Content]: boolean | null };
  /** The article's pick that a plain food belongs to; null for all others. */
  readonly pick: ArticlePick | null;
  /** Oxalate of a usual serving, by `data/reference/oxalate.json`; null is unknown. */
  readonly oxalate: OxalateClass | null;
  /** Whether oxalate binds most of its calcium (spinach, chard, rhubarb …). */
  readonly highOxalate: boolean;
  /** Whether it is a plain food as eaten, suitable as a suggestion. */
  readonly plain: boolean;
};

const YES = "1";
const NO = "0";
const UNKNOWN = "-";

const flag = (value: boolean | null): string => (value === null ? UNKNOWN : value ? YES : NO);
/** Place of a value in a list, from 1; 0 is null. */
const place = <T>(values: readonly T[], value: T | null): string =>
  String(value === null ? 0 : values.indexOf(value) + 1);

/**
 * Traits as a text of one character each: {@link CONTENTS} in their order, then pick, oxalate class, calcium bound by
 * oxalate, plain. The table stores each text once.
 */
export const packTraits = ({ contains, pick, oxalate, highOxalate, plain }: FoodTraits): string =>
  [
    ...CONTENTS.map((content) => flag(contains[content])),
    place(PICKS, pick),
    place(OXALATE_CLASSES, oxalate),
    flag(highOxalate),
    flag(plain),
  ].join("");

/** The inverse of {@link packTraits}. @throws Error for a text of another length. */
export const unpackTraits = (packed: string): FoodTraits => {
  if (packed.length !== CONTENTS.length + 4) throw new Error(`These are no traits: ${packed}`);
  const contains = Object.fromEntries(
    CONTENTS.map((content, index) => [content, packed[index] === UNKNOWN ? null : packed[index] === YES]),
  ) as { [C in Content]: boolean | null };
  const [pick, oxalate, highOxalate, plain] = packed.slice(CONTENTS.length);
  return {
    contains,
    pick: PICKS[Number(pick) - 1] ?? null,
    oxalate: OXALATE_CLASSES[Number(oxalate) - 1] ?? null,
    highOxalate: highOxalate === YES,
    plain: plain === YES,
  };
};
