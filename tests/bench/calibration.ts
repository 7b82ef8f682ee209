import {
  byProbability,
  byRange,
  cvFactorsOf,
  isHeld,
  MAY_BE_WRONG,
  SIMULATED,
  simulate,
  WORDS,
} from "../support/calibration";

/*
 * How often each word of a verdict is wrong, over the whole grid: the largest share among the cells in which the word is
 * said to at least 200 people, and the share of the people who are told a verdict, under the rule in use and under
 * the probability of IOM 2000 alone. Run: npm run bench -- calibration.
 */

/** Fewest people who are told a word for its share of errors to be a figure. */
const ENOUGH = 200;

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

export const benchCalibration = (): void => {
  const people = 5000;
  const results = simulate(
    {
      nutrients: SIMULATED,
      cvFactors: cvFactorsOf,
      autocorrelations: [0, 0.3],
      shapes: ["log-normal", "more skewed"],
      days: [2, 3, 5, 7, 14, 30],
      medians: [0.7, 0.85, 1, 1.15, 1.3, 1.5],
      people,
      seed: 2026,
    },
    { before: byProbability, after: byRange },
  );
  for (const [rule, held] of [
    ["before", true],
    ["after", true],
    ["after", false],
  ] as const) {
    console.log(held ? `${rule}, cells in which the words are to hold` : `${rule}, beyond`);
    for (const word of WORDS) {
      const cells = results
        .filter(({ cell }) => isHeld(cell) === held)
        .map(({ cell, tallies }) => ({ cell, ...tallies[rule][word] }))
        .filter(({ said }) => said >= ENOUGH);
      const share = ({ said, wrong }: { said: number; wrong: number }) => wrong / said;
      const worst = cells.toSorted((a, b) => share(b) - share(a))[0];
      const above = cells.filter((each) => share(each) > MAY_BE_WRONG[word]).length;
      console.log(
        rule,
        word,
        `${cells.length} cells, ${above} above ${percent(MAY_BE_WRONG[word])}, worst`,
        worst ? `${percent(share(worst))} ${JSON.stringify(worst.cell)}` : "none",
      );
    }
  }
  for (const nutrient of SIMULATED) {
    for (const days of [3, 7, 14, 30]) {
      const told = (rule: "before" | "after", side: string) => {
        const rows = results.filter(
          ({ cell }) =>
            cell.nutrient === nutrient &&
            cell.days === days &&
            cell.cvFactor === 1 &&
            cell.autocorrelation === 0,
        );
        const said = rows.reduce(
          (sum, { tallies }) =>
            sum +
            WORDS.filter((word) => word.endsWith(side)).reduce((s, word) => s + tallies[rule][word].said, 0),
          0,
        );
        return percent(said / rows.length / people);
      };
      console.log(
        nutrient,
        days,
        "days, told below:",
        told("before", "below"),
        "->",
        told("after", "below"),
        "meets:",
        told("before", "meets"),
        "->",
        told("after", "meets"),
      );
    }
  }
};
