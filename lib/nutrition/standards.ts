import type { Standard } from "./life-stage";
import type { PublishedKind } from "./reference-types";

/** What an authority calls its values, and how it is called in a list and in a sentence. */
export type StandardWords = {
  readonly short: string;
  readonly name: string;
  /** Covers nearly everybody (97.5 %) of a group. */
  readonly recommended: string;
  /** Set where the requirement is not known well enough. */
  readonly adequate: string;
  /** More than which half of a group need. */
  readonly average: string;
  readonly upper: string;
};

export const STANDARD_WORDS: { readonly [S in Standard]: StandardWords } = {
  nasem: {
    short: "US/Canada",
    name: "US and Canada (NASEM)",
    recommended: "recommended intake (RDA)",
    adequate: "adequate intake (AI)",
    average: "average need (EAR)",
    upper: "upper limit (UL)",
  },
  efsa: {
    short: "EU",
    name: "European Union (EFSA)",
    recommended: "reference intake (PRI)",
    adequate: "adequate intake (AI)",
    average: "average need (AR)",
    upper: "upper limit (UL)",
  },
  anz: {
    short: "Australia/NZ",
    name: "Australia and New Zealand (NRV)",
    recommended: "recommended dietary intake (RDI)",
    adequate: "adequate intake (AI)",
    average: "average need (EAR)",
    upper: "upper level of intake (UL)",
  },
  dach: {
    short: "D-A-CH",
    name: "Germany, Austria, Switzerland",
    recommended: "recommended intake (empfohlene Zufuhr)",
    adequate: "estimate of an adequate intake (Schätzwert)",
    average: "average need",
    upper: "upper limit (UL)",
  },
};

/** The authority's own term of a published target; null where none is set. */
export const termOf = (standard: Standard, kind: PublishedKind | null): string | null =>
  kind === null ? null : STANDARD_WORDS[standard][kind === "AI" ? "adequate" : "recommended"];
