import { Sources } from "@/components/nutrition/sources";
import { Table, Td, Th } from "@/components/ui/table";
import { type SafetyRow, safetyRows } from "@/lib/nutrition";
import { P, Topic } from "./parts";
import { changesOf } from "./safety-words";

const Row = ({ row }: { row: SafetyRow }) => (
  <tr className="align-top">
    <Th scope="row" className="w-1/3 min-w-28 break-words text-left">
      {row.label}
    </Th>
    <Td className="min-w-40">
      <ul className="grid gap-1">
        {changesOf(row).map((change) => (
          <li key={change}>{change}</li>
        ))}
        {row.reason !== null && <li>No food is left out. {row.reason}</li>}
      </ul>
      <Sources sources={row.sources} of={row.label} />
    </Td>
  </tr>
);

/** Each condition and medicine with what it changes, from the table that the code computes with. */
export const SafetyTopic = () => (
  <Topic id="conditions" title="Conditions and medicines">
    <P>
      What you tell in the settings changes what Assay says. An unknown amount of a nutrient with a cap counts
      as too much, and what is not known of a food’s contents counts as contained. Caps are for what Assay
      names, not for what you eat: your care team’s advice comes first. No clinician has reviewed this table.
    </P>
    {(["condition", "medicine"] as const).map((kind) => (
      <Table
        key={kind}
        caption={kind === "condition" ? "What each condition changes" : "What each medicine changes"}
      >
        <thead>
          <tr>
            <Th>{kind === "condition" ? "Condition" : "Medicine"}</Th>
            <Th>What it changes</Th>
          </tr>
        </thead>
        <tbody>
          {safetyRows()
            .filter((row) => row.kind === kind)
            .map((row) => (
              <Row key={row.code} row={row} />
            ))}
        </tbody>
      </Table>
    ))}
  </Topic>
);
