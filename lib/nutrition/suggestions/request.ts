import type { Total } from "../intake";
import type { Mineral } from "../nutrients";
import type { UpperLimitScope } from "../reference-types";
import type { Gates } from "../safety/gates";
import type { Diet, Exclusion } from "./permitted";

/** What of a target and an upper limit suggestions ask for; a {@link ReferenceIntake} is one. */
export type Need = {
  /** A day, in the mineral's unit; null where there is none or it is switched off. */
  readonly target: number | null;
  readonly ul: number | null;
  readonly ulScope: UpperLimitScope | null;
};

export type SuggestionRequest = {
  /** What the day holds so far, food and supplements together: lower bounds with their coverage. */
  readonly totals: { readonly [M in Mineral]: Pick<Total, "amount" | "known" | "entries"> };
  readonly needs: { readonly [M in Mineral]: Need };
  /** Energy left for the day in kcal, 0 or more; null when unknown, which allows {@link DEFAULT_HEADROOM_KCAL}. */
  readonly energyHeadroomKcal: number | null;
  readonly diet: Diet;
  readonly exclusions: readonly Exclusion[];
  readonly excludedFoods?: ReadonlySet<string>;
  readonly excludedGroups?: ReadonlySet<string>;
  readonly gates: Gates;
  /** On how many of the last 14 days a food was eaten; foods that were not are absent. */
  readonly eatenDays: ReadonlyMap<string, number>;
  /** 1 to 5; 3 when left out. */
  readonly maxItems?: number;
};

/** Energy that suggestions may add together when the day's headroom is unknown. Our choice: a small meal. */
export const DEFAULT_HEADROOM_KCAL = 600;
/** Days that "eaten lately" looks back on. */
export const EATEN_WINDOW_DAYS = 14;

/** @throws RangeError when a number of the request is out of its range. */
export const checkRequest = (request: SuggestionRequest): void => {
  const { energyHeadroomKcal: headroom, maxItems = 3 } = request;
  if (headroom !== null && !(Number.isFinite(headroom) && headroom >= 0)) {
    throw new RangeError(`Energy headroom must be 0 kcal or more, got ${headroom}`);
  }
  if (!(Number.isInteger(maxItems) && maxItems >= 1 && maxItems <= 5)) {
    throw new RangeError(`Between 1 and 5 foods can be suggested, got ${maxItems}`);
  }
};
