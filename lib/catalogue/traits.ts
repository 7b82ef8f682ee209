/** Contents of a food for diet filters. `null` is unknown from the description; never treat it as "no". */
export const CONTENTS = [
  "meat",
  "pork",
  "fish",
  "shellfish",
  "dairy",
  "egg",
  "gluten",
  "treeNuts",
  "peanut",
  "soy",
  "alcohol",
] as const;
export type Content = (typeof CONTENTS)[number];

/** Kinds of plain foods that the article picks as rich sources of the six minerals. */
export const PICKS = ["leafy-green", "seed", "nut", "yogurt", "kefir"] as const;
export type ArticlePick = (typeof PICKS)[number];

export type FoodTraits = {
  /** Whether the food contains it; null where the description does not tell. */
  readonly contains: { readonly [C in Content]: boolean | null };
  /** The article's pick that a plain food belongs to; null for all others. */
  readonly pick: ArticlePick | null;
  /** Whether oxalate binds most of its calcium (spinach, chard, rhubarb …). */
  readonly highOxalate: boolean;
  /** Whether it is a plain food as eaten, suitable as a suggestion. */
  readonly plain: boolean;
};

/** Traits as one number: two bits for each of {@link CONTENTS}, then pick, oxalate and plain. */
export function packTraits(traits: FoodTraits): number {
  let packed = 0;
  for (const [index, content] of CONTENTS.entries()) {
    const known = traits.contains[content];
    packed |= (known === null ? 2 : Number(known)) << (2 * index);
  }
  const pick = traits.pick === null ? 0 : PICKS.indexOf(traits.pick) + 1;
  return packed | (pick << 22) | (Number(traits.highOxalate) << 25) | (Number(traits.plain) << 26);
}

/** The inverse of {@link packTraits}. */
export function unpackTraits(packed: number): FoodTraits {
  const contains = Object.fromEntries(
    CONTENTS.map((content, index) => {
      const bits = (packed >> (2 * index)) & 3;
      return [content, bits === 2 ? null : bits === 1];
    }),
  ) as { [C in Content]: boolean | null };
  const pick = (packed >> 22) & 7;
  return {
    contains,
    pick: pick === 0 ? null : (PICKS[pick - 1] as ArticlePick),
    highOxalate: ((packed >> 25) & 1) === 1,
    plain: ((packed >> 26) & 1) === 1,
  };
}
