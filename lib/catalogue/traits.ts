/** What a food may contain, for diet filters. `null` is not known from the description: never read it as "no". */
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

/** The kinds of plain foods that rich sources of the six minerals are usually looked for in. */
export const PICKS = ["leafy-green", "seed", "nut", "yogurt", "kefir"] as const;
export type Pick = (typeof PICKS)[number];

export type FoodTraits = {
  /** Whether the food contains it: yes, no, or null where the description leaves it open. */
  readonly contains: { readonly [C in Content]: boolean | null };
  /** The kind of pick a plain food is; null for all others. */
  readonly pick: Pick | null;
  /** Whether the food is so rich in oxalate that little of its calcium is absorbed (spinach, chard, rhubarb …). */
  readonly highOxalate: boolean;
  /** An ordinary plain food as it is eaten, that a person could be told to eat more of. */
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
    pick: pick === 0 ? null : (PICKS[pick - 1] as Pick),
    highOxalate: ((packed >> 25) & 1) === 1,
    plain: ((packed >> 26) & 1) === 1,
  };
}
