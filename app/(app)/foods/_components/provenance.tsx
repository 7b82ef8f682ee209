import { ChevronRight } from "lucide-react";
import { Table, Td, Th } from "@/components/ui/table";
import type { FoodView } from "@/lib/foods/schemas";
import { formatReference, NO_DATA } from "@/lib/format";
import { isNutrientId, NUTRIENTS } from "@/lib/nutrition";
import { amountWords } from "./bound-words";

/** Where the numbers of an own food were read, and what the label says there. */
const OwnProvenance = ({ rows, label }: { rows: FoodView["provenance"]; label: FoodView["label"] }) => {
  const told = rows.filter(({ value, note }) => value !== null || note !== null);
  return (
    <div className="grid gap-3 pt-2">
      <p className="text-13 text-ink-2">
        You saved these numbers. What is not listed here is unknown.
        {label?.source &&
          ` Those of Open Food Facts were read on ${label.source.retrievedAt.slice(0, 10)} at the barcode ${label.source.code}; they come under the Open Database License (ODbL) 1.0.`}
      </p>
      {told.length > 0 && (
        <Table caption="Where each number comes from" hideCaption>
          <thead>
            <tr>
              <Th>Nutrient</Th>
              <Th numeric>In 100 g</Th>
              <Th>Source</Th>
              <Th>What it says</Th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ nutrient, value, unit, source, note }) => (
              <tr key={nutrient} className="align-top">
                <Th scope="row">{isNutrientId(nutrient) ? NUTRIENTS[nutrient].label : nutrient}</Th>
                <Td numeric className="whitespace-nowrap">
                  {value === null ? (
                    <span className="text-ink-3">{NO_DATA}</span>
                  ) : (
                    `${formatReference(value)}\u00A0${unit}`
                  )}
                </Td>
                <Td>{source}</Td>
                <Td className="min-w-[24ch] text-ink-2">{note}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
};

type ProvenanceProps = {
  rows: FoodView["provenance"];
  own: boolean;
  label: FoodView["label"];
  table: FoodView["tableInfo"];
};

/** Who published the values, under which licence, and how they are cited. */
const TableNote = ({
  title,
  edition,
  publisher,
  licence,
  citation,
  url,
}: NonNullable<FoodView["tableInfo"]>) => (
  <div className="grid gap-1 pt-3 text-13 text-ink-2">
    <p className="wrap-anywhere max-w-[68ch]">
      <a href={url} rel="noreferrer" target="_blank" className="link phone:inline-block phone:py-3">
        {title}
      </a>
      , {edition}. {publisher}. Licence: {licence}.
    </p>
    <p className="wrap-anywhere max-w-[68ch]">{citation}</p>
  </div>
);

/** Where each number comes from: source, row, column and the value exactly as it stands there. */
export const Provenance = ({ rows, own, label, table }: ProvenanceProps) => (
  <details className="group card rounded-lg border border-line bg-surface shadow-card">
    <summary className="flex list-none items-center gap-2 rounded-lg px-5 py-4 font-semibold text-15 phone:px-4">
      <ChevronRight size={16} strokeWidth={1.75} className="text-ink-3 group-open:rotate-90" aria-hidden />
      Where each number comes from
    </summary>
    <div className="border-line border-t px-5 pt-2 pb-4 phone:px-4">
      {own ? (
        <OwnProvenance rows={rows} label={label} />
      ) : (
        <Table caption="Where each number comes from" hideCaption>
          <thead>
            <tr>
              <Th>Nutrient</Th>
              <Th numeric>Value in 100 g</Th>
              <Th>Source</Th>
              <Th>Row</Th>
              <Th>Column</Th>
              <Th>Note</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ nutrient, value, bound, source, row, column, note }) => (
              <tr key={nutrient} id={`source-${nutrient}`} className="align-top target:bg-sunken">
                <Th scope="row">{isNutrientId(nutrient) ? NUTRIENTS[nutrient].label : nutrient}</Th>
                <Td numeric className="whitespace-nowrap">
                  {value === null || !isNutrientId(nutrient) ? (
                    <span className="text-ink-3">{NO_DATA}</span>
                  ) : (
                    // Not rounded: it is the source's own number.
                    amountWords(nutrient, value, bound, 100, true)
                  )}
                </Td>
                <Td>{source}</Td>
                <Td className="whitespace-nowrap">{row}</Td>
                <Td>{column}</Td>
                <Td className="min-w-[24ch] text-ink-2">{note}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {table !== null && <TableNote {...table} />}
    </div>
  </details>
);
