import { type Claim, claimById, claimsAbout, type Gates, type Mineral, maySay } from "@/lib/nutrition";

/** A cited statement about having two things together, or apart. */
export type Pair = {
  readonly claim: string;
  readonly how: "together" | "apart";
};

export const PAIRS: { readonly [M in Mineral]: readonly Pair[] } = {
  magnesium: [],
  zinc: [
    { claim: "zinc-iron-tablets", how: "apart" },
    { claim: "zinc-copper", how: "apart" },
  ],
  calcium: [
    { claim: "vitamin-d-calcium", how: "together" },
    { claim: "calcium-iron-meal", how: "apart" },
  ],
  iron: [
    { claim: "vitamin-c-iron", how: "together" },
    { claim: "tea-coffee-iron", how: "apart" },
    { claim: "calcium-iron-meal", how: "apart" },
    { claim: "zinc-iron-tablets", how: "apart" },
  ],
  selenium: [],
  potassium: [],
};

/** The pairs that a person's conditions leave to be said. */
export const pairsFor = (mineral: Mineral, gates: Gates): readonly Pair[] =>
  PAIRS[mineral].filter(
    ({ claim, how }) => !(gates.referenceOnly && how === "together") && maySay(gates, claimById(claim)),
  );

/** Statements on absorption that the card beside the figures shows: those not about pairing. */
export const absorptionClaims = (mineral: Mineral, gates: Gates): readonly Claim[] =>
  claimsAbout(mineral, "absorption", gates).filter(
    ({ id }) => !PAIRS[mineral].some((pair) => pair.claim === id),
  );
