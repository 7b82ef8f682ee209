import { StandardSwitch } from "@/app/(app)/_features/shell";
import { EvidenceGrades } from "@/components/nutrition/evidence-grades";
import { Citation } from "@/components/nutrition/sources";
import { Table, Td, Th } from "@/components/ui/table";
import { formatReferenceAmount, tieUnits } from "@/lib/format";
import type { PublishedReference } from "@/lib/insights/schemas";
import {
  allClaims,
  evidenceGrades,
  type Mineral,
  NUTRIENTS,
  referenceSources,
  STANDARD_WORDS,
  STANDARDS,
  type Standard,
} from "@/lib/nutrition";
import { P, Sources, Topic } from "./parts";

const limit = (mineral: Mineral, { ul, ulScope, ulYear }: PublishedReference): string =>
  ul === null
    ? "none"
    : `${formatReferenceAmount(mineral, ul)}${ulScope === "supplements" ? ", supplements" : ""}${ulYear === null ? "" : ` (${ulYear})`}`;

/** Whose values are in use, and every authority's values for this person. */
export const ReferencesTopic = ({
  standard,
  rows,
}: {
  standard: Standard;
  rows: readonly { mineral: Mineral; references: readonly PublishedReference[] }[];
}) => (
  <Topic id="references" title="Reference values">
    <P>
      The Dietary Reference Intakes of the United States and Canada have an <b>average need</b> (EAR), more
      than which half of a group need, a <b>recommended intake</b> (RDA) that covers nearly everybody, an{" "}
      <b>adequate intake</b> (AI) where the need is not known well enough, and an <b>upper limit</b> (UL). The
      EU’s are called average requirement, reference intake (PRI), AI and UL; those of Australia and New
      Zealand EAR, recommended dietary intake (RDI), AI and upper level of intake. D-A-CH (Germany, Austria,
      Switzerland) prints a recommended intake (“empfohlene Zufuhr”) or an estimate of an adequate one
      (“Schätzwert”), no average need, and an upper limit for vitamin D only. Where they differ, the science
      behind them was read differently; none is wrong.
    </P>
    {rows.length > 0 && (
      <>
        <StandardSwitch key={standard} standard={standard} hint="For all minerals, everywhere in Assay." />
        <Table caption="Values for you, a day, with the year of the report">
          <thead>
            <tr>
              <Th>Mineral</Th>
              <Th>Standard</Th>
              <Th>Target</Th>
              <Th>Average need</Th>
              <Th>Upper limit</Th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ mineral, references }) =>
              references.map((reference) => (
                <tr key={`${mineral} ${reference.standard}`}>
                  <Th scope="row">{NUTRIENTS[mineral].label}</Th>
                  <Td>
                    {STANDARD_WORDS[reference.standard].short}
                    {reference.standard === standard && ", in use"}
                  </Td>
                  <Td>
                    {reference.target === null
                      ? "none"
                      : `${reference.kind} ${formatReferenceAmount(mineral, reference.target)} (${reference.year})`}
                  </Td>
                  <Td>
                    {reference.ear === null ? "not known" : formatReferenceAmount(mineral, reference.ear)}
                  </Td>
                  <Td>{limit(mineral, reference)}</Td>
                </tr>
              )),
            )}
          </tbody>
        </Table>
      </>
    )}
    <P>
      The group follows sex, age and life stage and changes on the birthday. Women are taken to menstruate
      until 50, unless the profile says otherwise. For vegetarian and vegan diets iron is multiplied by 1.8,
      as the reports of US/Canada and of Australia and New Zealand do; the others’ values are left as they
      are. The factor is never combined with what is said about absorption.
    </P>
    <Sources sources={STANDARDS.flatMap(referenceSources)} />
  </Topic>
);

export const EvidenceTopic = () => {
  const grades = evidenceGrades();
  return (
    <Topic id="evidence" title="What is said about the gut and absorption">
      <P>
        Every statement carries a grade. A study that was cited from memory has no link: its identifier was
        not read again.
      </P>
      <EvidenceGrades />
      <Table caption="Statements and their sources">
        <thead>
          <tr>
            <Th>Statement</Th>
            <Th>Evidence</Th>
            <Th>Sources</Th>
          </tr>
        </thead>
        <tbody>
          {allClaims().map((claim) => (
            <tr key={claim.id} className="align-top">
              <Td className="min-w-64">{tieUnits(claim.statement)}</Td>
              <Td className="whitespace-nowrap">{grades[claim.grade].word}</Td>
              <Td className="min-w-64 text-12 text-ink-3">
                {claim.sources.map((source) => (
                  <span key={source.citation} className="block">
                    <Citation {...source} />
                  </span>
                ))}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Topic>
  );
};

/** What the figures cannot do. */
export const LimitsTopic = () => (
  <Topic id="limits" title="What this cannot do">
    <ul className="grid max-w-[76ch] list-disc gap-1.5 pl-5">
      <li>
        It estimates what you eat. It cannot tell what your body holds; only a doctor with a blood test can.
      </li>
      <li>
        Food tables are averages: soil, season and brand move a food’s minerals, selenium’s most of all.
      </li>
      <li>
        The within-person SDs come from a survey of the United States in 1994–1996, of food only, and most of
        their cells were cited from memory.
      </li>
      <li>Selenium has no published within-person SD; half of the mean is assumed.</li>
      <li>
        The within-person variation of zinc and vitamin C is so large that the method is at, or beyond, its
        edge; the words are weaker for it.
      </li>
      <li>Below an adequate intake nothing can be said, however far below.</li>
      <li>The iron approach was made for groups. For one person it is a rough estimate.</li>
      <li>
        Days are taken to be independent. Days in a row resemble each other, so spread-out days tell more.
      </li>
      <li>Preparation factors have wide ranges, and most minerals that leach were measured for few foods.</li>
      <li>
        The energy cut-off catches only the emptiest days. A day with a forgotten dinner counts unless you
        mark your complete days and look at those.
      </li>
      <li>Safety texts have not been reviewed by a clinician.</li>
    </ul>
  </Topic>
);
