// @vitest-environment jsdom
import { render, screen, within } from "@testing-library/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Absorption } from "@/components/nutrition/absorption";
import { hemeWords, ironMealWords, phytateWords, zincWords } from "@/components/nutrition/absorption-words";
import { Distribution } from "@/components/nutrition/distribution";
import {
  curvesRange,
  niceTicks,
  normalCurve,
  percentileCurve,
} from "@/components/nutrition/distribution-curves";
import { likelihoodWords } from "@/components/nutrition/likelihood-scale";
import { UsualIntake, UsualIntakeDetail } from "@/components/nutrition/usual-intake";
import {
  allowanceWords,
  basisWords,
  limitWords,
  moreDaysWords,
  probabilityBelow,
  reasonWords,
  scaleLabel,
  scalePosition,
  shortWords,
  verdictTitle,
} from "@/components/nutrition/usual-intake-words";
import {
  ADEQUACY_REASONS,
  type AdequacyItem,
  type MineralDays,
  type MineralFrame,
} from "@/lib/insights/schemas";
import { IRON_PERCENTILES, ironRequirementTable } from "@/lib/nutrition";
import { plain } from "./fixtures";

/** The mock's magnesium: 226 mg from 9 complete days. */
const item = (over: Partial<AdequacyItem> = {}): AdequacyItem => ({
  mineral: "magnesium",
  unit: "mg",
  days: 9,
  completeDays: 9,
  mean: 226,
  fromFood: 215,
  verdict: "probably-below",
  words: "probably below",
  probability: 0.03,
  probabilityIfFilled: 0.03,
  range: { low: 0.001, high: 0.16 },
  reason: null,
  method: "ear",
  interval90: { low: 179, high: 273 },
  coverage: 0.93,
  coverageOfMean: 1,
  sdWithin: { value: 85.9, basis: "published", checked: true, source: "x" },
  ownSd: null,
  oddDay: null,
  openFoods: [],
  sdRequirement: { value: 26.5, basis: "published" },
  z: -1,
  furtherDays: 0,
  caveats: [],
  changedOn: null,
  withoutAllowance: null,
  daysWithoutValue: 0,
  reference: null,
  upperLimit: null,
  ...over,
});

const days: MineralDays["days"] = { span: 30, logged: 18, complete: 9, usable: 9, leftOut: [] };
const target: MineralFrame["target"] = {
  mineral: "magnesium",
  unit: "mg",
  target: 320,
  kind: "RDA",
  ear: 265,
  withoutAllowance: null,
  ul: 350,
  ulScope: "supplements",
  group: "Females 31–50 years",
  source: "x",
  note: null,
  state: "usual",
  version: "0",
};
const words = (text: string | null) => plain(text ?? "");

describe("the verdict in words", () => {
  it("names what is sure, and from what", () => {
    expect(verdictTitle(item())).toBe("Probably below your need");
    expect(words(basisWords(item()))).toBe("at least 84 % sure, from 9 complete days");
    expect(words(basisWords(item({ completeDays: 0 })))).toBe(
      "at least 84 % sure, from 9 days, none marked complete",
    );
    expect(words(basisWords(item({ completeDays: 4 })))).toBe(
      "at least 84 % sure, from 9 days, 4 marked complete",
    );
  });

  it("counts 'below' only as sure as it is with the unknown foods filled", () => {
    const open = item({ range: { low: 0.001, high: 0.19 } });
    expect(probabilityBelow(open)).toBeCloseTo(0.81, 9);
    expect(words(basisWords(open))).toBe("at least 81 % sure, from 9 complete days");
  });

  it("counts 'meets' without them", () => {
    const meets = item({
      verdict: "probably-meets",
      words: "probably meets",
      range: { low: 0.9, high: 0.97 },
    });
    expect(verdictTitle(meets)).toBe("Probably meets your need");
    expect(words(basisWords(meets))).toBe("at least 90 % sure, from 9 complete days");
    expect(probabilityBelow(meets)).toBeCloseTo(0.1, 9);
  });

  it("11.2 tells the need with and without the vegetarian allowance, and what would be said without it", () => {
    const iron = item({
      mineral: "iron",
      method: "iron-distribution",
      reference: {
        standard: "nasem",
        target: 32.4,
        kind: "RDA",
        ear: 14.58,
        withoutAllowance: { target: 18, ear: 8.1 },
        ul: 45,
        ulScope: "total",
        ulKind: "UL",
        group: null,
        source: "x",
        url: "x",
        year: 2001,
        ulSource: null,
        ulYear: null,
        note: null,
      },
      withoutAllowance: { verdict: "probably-meets", words: "probably meets", probability: 0.838 },
    });
    expect(words(allowanceWords(iron))).toBe(
      "Your need is counted with the allowance for a vegetarian diet: 14.58 mg on average, in place of 8.1 mg. Without it: probably meets your need, 85 % likely that it is met.",
    );
    expect(allowanceWords(item())).toBeNull();
  });

  it("gives zinc, whose words stop at probably, no figure beyond them", () => {
    const zinc = item({
      mineral: "zinc",
      verdict: "probably-meets",
      words: "probably meets",
      range: { low: 0.99, high: 0.99 },
    });
    expect(words(basisWords(zinc))).toBe("> 80 % sure, from 9 complete days");
    expect(words(scaleLabel(zinc, 0.01))).toBe("> 80 % sure: probably meets your need");
    expect(likelihoodWords(scalePosition(zinc, 0.01))).toBe("probably meets your need");
    expect(likelihoodWords(scalePosition(item({ verdict: "very-probably-meets" }), 0.01))).toBe(
      "very probably meets your need",
    );
  });

  it("gives the whole range while it cannot tell", () => {
    const open = item({
      verdict: "cannot-tell",
      words: "cannot tell yet",
      range: { low: 0.4, high: 0.7 },
    });
    expect(words(basisWords(open))).toBe(
      "between 40 % and 70 % likely that it meets your need, from 9 complete days",
    );
    expect(probabilityBelow(open)).toBe(0.5);
  });

  it("shows iron to the nearest 5 %, and nothing as certain", () => {
    const iron = item({
      mineral: "iron",
      method: "iron-distribution",
      range: { low: 0.163, high: 0.163 },
    });
    expect(words(basisWords(iron))).toBe("at least 85 % sure, from 9 complete days");
    expect(
      words(basisWords(item({ verdict: "very-probably-below", range: { low: 0.0001, high: 0.001 } }))),
    ).toBe("> 95 % sure, from 9 complete days");
  });

  it("draws no scale for an adequate intake", () => {
    expect(probabilityBelow(item({ method: "ai", verdict: "cannot-tell" }))).toBeNull();
  });

  it("has a sentence for every reason, and never the word that is not said", () => {
    for (const reason of ADEQUACY_REASONS) {
      const sentence = reasonWords(item({ reason, furtherDays: 2, days: 1, coverage: 0.6 }));
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/deficien|undefined|\bNaN\b/i);
    }
    expect(reasonWords(item())).toBeNull();
  });

  it("11.19 names the value that stands without an average need as its authority does", () => {
    const reference: NonNullable<AdequacyItem["reference"]> = {
      standard: "dach",
      target: 300,
      kind: "RI",
      ear: null,
      withoutAllowance: null,
      ul: null,
      ulScope: null,
      ulKind: "UL",
      group: null,
      source: "x",
      url: "x",
      year: 2021,
      ulSource: null,
      ulYear: null,
      note: null,
    };
    const near = item({ method: "ai", verdict: "cannot-tell", reason: "close-to-requirement", reference });
    expect(reasonWords(near)).toMatch(/so near the recommended intake that/);
    expect(reasonWords({ ...near, reference: { ...reference, kind: "AI" } })).toMatch(
      /so near the adequate intake that/,
    );
    expect(reasonWords({ ...near, method: "ear" })).toMatch(/so near the average need that/);

    for (const name of ["adequate intake", "recommended intake"] as const) {
      const { container, unmount } = render(
        <Distribution
          mineral="magnesium"
          mean={310}
          interval={{ low: 280, high: 340 }}
          requirement={{ kind: "level", value: 300, name }}
        />,
      );
      const shown = name === "adequate intake" ? "Adequate intake" : "Recommended intake";
      expect(within(container.querySelector("figcaption") as HTMLElement).getByText(shown)).toBeTruthy();
      expect(within(container).getByRole("rowheader", { name: shown, hidden: true })).toBeTruthy();
      unmount();
    }
  });

  it("says how far the target is, and only up to where foods lack values", () => {
    expect(words(shortWords(item(), 320))).toBe("about 94 mg a day");
    expect(words(shortWords(item({ coverageOfMean: 0.9 }), 320))).toBe("up to 94 mg a day");
    expect(shortWords(item(), 226)).toBeNull();
    expect(shortWords(item(), null)).toBeNull();
    expect(shortWords(item({ mean: null }), 320)).toBeNull();
  });

  it("narrows with the square root of the days", () => {
    // 47 mg × √(9/14) = 37.7 mg
    expect(words(moreDaysWords(item()))).toBe(
      "Five more days like these would narrow the range to about ±38 mg.",
    );
    expect(
      moreDaysWords(item({ verdict: "cannot-tell", furtherDays: 12, caveats: ["energy-below-plausible"] })),
      "11.14 more days with meals missing are no way to an answer",
    ).toBe("Days with every meal logged would tell more than further days like these.");
    expect(words(moreDaysWords(item({ verdict: "cannot-tell", furtherDays: 12 })))).toMatch(
      /^About 12 more days like these would allow an answer/,
    );
    expect(moreDaysWords(item({ interval90: null }))).toBeNull();
  });
});

describe("the upper limit in words", () => {
  const limit = (over: Partial<NonNullable<AdequacyItem["upperLimit"]>>) =>
    limitWords(
      item({
        upperLimit: {
          limit: 350,
          scope: "supplements",
          days: 9,
          mean: 0,
          daysAbove: 0,
          probability: null,
          verdict: "within-as-logged",
          words: "",
          reason: "no-probability",
          ...over,
        },
      }),
    );

  it("says what it counts", () => {
    expect(words(limit({})?.text ?? null)).toBe(
      "350 mg a day, supplements and medicines only. None of it is logged.",
    );
    expect(words(limit({ mean: 400, verdict: "above-as-logged" })?.text ?? null)).toContain(
      "You take 400 mg a day",
    );
    expect(limit({ verdict: "above-as-logged" })?.above).toBe(true);
    expect(limit({})?.above).toBe(false);
  });

  it("gives the probability of passing it", () => {
    const total = limit({
      limit: 40,
      scope: "total",
      mean: 45,
      probability: 0.926,
      verdict: "probably-above",
    });
    expect(total).toMatchObject({ title: "Probably above the upper limit", above: true });
    expect(words(total?.text ?? null)).toBe(
      "40 mg a day, food and supplements. 93 % likely that usual intake passes it.",
    );
  });
});

describe("usual intake", () => {
  const show = (adequacy: AdequacyItem, over: Partial<MineralFrame & MineralDays> = {}) =>
    render(
      <UsualIntake
        adequacy={adequacy}
        days={days}
        target={target}
        noTips={false}
        scores
        cautions={[]}
        {...over}
        headingId="u"
        methodsHref="/methods"
      />,
    );

  it("shows mean, range, verdict, basis and where the method is", () => {
    show(item());
    expect(screen.getByText("226")).toBeInTheDocument();
    expect(screen.getByText("Probably below your need")).toBeInTheDocument();
    expect(screen.getByRole("img").getAttribute("aria-label")).toMatch(/probably below your need$/);
    expect(screen.getByText("about 94 mg a day", { normalizer: plain })).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "How this is worked out" })).toHaveAttribute(
      "href",
      "/methods#adequacy",
    );
  });

  it("says no data, never 0, and draws nothing without a mean", () => {
    show(
      item({
        mean: null,
        interval90: null,
        probability: null,
        probabilityIfFilled: null,
        range: null,
        verdict: "not-enough-data",
        words: "not enough data",
        reason: "no-days",
        method: null,
        coverage: null,
        days: 0,
      }),
    );
    expect(screen.getByText("no data")).toBeInTheDocument();
    expect(screen.queryByRole("img")).toBeNull();
    expect(screen.queryByText(/^0$/)).toBeNull();
  });

  it("keeps quiet about the gap where a condition asks for it, and says why", () => {
    show(item({ mineral: "iron" }), {
      noTips: true,
      cautions: ["Assay makes no suggestions to eat more iron."],
    });
    expect(screen.queryByText("Short of target by")).toBeNull();
    expect(screen.getByText(/no suggestions to eat more iron/)).toBeInTheDocument();
  });

  it("names the days that are left out", () => {
    render(
      <UsualIntakeDetail
        adequacy={item()}
        requirement={null}
        days={{
          ...days,
          leftOut: [{ reason: "implausible-energy", count: 2, dates: ["2026-05-03", "2026-05-09"] }],
        }}
        methodsHref="/methods"
      />,
    );
    expect(screen.getByText("2 days with entries left out")).toBeInTheDocument();
    expect(screen.getByText(/3 May, 9 May/, { normalizer: plain })).toBeInTheDocument();
  });
});

describe("the picture", () => {
  it("says in a sentence what it shows", () => {
    render(
      <Distribution
        mineral="magnesium"
        mean={226}
        interval={{ low: 179, high: 273 }}
        requirement={{ kind: "normal", mean: 265, sd: 26.5 }}
      />,
    );
    expect(plain(screen.getByRole("img").getAttribute("aria-label"))).toBe(
      "Usual intake about 226 mg a day, most likely between 179 and 273 mg. People like you need 265 mg on average, nearly all between 213 and 317 mg.",
    );
    const rows = within(screen.getByRole("table", { hidden: true })).getAllByRole("row", { hidden: true });
    expect(rows.map((row) => [...row.children].map((cell) => plain(cell.textContent)))).toEqual([
      ["mg a day", "Middle", "From", "To"],
      ["Your usual intake, 90 % range", "226", "179", "273"],
      ["Need of people like you, 95 % of them", "265", "213", "317"],
    ]);
  });

  it("takes iron from its percentiles", () => {
    const values = ironRequirementTable().columns[0]?.values ?? [];
    render(
      <Distribution
        mineral="iron"
        mean={12}
        interval={{ low: 8, high: 16 }}
        requirement={{ kind: "percentiles", percentiles: IRON_PERCENTILES, values }}
      />,
    );
    expect(plain(screen.getByRole("img").getAttribute("aria-label"))).toContain(
      "need 8.1 mg on average, nearly all between 4.4 and 18.2 mg",
    );
  });

  it("holds every curve, starts at 0 or above, and labels round numbers inside", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 5000, noNaN: true }),
        fc.double({ min: 0.1, max: 800, noNaN: true }),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        fc.double({ min: 0.1, max: 800, noNaN: true }),
        (mean, sd, need, spread) => {
          const curves = [normalCurve(mean, sd), normalCurve(need, spread)];
          const range = curvesRange(curves);
          expect(range.from).toBeGreaterThanOrEqual(0);
          for (const { points } of curves) {
            for (const [at, height] of points) {
              expect(at).toBeGreaterThanOrEqual(range.from);
              expect(at).toBeLessThanOrEqual(range.to);
              expect(height).toBeGreaterThanOrEqual(0);
              expect(height).toBeLessThanOrEqual(1 + 1e-9);
            }
          }
          const ticks = niceTicks(range.from, range.to);
          expect(ticks.length).toBeGreaterThanOrEqual(1);
          expect(ticks.length).toBeLessThanOrEqual(5);
          for (const tick of ticks) expect(tick > range.from && tick < range.to).toBe(true);
        },
      ),
    );
  });

  it("gives each step the share of people it holds", () => {
    const { points } = percentileCurve([25, 50, 75], [1, 2, 4]);
    // A quarter of the people on 1 mg, a quarter on 2 mg: the second step is half as high.
    expect(points).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
      [2, 0.5],
      [4, 0.5],
      [4, 0],
    ]);
  });
});

describe("what a condition switches off", () => {
  const off = item({
    reason: "switched-off",
    verdict: "cannot-be-judged",
    upperLimit: {
      limit: null,
      scope: null,
      days: 0,
      mean: null,
      daysAbove: 0,
      probability: null,
      verdict: "no-limit-set",
      words: "",
      reason: null,
    },
  });

  it("has no limit said to be none: the care team is to be asked", () => {
    const limit = limitWords(off);
    expect(limit?.title).toBe("Upper limit: switched off, ask your care team");
    expect(limit?.text).not.toMatch(/sets none/);
    expect(reasonWords(off)).toMatch(/not meant for you. Ask your care team/);
  });

  it("does not say that a target allows for absorption where there is none", () => {
    const absorption = { days: 9, phytate: null, zinc: null, iron: null, calcium: null, mealDays: 30 };
    const { rerender } = render(
      <Absorption mineral="potassium" share={null} absorption={absorption} targeted={false} />,
    );
    expect(screen.queryByText(/subtracts nothing/)).toBeNull();
    rerender(<Absorption mineral="potassium" share={null} absorption={null} targeted={false} />);
    expect(document.body.textContent).toBe("");
  });
});

describe("absorption", () => {
  it("says whose weight the need for zinc is of", () => {
    const ratio = { ok: false, reason: "phytate-unknown" } as const;
    const zinc = (needWeight: { kg: number; own: boolean }) =>
      words(
        zincWords({
          ok: true,
          absorbedMg: { typical: 3, atLowPhytate: 3.5, atHighPhytate: 2.5 },
          needMg: 2.9,
          needWeight,
          covers: "depends-on-phytate",
          ratio,
        }),
      );
    expect(zinc({ kg: 61, own: true })).toContain("An adult of your weight and sex needs to absorb");
    expect(zinc({ kg: 58.5, own: false })).not.toContain("your weight");
    expect(zinc({ kg: 58.5, own: false })).toContain(
      "Your profile has no weight; an adult of your sex and of 58.5 kg, as the EU reference adult weighs, needs to absorb about 2.9 mg",
    );
  });

  it("tells iron by directions and counts, never by a share", () => {
    const iron = {
      meals: 12,
      directions: { more: 3, typical: 4, less: 2 },
      open: 3,
      enhancers: { "vitamin-c": 3, "meat-fish-poultry": 0 },
      inhibitors: { phytate: 2, "tea-or-coffee": 1, calcium: 0 },
      hemeShare: 0.15,
      day: "typical",
    } as const;
    const text = [...ironMealWords(iron), hemeWords(iron.hemeShare), hemeWords(null), hemeWords(0)].join(" ");
    expect(text).toContain(
      "3 let more of the iron through, 4 let about as much through, 2 let less of it through.",
    );
    expect(text).toContain("Of 3 meals too little is known to say.");
    expect(text).not.toMatch(/%|\d\.\d/);
    render(
      <Absorption
        mineral="iron"
        share={null}
        targeted
        absorption={{ days: 9, phytate: null, zinc: null, calcium: null, mealDays: 30, iron }}
      />,
    );
    expect(screen.getByText("About as usual")).toBeInTheDocument();
    expect(screen.getByText(/subtracts nothing/)).toBeInTheDocument();
    expect(document.body.textContent).not.toContain("%");
  });

  it("calls phytate a lower bound where too little of it is known", () => {
    const band = { low: 300, typical: 600, high: 1200 };
    expect(plain(phytateWords({ band, coverage: 0.93, enough: true }))).toBe(
      "About 600 mg a day, somewhere between 300 and 1,200 mg; known for foods that give 93 % of the energy.",
    );
    expect(plain(phytateWords({ band, coverage: 0.5, enough: false }))).toMatch(/^At least 600 mg a day/);
    expect(phytateWords({ band: null, coverage: 0, enough: false })).not.toMatch(/\d/);
  });
});
