/** Phytate as a band, mg of phytic acid: 0 ≤ low ≤ typical ≤ high. */
export type PhytateBand = { readonly low: number; readonly typical: number; readonly high: number };

/** A band for another weight or after a loss: each of its values times the factor. */
export const scaleBand = (band: PhytateBand, factor: number): PhytateBand => ({
  low: band.low * factor,
  typical: band.typical * factor,
  high: band.high * factor,
});
