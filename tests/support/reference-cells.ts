import {
  type LifeStage,
  type Profile,
  type ReferenceNutrient,
  referenceIntake,
  type Sex,
  type Standard,
} from "@/lib/nutrition";

/*
 * Reference values typed a second time by hand, a row a line: nutrient, who (`c` both sexes, `m`, `f`, `p` pregnancy,
 * `l` lactation), first and last completed year (`0m` = months), average, recommended, adequate, upper; `-` for none.
 */

export const CELLS_ON = "2026-07-01";

/** Somebody who turned `months` months old on the day of the tests. */
export const agedMonths = (months: number, sex: Sex, lifeStage: LifeStage = "none"): Profile => {
  const index = 2026 * 12 + 6 - months;
  const birthDate = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  return { birthDate, sex, lifeStage };
};

export type TypedRow = readonly [ReferenceNutrient, ...string[]];

export const typedRows = (text: string): readonly TypedRow[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/) as unknown as TypedRow);

const value = (text: string | undefined): number | null =>
  text === undefined || text === "-" ? null : Number(text);
const months = (text: string | undefined, last: boolean): number =>
  text?.endsWith("m") ? Number.parseInt(text, 10) : Number(text) * 12 + (last ? 11 : 0);

const PEOPLE: { readonly [who: string]: readonly (readonly [Sex, LifeStage])[] } = {
  c: [
    ["female", "none"],
    ["male", "none"],
  ],
  m: [["male", "none"]],
  f: [["female", "none"]],
  p: [["female", "pregnant"]],
  l: [["female", "lactating"]],
};

/** What the core gives at the first and the last month of a typed row, for each person it holds for, and what is typed. */
export const compareRow = (
  [nutrient, who = "", from, until, average, recommended, adequate, upper]: TypedRow,
  standard: Standard,
  kind: string,
) => {
  const typed = {
    ear: value(average),
    target: value(recommended) ?? value(adequate),
    kind: value(recommended) === null ? "AI" : kind,
    ul: value(upper),
  };
  return (PEOPLE[who] ?? []).flatMap(([sex, lifeStage]) =>
    [months(from, false), months(until, true)].map((age) => {
      const found = referenceIntake(nutrient, agedMonths(age, sex, lifeStage), CELLS_ON, standard);
      const { ear, target, ul } = found;
      return { found, given: { ear, target, kind: found.kind, ul }, typed };
    }),
  );
};
