import { type Claim, claimsAbout, type Mineral, type NutrientId } from "@/lib/nutrition";

/** A cited statement about having two things together, or apart. */
export type Pair = {
  readonly claim: string;
  readonly how: "together" | "apart";
  /** Not said where everything about this nutrient is a doctor's matter. */
  readonly about?: NutrientId;
};

export const PAIRS: { readonly [M in Mineral]: readonly Pair[] } = {
  magnesium: [],
  zinc: [
    { claim: "zinc-iron-tablets", how: "apart", about: "zinc" },
    { claim: "zinc-copper", how: "apart", about: "zinc" },
  ],
  calcium: [
    { claim: "vitamin-d-calcium", how: "together" },
    { claim: "calcium-iron-meal", how: "apart" },
  ],
  iron: [
    { claim: "vitamin-c-iron", how: "together" },
    { claim: "tea-coffee-iron", how: "apart" },
    { claim: "calcium-iron-meal", how: "apart" },
    { claim: "zinc-iron-tablets", how: "apart", about: "zinc" },
  ],
  selenium: [],
  potassium: [],
};

/** The pairs that a person's conditions leave to be said. */
export const pairsFor = (mineral: Mineral, noTips: boolean, silent: readonly NutrientId[]): readonly Pair[] =>
  PAIRS[mineral].filter(
    ({ how, about }) => !(noTips && how === "together") && !(about !== undefined && silent.includes(about)),
  );

/** Statements on absorption that the card beside the figures shows: those not about pairing. */
export const absorptionClaims = (mineral: Mineral): readonly Claim[] =>
  claimsAbout(mineral, "absorption").filter(({ id }) => !PAIRS[mineral].some((pair) => pair.claim === id));
