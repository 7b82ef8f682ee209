import { Table, Td, Th } from "@/components/ui/table";
import { formatAmount, formatReference, formatShare } from "@/lib/format";
import {
  absorbedShareOf,
  absorbedZinc,
  absorptionCitation,
  absorptionTable,
  calciumFraction,
  efsaZincByPhytate,
  MEASURED_RETENTIONS,
  MINERALS,
  NUTRIENTS,
  PREPARATIONS,
  preparationLabel,
  preparationSources,
} from "@/lib/nutrition";
import { Formula, P, Sources, Topic } from "./parts";

const checkedWords = (checked: boolean): string =>
  checked ? "read or recomputed" : "from memory of the paper";

export const AbsorptionTopic = () => (
  <Topic id="absorption" title="Absorption: it explains, it never adjusts">
    <P>
      Targets already allow for what an ordinary diet lets through. So absorption is told beside the amounts
      and never multiplied into them; and a vegetarian allowance and an absorption model, which express the
      same loss, are never counted together.
    </P>
    <ul className="grid max-w-[76ch] list-disc gap-1 pl-5">
      {MINERALS.map((mineral) => {
        const share = absorbedShareOf(mineral);
        return share === null ? null : (
          <li key={mineral}>
            <b>{NUTRIENTS[mineral].label}:</b> {share.share} {share.of}. {share.text}
          </li>
        );
      })}
    </ul>
    <Sources sources={MINERALS.flatMap((mineral) => absorbedShareOf(mineral)?.sources ?? [])} />
  </Topic>
);

const EXAMPLE_ZINC = 10;
const EXAMPLE_PHYTATE = [0, 300, 900, 2000] as const;

export const ZincTopic = () => {
  const { zincModel, zincNeed, phytateZincClasses, molarMass, phytateUnknownBand } = absorptionTable();
  const { levels } = efsaZincByPhytate();
  return (
    <Topic id="zinc-absorption" title="Zinc and phytate">
      <P>
        Phytate of a day as a band: each food’s own where it was measured, a factor of{" "}
        {phytateUnknownBand.factor} either way where not. The molar ratio of phytate to zinc tells the class:
        below {phytateZincClasses.highBelow} high, up to {phytateZincClasses.lowAbove} moderate, above low
        availability. Foods that give more than a fifth of the energy without a phytate value: no ratio.
      </P>
      <Formula>
        ratio = (phytate ÷ {formatReference(molarMass.phyticAcid)}) ÷ (zinc ÷{" "}
        {formatReference(molarMass.zinc)})
      </Formula>
      <P>
        Zinc absorbed from a whole day of an adult, in mmol, from zinc Z and phytate P of the day (
        {zincModel.population}):
      </P>
      <Formula>
        S = A + Z + K<sub>R</sub>(1 + P ÷ K<sub>P</sub>), absorbed = ½ (S − √(S² − 4·A·Z)), A ={" "}
        {zincModel.maxAbsorption}, K<sub>R</sub> = {zincModel.kr}, K<sub>P</sub> = {zincModel.kp}
      </Formula>
      <P>
        Of {formatAmount("zinc", EXAMPLE_ZINC)} it gives{" "}
        {EXAMPLE_PHYTATE.map(
          (phytate) =>
            `${formatAmount("zinc", absorbedZinc(EXAMPLE_ZINC, phytate))} beside ${formatAmount("phytate", phytate)} of phytate`,
        ).join(", ")}
        . It is compared with what an adult must absorb by EFSA: {zincNeed.interceptMg} + {zincNeed.perKgMg} ×
        body weight in kg, in mg a day ({zincNeed.population}; without a weight, {zincNeed.referenceKg.male}{" "}
        kg for men and {zincNeed.referenceKg.female} kg for women). {zincModel.note}
      </P>
      <Table caption="EU zinc of adults by the phytate of the diet: average requirement and reference intake, mg a day">
        <thead>
          <tr>
            <Th>Phytate, mg a day</Th>
            <Th numeric>Men</Th>
            <Th numeric>Women</Th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ phytateMg, male, female }) => (
            <tr key={phytateMg}>
              <Th scope="row">{formatReference(phytateMg)}</Th>
              <Td numeric>{male.map(formatReference).join(" and ")}</Td>
              <Td numeric>{female.map(formatReference).join(" and ")}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <P>
        Assay uses the level of {efsaZincByPhytate().assumedPhytateMg} mg for everybody, so that a target does
        not move with what is eaten. {efsaZincByPhytate().assumedNote}
      </P>
      <Sources
        sources={[...zincModel.sources, zincNeed.source, phytateZincClasses.source].map(absorptionCitation)}
      />
    </Topic>
  );
};

export const IronAbsorptionTopic = () => {
  const { ironMeal, ironInhibitors, ironDay } = absorptionTable();
  return (
    <Topic id="iron-absorption" title="Iron in meals and days: directions only">
      <P>
        What a person absorbs of a meal’s iron varies five- to tenfold with their iron stores, far more than
        with the food. So Assay tells a direction against an ordinary meal and never a share. A meal’s{" "}
        <b>enhancing units</b> are its mg of vitamin C plus its g of cooked meat, fish or poultry: below{" "}
        {ironMeal.mediumFrom} low, from {ironMeal.highFrom} high. <b>Heme iron</b> is taken as{" "}
        {formatShare(ironMeal.hemeShareOfFleshIron)} of the iron in meat, fish and poultry. <b>Against it</b>{" "}
        stand tea or coffee, {ironInhibitors.calciumMgInMeal.mg} mg of calcium or more (
        {checkedWords(ironInhibitors.calciumMgInMeal.checked)}), and a molar ratio of phytate to iron above{" "}
        {ironInhibitors.phytateIronWithoutEnhancers.ratio}, or above{" "}
        {ironInhibitors.phytateIronWithEnhancers.ratio} with enhancers (
        {checkedWords(ironInhibitors.phytateIronWithEnhancers.checked)}). What is not known is tried both
        ways; where the answers differ there is none.
      </P>
      <P>
        Over a whole day, the non-heme iron let through is compared with a reference day; the person’s stores
        cancel. Less than {formatShare(ironDay.directionFrom - 1)} apart is “about as usual”.{" "}
        {ironDay.directionNote} The coefficients were cited {checkedWords(ironDay.checked)}.
      </P>
      <Formula>
        ln share = … + {ironDay.vitaminC} ln(vitamin C) + {ironDay.flesh} ln(meat + 0.1) −{" "}
        {Math.abs(ironDay.tea)} ln(tea + 0.1) − {Math.abs(ironDay.phytate)} ln(phytate) −{" "}
        {Math.abs(ironDay.calcium)} ln(calcium) − {Math.abs(ironDay.nonheme)} ln(non-heme iron)
      </Formula>
      <Sources
        sources={[
          ...ironMeal.sources,
          ironInhibitors.calciumMgInMeal.source,
          ironInhibitors.phytateIronWithEnhancers.source,
          ironInhibitors.teaOrCoffee.source,
          ironDay.source,
        ].map(absorptionCitation)}
      />
    </Topic>
  );
};

const LOADS = [100, 300, 500] as const;

export const CalciumTopic = () => {
  const { calciumByLoad, calciumClasses } = absorptionTable();
  return (
    <Topic id="calcium-absorption" title="Calcium: spinach is not milk, and doses matter">
      <P>
        From milk and the like, the share absorbed falls with the dose of one sitting: {calciumByLoad.note}
      </P>
      <Formula>
        share = {calciumByLoad.intercept} − {Math.abs(calciumByLoad.slope)} × ln(mg)
      </Formula>
      <P>
        {LOADS.map(
          (load) => `${formatShare(calciumFraction(load))} of ${formatAmount("calcium", load)}`,
        ).join(", ")}
        . Against as much calcium from milk, other foods give:
      </P>
      <Table caption="Calcium absorbed against as much from milk">
        <thead>
          <tr>
            <Th>Foods</Th>
            <Th numeric>Factor</Th>
            <Th>Number</Th>
          </tr>
        </thead>
        <tbody>
          {calciumClasses.map((row) => (
            <tr key={row.class}>
              <Th scope="row">{row.label}</Th>
              <Td numeric>{row.factor === null ? "not measured" : formatReference(row.factor)}</Td>
              <Td>{row.factor === null ? "counts as milk" : checkedWords(row.checked)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Sources sources={["heaney1990", "weaver1999", "heaney1988"].map(absorptionCitation)} />
    </Topic>
  );
};

const band = ({ low, typical, high }: { low: number; typical: number; high: number }) =>
  `${formatReference(typical)} (${formatReference(low)}–${formatReference(high)})`;

export const PreparationTopic = () => (
  <Topic id="preparation" title="Preparation">
    <P>
      What soaking, sprouting, fermenting, boiling and roasting leave of the phytate, as a share of the same
      dry matter: typical value and the plausible range of a kitchen. An entry with a preparation weighs what
      the raw or dry food weighed. Only the preparations that make sense for a food are offered; foods that
      the table has as cooked include what was done to them.
    </P>
    <Table caption="Share of the phytate that is left">
      <thead>
        <tr>
          <Th>Preparation</Th>
          <Th numeric>Left</Th>
          <Th>Confidence</Th>
          <Th>Evidence</Th>
        </tr>
      </thead>
      <tbody>
        {PREPARATIONS.map((preparation) => (
          <tr key={preparation.id}>
            <Th scope="row">
              {preparation.label} <span className="block text-12 text-ink-3">{preparation.detail}</span>
            </Th>
            <Td numeric className="whitespace-nowrap">
              {band(preparation.phytate)}
            </Td>
            <Td>{preparation.confidence}</Td>
            <Td>{preparation.evidence.join("; ")}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
    {MEASURED_RETENTIONS.length > 0 && (
      <>
        <P>
          Minerals and vitamin C are lowered only where pairs of a raw and a cooked food of the table show
          what is left:
        </P>
        <Table caption="Share of a nutrient that is left, from pairs of raw and cooked foods">
          <thead>
            <tr>
              <Th>Food and preparation</Th>
              <Th>Nutrient</Th>
              <Th numeric>Left</Th>
              <Th numeric>Pairs</Th>
            </tr>
          </thead>
          <tbody>
            {MEASURED_RETENTIONS.map((row) => (
              <tr key={`${row.kind} ${row.preparation} ${row.nutrient}`}>
                <Th scope="row">
                  {row.kind.replaceAll("-", " ")}, {preparationLabel(row.preparation)?.toLowerCase()}
                </Th>
                <Td>{NUTRIENTS[row.nutrient].label}</Td>
                <Td numeric className="whitespace-nowrap">
                  {band(row)}
                </Td>
                <Td numeric>{row.pairs}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </>
    )}
    <Sources sources={preparationSources()} />
  </Topic>
);
