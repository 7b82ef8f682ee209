import type { Total } from "../intake";
import type { Mineral } from "../nutrients";
import type { UpperLimitScope } from "../reference-types";
import type { Gates } from "../safety/gates";
import type { FoodPerson } from "./ruled-out";

/** Target and upper limit of a mineral; a {@link ReferenceIntake} has the same shape. */
export type Need = {
  /** Per day in the mineral's unit; null where none is set or it is switched off. */
  readonly target: number | null;
  readonly ul: number | null;
  readonly ulScope: UpperLimitScope | null;
};

export type SuggestionRequest = FoodPerson & {
  readonly gates: Gates;
  /** The day's totals so far, food and supplements together: lower bounds with their coverage. */
  readonly totals: { readonly [M in Mineral]: Pick<Total, "amount" | "known" | "entries"> };
  readonly needs: { readonly [M in Mineral]: Need };
  /** Energy left for the day, kcal, 0 or more; null when unknown: {@link DEFAULT_HEADROOM_KCAL} is then assumed. */
  readonly energyHeadroomKcal: number | null;
  /** For each food eaten in the last 14 days, the number of days. */
  readonly eatenDays: ReadonlyMap<string, number>;
  /** Largest number of foods, 1 to 5; default 3. */
  readonly maxItems?: number;
};

/** Energy of all suggestions together when the headroom is unknown, kcal. Our choice: a small meal. */
export const DEFAULT_HEADROOM_KCAL = 600;
/** Length of the period that `eatenDays` covers, in days. */
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
