import Link from "next/link";
import { formatDate, formatFigure, unitOf } from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { Table, Td, Th } from "../ui/table";
import { type DailyPoint, isAtLeast, stateWords } from "./daily-scale";

/** The figures of a chart as a table, with the states of the days in words. */
export const DailyTable = ({
  caption,
  mineral,
  points,
  hrefBase,
}: {
  caption: string;
  mineral: Mineral;
  points: readonly DailyPoint[];
  /** Where days are taken apart: the page of a day's total is this, its date and the mineral. */
  hrefBase: string;
}) => {
  const unit = unitOf(mineral);
  return (
    <Table caption={caption} hideCaption>
      <thead>
        <tr>
          <Th>Day</Th>
          <Th>Logged</Th>
          <Th numeric>Total, {unit}</Th>
          <Th numeric>Of this supplements, {unit}</Th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.date}>
            <Th scope="row">
              {point.state === "none" ? (
                formatDate(point.date, "short")
              ) : (
                <Link
                  href={`${hrefBase}/${point.date}/${mineral}`}
                  prefetch={false}
                  className="link inline-block py-1 phone:py-2.5"
                >
                  {formatDate(point.date, "short")}
                </Link>
              )}
            </Th>
            <Td>{stateWords(point)}</Td>
            <Td numeric>
              {point.amount === null
                ? point.state === "none"
                  ? "–"
                  : "no data"
                : formatFigure(mineral, point.amount, isAtLeast(point) ? "down" : "nearest")}
            </Td>
            <Td numeric>{point.supplement === null ? "–" : formatFigure(mineral, point.supplement)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
