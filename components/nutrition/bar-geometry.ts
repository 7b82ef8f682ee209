/** Where the target tick sits on every bar, in percent of its width. */
export const TARGET_AT = 68;

/** A known amount above 0 is never thinner than this, in percent. */
const THINNEST = 0.8;

export type BarInput = {
  /** Known amount from food; null when unknown or when nothing is logged. */
  food: number | null;
  supplement: number | null;
  /** Length of the coverage hatch. */
  possibleExtra: number | null;
  target: number | null;
  /** Upper limit, only where the total counts against it. */
  limit: number | null;
  /** What is being added, drawn solid after the muted rest. */
  added?: number | null;
  /** What each suggestion would add, drawn dashed. */
  previews?: readonly (number | null | undefined)[];
};

/** A stretch of the bar in percent of its width. */
export type Segment = { readonly left: number; readonly width: number };

export type BarLayout = {
  /** `limit` ends in a bracket, `open` fades out at twice the target, `plain` has no target. */
  readonly scale: "limit" | "open" | "plain";
  readonly limitAt: number | null;
  readonly over: boolean;
  readonly food: Segment | null;
  readonly supplement: Segment | null;
  readonly added: Segment | null;
  readonly hatch: Segment | null;
  readonly previews: readonly (Segment | null)[];
};

/** Maps an amount to percent of the bar's width, 0 to 100; null when nothing gives the bar a scale. */
const createScale = (target: number | null, limit: number | null): ((amount: number) => number) | null => {
  if (target === null || target <= 0) {
    return limit === null || limit <= 0 ? null : (amount) => Math.min((amount / limit) * 100, 100);
  }
  // A limit at or under the (personal) target leaves no room for a second zone of its own.
  const end = limit !== null && limit > target ? limit : target * 2;
  return (amount) =>
    amount <= target
      ? (amount / target) * TARGET_AT
      : Math.min(TARGET_AT + ((amount - target) / (end - target)) * (100 - TARGET_AT), 100);
};

/**
 * Lays out a two-zone bar: 0 to the target over 68 % of the width, the target to the upper limit over the rest
 * on a scale of its own. Unknown amounts give no segment, never one of length 0.
 */
export const layoutBar = (input: BarInput): BarLayout => {
  const { food, supplement, target, limit } = input;
  const at = createScale(target, limit);
  const hasTarget = target !== null && target > 0;
  const known = food === null ? supplement : supplement === null ? food : food + supplement;
  const stretch = (from: number | null, by: number | null | undefined): Segment | null => {
    if (!at || by === null || by === undefined || by <= 0) return null;
    const left = from === null ? 0 : at(from);
    return left >= 100
      ? null
      : { left, width: Math.min(Math.max(at((from ?? 0) + by) - left, THINNEST), 100 - left) };
  };
  return {
    scale: !hasTarget ? "plain" : limit !== null && limit > target ? "limit" : "open",
    limitAt: at && limit !== null ? at(limit) : null,
    over: limit !== null && known !== null && known > limit,
    food: stretch(null, food),
    supplement: stretch(food, supplement),
    added: stretch(known, input.added),
    hatch: stretch(known, input.possibleExtra),
    previews: (input.previews ?? []).map((amount) => stretch(known, amount)),
  };
};
