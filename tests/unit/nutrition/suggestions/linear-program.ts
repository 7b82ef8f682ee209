import type { Problem } from "@/lib/nutrition/suggestions/objective";

/**
 * The whole problem as a mixed-integer program in the LP format of HiGHS: x_i takes option i, s_k is the share
 * of gap k that counts, z_k whether it is closed. Maximising pushes s up to min(1, Σ share·x) and z to 1
 * exactly when the shares reach 1, so that the optimum is that of `setValue`.
 */
export const linearProgram = (problem: Problem): string => {
  const { gapWeight, closingWorth, limitLeft, options, maxItems, energyKcal } = problem;
  const gaps = gapWeight.length;
  const limits = limitLeft.length;
  const all = Array.from({ length: options.count }, (_, i) => i);
  const term = (factor: number, name: string) =>
    `${factor < 0 ? "-" : "+"} ${Math.abs(factor).toPrecision(17)} ${name}`;
  /** Terms of a row, few enough a line for the reader. */
  const row = (terms: readonly string[]) =>
    terms.length === 0 ? "0 x0" : terms.map((text, i) => (i % 12 === 11 ? `${text}\n` : text)).join(" ");
  const over = (factor: (i: number) => number) =>
    all.flatMap((i) => (factor(i) === 0 ? [] : [term(factor(i), `x${i}`)]));

  const objective = [
    ...over((i) => options.worth[i] as number),
    ...[...gapWeight].map((weight, k) => term(weight, `s${k}`)),
    ...[...closingWorth].map((worth, k) => term(worth, `z${k}`)),
  ];
  const rows = [
    ...[...gapWeight].flatMap((_, k) => {
      const shares = over((i) => -(options.share[i * gaps + k] as number));
      return [
        `share${k}: ${row([`+ 1 s${k}`, ...shares])} <= 0`,
        `closed${k}: ${row([`+ 1 z${k}`, ...shares])} <= 0`,
      ];
    }),
    `foods: ${row(over(() => 1))} <= ${maxItems}`,
    `energy: ${row(over((i) => options.kcal[i] as number))} <= ${energyKcal}`,
    `variable: ${row(over((i) => options.variable[i] as number))} <= 1`,
    ...[...limitLeft].map(
      (left, l) => `limit${l}: ${row(over((i) => options.charge[i * limits + l] as number))} <= ${left}`,
    ),
    ...[...new Set(options.family)].map(
      (family) => `family${family}: ${row(over((i) => (options.family[i] === family ? 1 : 0)))} <= 1`,
    ),
  ];
  return [
    `Maximize\n obj: ${row(objective)}`,
    `Subject To\n ${rows.join("\n ")}`,
    `Bounds\n ${[...gapWeight].map((_, k) => `0 <= s${k} <= 1`).join("\n ")}`,
    `Binary\n ${[...all.map((i) => `x${i}`), ...[...gapWeight].map((_, k) => `z${k}`)].join("\n ")}`,
    "End\n",
  ].join("\n");
};

/** Whether a set keeps every rule that is never broken, checked one by one. */
export const isAllowed = (problem: Problem, chosen: readonly number[]): boolean => {
  const { options, limitLeft } = problem;
  const limits = limitLeft.length;
  if (chosen.length > problem.maxItems) return false;
  let energy = 0;
  let variable = 0;
  const families = new Set<number>();
  for (const option of chosen) {
    energy += options.kcal[option] as number;
    variable += options.variable[option] as number;
    families.add(options.family[option] as number);
  }
  if (energy > problem.energyKcal || variable > 1 || families.size < chosen.length) return false;
  for (let l = 0; l < limits; l++) {
    let charge = 0;
    for (const option of chosen) charge += options.charge[option * limits + l] as number;
    if (charge > (limitLeft[l] as number)) return false;
  }
  return true;
};
