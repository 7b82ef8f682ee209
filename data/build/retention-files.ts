import { MIN_PAIRS, type Retention } from "./retention";
import type { Pair } from "./retention-pairs";
import { groupBy } from "./tables";

const json = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

/** "raw>cooked" NDB numbers by group and method. */
const byMethod = (pairs: readonly Pair[]): Record<string, string> =>
  Object.fromEntries(
    [...groupBy(pairs, ({ group, method }) => `${group}, ${method}`)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, some]) => [name, some.map(({ raw, cooked }) => `${raw.ndb}>${cooked.ndb}`).join(" ")]),
  );

/** data/generated/retention-evidence.json: every pair, and every group and method, with medians as they are. */
export const evidenceFile = ({ pairs, incomparable, measured, refused }: Retention): string =>
  json({
    title: "What cooking leaves of minerals and vitamin C: the measurement",
    reading:
      "Ratios of cooked to raw per solids (plants) or protein (animal foods), not capped. alike: pairs within 0.015 of the median; many of them mean one factor applied by USDA, not many measurements. implausible: above 1.2. Pairs as NDB numbers, raw>cooked.",
    source: "USDA SR28 through the compiled food table",
    minimumPairs: MIN_PAIRS,
    measured,
    refused,
    pairs: byMethod(pairs),
    incomparable: byMethod(incomparable),
  });

/** data/reference/retention.json: what the nutrition core applies. */
export const retentionFile = ({ retentions }: Retention): string =>
  json({
    title: "What boiling and draining leaves of minerals and vitamin C",
    reading:
      "Share of the raw food's amount that is left, never above 1: typical is the median over pairs of the same food raw and cooked, low and high the quartiles. Made by npm run data:build; do not edit.",
    source:
      "USDA SR28, raw and cooked pairs; method and weaknesses in docs/decisions/015-mineral-retention.md, medians before capping in data/generated/retention-evidence.json",
    retentions,
  });
