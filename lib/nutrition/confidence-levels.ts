/**
 * Probabilities, 0 to 1, from which the wording is "very probably" and "probably". In a module of its own, because every
 * page that writes a probability loads it, and needs none of the tables behind adequacy.
 */
export const LADDER = { veryProbably: 0.95, probably: 0.8 } as const;
