import { Table, Td, Th } from "@/components/ui/table";
import {
  formatProbability,
  formatReference,
  formatReferenceAmount,
  formatShare,
  joinList,
  uncapitalise,
} from "@/lib/format";
import {
  ADEQUACY_WORDS,
  type AdequacyVerdict,
  earZ,
  energyNeedsTable,
  IRON_PERCENTILES,
  ironRequirementTable,
  LADDER,
  largestSurveyCv,
  MIN_COVERAGE,
  minimumDays,
  NUTRIENTS,
  type NutrientId,
  normalCdf,
  PROBABILITY_FROM_YEARS,
  REQUIREMENT_CV,
  sdOfDifference,
  UPPER_LIMIT_MEANING,
  WORD_ASSUMPTIONS,
  withinPersonTable,
  Z_90_PERCENT_INTERVAL,
} from "@/lib/nutrition";
import { Formula, P, Sources, Topic } from "./parts";

const names = (ids: readonly string[]): string =>
  joinList(ids.map((id) => uncapitalise(NUTRIENTS[id as NutrientId].label)));

const SEXES = { female: "Women", male: "Men" } as const;
const agesOf = (from: number, until: number | null): string =>
  until === null ? `${from} and over` : `${from}–${until - 1}`;

export const AmountsTopic = () => (
  <Topic id="amounts" title="Amounts and totals">
    <P>
      An amount is a number or it is unknown; unknown is never counted as 0. A total is the sum of what is
      known and says how many of its foods that is: <b>“at least 61 mg; 4 of 12 foods report it”</b>. “At
      least” is rounded down, what is left open is rounded up. An entry keeps the amounts that were computed
      when it was logged, so a newer food table never rewrites the past.
    </P>
  </Topic>
);

export const UsualIntakeTopic = () => {
  const { source, assumed, rows } = withinPersonTable();
  const energy = energyNeedsTable();
  return (
    <Topic id="usual-intake" title="Usual intake, and which days count">
      <P>
        What one eats differs from day to day, so the mean of some days is only an estimate of what one
        usually eats. How much it may be off follows from the within-person standard deviation (SD): how much
        the intake of one person varies from day to day, among people of the same sex and age in a large
        survey. It is never computed from your own few days: that would be badly biased, as the report says.
      </P>
      <Formula>
        90 % range = mean ± {formatReference(Z_90_PERCENT_INTERVAL)} × SD<sub>within person</sub> ÷ √days
      </Formula>
      <P>
        <b>Days that count:</b> every day you mark complete, a fast too; and days without a mark that hold at
        least {formatShare(energy.leastShare)} of the energy that a sedentary person of your sex and age
        needs. Days that you mark “not everything logged” do not. Today counts once it is marked complete. A
        day on which no food has a value for a mineral is left out for that mineral. Every day that is left
        out is named on the mineral’s page, and beside each verdict stands how many of its days are marked
        complete: from a day without a mark something may still be missing, and what is missing can only add.
        An amount above an upper limit is therefore told from all days, if those that count do not show it.
      </P>
      <P>{energy.leastShareReason}</P>
      <P>
        <b>Days that only look whole.</b> Where the mean energy of the days that count is below what is
        plausible for the energy that somebody of your age, sex and weight uses (Goldberg’s cut-off, with its
        number of days), the verdict says that meals may be missing.
      </P>
      <Sources sources={[energy.plausibility.source, energy.plausibility.basal.source]} />
      <Table caption="Least energy of a day without a mark">
        <thead>
          <tr>
            <Th>Group</Th>
            <Th numeric>Need, sedentary</Th>
            <Th numeric>Least</Th>
          </tr>
        </thead>
        <tbody>
          {energy.rows.map((row) => (
            <tr key={`${row.sex} ${row.fromYears}`}>
              <Th scope="row">
                {SEXES[row.sex as keyof typeof SEXES]} {agesOf(row.fromYears, row.untilYears)}
              </Th>
              <Td numeric>{formatReferenceAmount("energy", row.kcal)}</Td>
              <Td numeric>{formatReferenceAmount("energy", row.kcal * energy.leastShare)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Sources sources={[energy.source]} />
      <Table caption="Within-person SD of intake from food">
        <thead>
          <tr>
            <Th>Nutrient</Th>
            <Th>Group</Th>
            <Th numeric>SD a day</Th>
            <Th numeric>of the mean</Th>
            <Th>Cell</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.nutrient} ${row.sex} ${row.fromYears}`}>
              <Th scope="row">{NUTRIENTS[row.nutrient as NutrientId].label}</Th>
              <Td>
                {SEXES[row.sex as keyof typeof SEXES]} {agesOf(row.fromYears, row.untilYears)}
              </Td>
              <Td numeric>{formatReferenceAmount(row.nutrient as NutrientId, row.sd)}</Td>
              <Td numeric>{row.cvPercent} %</Td>
              <Td>{row.checked ? "read in the source" : "from memory; agrees with the survey’s means"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <P>
        Selenium: {assumed.selenium.note} For ages 14–18, pregnancy and lactation the adults’ share of the
        mean is used and marked as an estimate: the report’s tables for children and adolescents could not be
        read in a source. The survey counted food only; a supplement taken every day adds to the mean, not to
        the SD.
      </P>
      <Sources sources={[source]} />
    </Topic>
  );
};

/** The example of the book, computed here by the functions that compute everybody's. */
const EXAMPLE = { mean: 320, ear: 265, sdRequirement: 26.5, sdWithin: 85.9, days: 3 };

const VERDICTS: readonly (readonly [AdequacyVerdict, string])[] = [
  ["very-probably-below", `${formatShare(LADDER.veryProbably)} or more that it is below`],
  [
    "probably-below",
    `${formatShare(LADDER.probably)} to ${formatShare(LADDER.veryProbably)} that it is below`,
  ],
  ["cannot-tell", "anything in between"],
  [
    "probably-meets",
    `${formatShare(LADDER.probably)} to ${formatShare(LADDER.veryProbably)} that it meets it`,
  ],
  ["very-probably-meets", `${formatShare(LADDER.veryProbably)} or more that it meets it`],
];

export const AdequacyTopic = () => {
  const z = earZ(EXAMPLE);
  const wide = ["zinc", "vitaminC"] as const;
  const { groups, groupSd, cvFactor, autocorrelation } = WORD_ASSUMPTIONS;
  return (
    <Topic id="adequacy" title="Is it enough? How sure the days make us">
      <P>
        Half of the people of a group need more than the average need (EAR): it is no minimum. What one person
        needs is not known, only how needs are spread. So Assay asks how likely it is that your usual intake
        meets the need of somebody like you.
      </P>
      <Formula>
        z = (mean − average need) ÷ √(SD<sub>need</sub>² + SD<sub>within person</sub>² ÷ days), probability =
        Φ(z)
      </Formula>
      <P>
        <b>SD of the need:</b> {formatShare(REQUIREMENT_CV.magnesium)} of the average need for{" "}
        {names(Object.keys(REQUIREMENT_CV))} (US/Canada), and the share that each section of the report of
        Australia and New Zealand names. For the others (target − average need) ÷ 2: our derivation, since the
        reports print none.
      </P>
      <P>
        <b>Example of the book:</b> a woman of 40 eats {EXAMPLE.mean} mg of magnesium on average over{" "}
        {EXAMPLE.days} days; average need {EXAMPLE.ear} mg. The SD of the difference is{" "}
        {formatReference(sdOfDifference(EXAMPLE))} mg, z = {formatReference(z)}, and the probability that she
        meets her need {formatProbability(normalCdf(z))}. The book rounds z to 1 and reads 85 %.
      </P>
      <P>
        <b>The words ask for more.</b> The formula takes days to be normal and independent. In a simulation of
        people whose days are skewed, follow each other and differ more than in the survey, “very probably” by
        the formula alone was wrong in up to three of four cases. So the words rest on a range of
        probabilities: the least favourable and the most favourable for somebody of a group whose usual intake
        is around {formatReference(groups.low)} and {formatReference(groups.high)} times the average need
        (spread {formatShare(groupSd)}), with the day-to-day variation taken {formatShare(cvFactor - 1)}{" "}
        larger than in the survey and a correlation of {formatReference(autocorrelation)} between a day and
        the next. A word is said when it holds over the whole range; it is then wrong in at most 5 % (“very
        probably”) and 20 % (“probably”) of the simulated cases. It costs days: the page of each mineral says
        how many more.
      </P>
      <P>
        <b>An odd day.</b> Where your own days differ far more than the survey’s, the SD is a pooled one of
        both, and the page names the day that is the cause.
      </P>
      <Table caption="The words">
        <thead>
          <tr>
            <Th>Words</Th>
            <Th>Probability, over the whole range</Th>
          </tr>
        </thead>
        <tbody>
          {VERDICTS.map(([verdict, when]) => (
            <tr key={verdict}>
              <Th scope="row">{ADEQUACY_WORDS[verdict]}</Th>
              <Td>{when}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <P>
        <b>Wider words.</b> Above a within-person variation of 60 to 70 % of the mean the method is
        unreliable, says the report. Zinc reaches {largestSurveyCv(wide[0])} %: it never gets “very probably”.
        Vitamin C reaches {largestSurveyCv(wide[1])} %: it loses one step more. Vitamin D gets no probability.
      </P>
      <P>
        <b>No answer</b> below {minimumDays("magnesium")} days ({minimumDays("zinc")} for zinc, iron and
        vitamin C), under {PROBABILITY_FROM_YEARS} years, or when foods that report the mineral give less than{" "}
        {formatShare(MIN_COVERAGE)} of the food energy. Foods without a value can only add: “below” must hold
        even if they held twice as much as the others, “meets” holds without them. It is an estimate of
        intake. It is not a diagnosis, and it says nothing about what your body holds.
      </P>
      <Sources sources={[withinPersonTable().source]} />
    </Topic>
  );
};

export const AdequateIntakeTopic = () => (
  <Topic id="adequate-intake" title="Minerals with an adequate intake only">
    <P>
      Where too little is known of the need, the reports set an adequate intake (AI): potassium everywhere,
      magnesium and selenium in the EU and in D-A-CH. Above it an intake is probably enough.{" "}
      <b>Below it nothing follows</b>: nobody knows where the need lies. So Assay gives a probability above
      the AI, and none below. It does the same with the recommended intakes of D-A-CH, which are printed
      without the average need behind them.
    </P>
    <Formula>
      z = (mean − AI) ÷ (SD<sub>within person</sub> ÷ √days)
    </Formula>
    <Sources sources={[withinPersonTable().source]} />
  </Topic>
);

export const IronTopic = () => {
  const { columns, source, absorptionPercent } = ironRequirementTable();
  return (
    <Topic id="iron" title="Iron">
      <P>
        The need for iron is skewed, because some women lose much more blood than others. So the probability
        comes from the distribution of the need itself: straight lines between its percentiles, averaged over
        where your usual intake may lie, and shown to the nearest 5 %. The report warns that the approach
        “cannot be used to screen individuals”. In pregnancy only the target is shown.
      </P>
      <Table
        caption={`Iron needed, mg a day at ${absorptionPercent} % absorption, by percentile of the group`}
      >
        <thead>
          <tr>
            <Th>Percentile</Th>
            {columns.map(({ key, label }) => (
              <Th key={key} numeric>
                {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {IRON_PERCENTILES.map((percentile, row) => (
            <tr key={percentile}>
              <Th scope="row">{percentile} %</Th>
              {columns.map(({ key, values }) => (
                <Td key={key} numeric>
                  {formatReference(values[row] ?? Number.NaN)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <ul className="grid max-w-[76ch] list-disc gap-1 pl-5 text-13">
        {columns.map(({ key, label, provenance }) => (
          <li key={key}>
            {label}: {provenance}
          </li>
        ))}
        <li>
          Everybody else, and the EU: a log-normal distribution through the published average and target. It
          is our derivation and marked so.
        </li>
      </ul>
      <Sources sources={[source]} />
    </Topic>
  );
};

export const UpperLimitsTopic = () => (
  <Topic id="upper-limits" title="Upper limits">
    <P>{UPPER_LIMIT_MEANING.text}</P>
    <Formula>
      z = (mean − limit) ÷ (SD<sub>within person</sub> ÷ √days), probability of passing it = Φ(z)
    </Formula>
    <P>
      The limit counts what it counts: for magnesium supplements and medicines only, for the other minerals
      everything. Magnesium gets no probability, since what comes from a packet is known as logged. What foods
      do not report adds nothing, so “above” never depends on a guess; “within” needs values for{" "}
      {formatShare(MIN_COVERAGE)} of the food energy. Potassium has no limit in either standard.
    </P>
    <Sources sources={UPPER_LIMIT_MEANING.sources} />
  </Topic>
);
