import Link from "next/link";
import { formatBoundFigure, formatFigure, NO_DATA, unitOf } from "@/lib/format";
import { addDays, type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Table, Td, Th } from "../ui/table";
import { daysCounted, type WeekPoint, weekName } from "./weekly-scale";

/** Where averages are taken apart, and the first day that the first of them is of. */
export type AveragePages = { readonly base: string; readonly from: string };

const getAveragePath = (mineral: Mineral, start: string, { base, from }: AveragePages): string =>
  `${base}/${mineral}/average?from=${start < from ? from : start}&to=${addDays(start, 6)}`;

type WeeklyTableProps = { mineral: Mineral; points: readonly WeekPoint[]; averages: AveragePages };

/** The weekly averages of a mineral as a table, each week a link to what it is made of. */
export const WeeklyTable = ({ mineral, points, averages }: WeeklyTableProps) => {
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
            <Th scope="row">
              {week.mean === null ? (
                weekName(week.start)
              ) : (
                <Link
                  href={getAveragePath(mineral, week.start, averages)}
                  prefetch={false}
                  className="link inline-block py-1 phone:py-2.5"
                >
                  {weekName(week.start)}
                </Link>
              )}
            </Th>
            <Td>{daysCounted(week.days)}</Td>
            <Td numeric>
              {week.mean === null ? NO_DATA : formatBoundFigure(mineral, week.mean, week.atLeast)}
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
