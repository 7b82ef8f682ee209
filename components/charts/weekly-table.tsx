import { formatFigure, NO_DATA, unitOf } from "@/lib/format";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Table, Td, Th } from "../ui/table";
import { daysCounted, type WeekPoint, weekName } from "./weekly-scale";

/** The weekly averages of a mineral as a table. */
export const WeeklyTable = ({ mineral, points }: { mineral: Mineral; points: readonly WeekPoint[] }) => {
  const taken = points.some(({ supplement }) => supplement !== null);
  return (
    <Table caption={`${NUTRIENTS[mineral].label}, weekly averages`} hideCaption>
      <thead>
        <tr>
          <Th>Week</Th>
          <Th>From</Th>
          <Th numeric>Average a day, {unitOf(mineral)}</Th>
          {taken && <Th numeric>Of this supplements, {unitOf(mineral)}</Th>}
        </tr>
      </thead>
      <tbody>
        {points.map((week) => (
          <tr key={week.start}>
            <Th scope="row">{weekName(week.start)}</Th>
            <Td>{daysCounted(week.days)}</Td>
            <Td numeric>
              {week.mean === null
                ? NO_DATA
                : `${week.atLeast ? "at least " : ""}${formatFigure(mineral, week.mean, week.atLeast ? "down" : "nearest")}`}
            </Td>
            {taken && (
              <Td numeric>{week.supplement === null ? "–" : formatFigure(mineral, week.supplement)}</Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
