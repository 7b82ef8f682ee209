import { formatBoundFigure, formatDate, NO_DATA, unitOf } from "@/lib/format";
import { LOGGED_WORDS } from "@/lib/insights/client";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Table, Td, Th } from "../ui/table";
import { type CalendarDay, dayShare } from "./calendar-scale";

/** The days of the calendar as a table: what they hold, and how much of them is known. */
export const CalendarTable = ({
  mineral,
  days,
  target,
}: {
  mineral: Mineral;
  days: readonly CalendarDay[];
  target: number | null;
}) => (
  <Table caption={`${NUTRIENTS[mineral].label}, each day`} hideCaption>
    <thead>
      <tr>
        <Th>Day</Th>
        <Th>Logged</Th>
        <Th numeric>Total, {unitOf(mineral)}</Th>
        <Th numeric>Of target</Th>
      </tr>
    </thead>
    <tbody>
      {days.map((day) => (
        <tr key={day.date}>
          <Th scope="row">{formatDate(day.date, "short")}</Th>
          <Td>{LOGGED_WORDS[day.state]}</Td>
          <Td numeric>
            {day.amount === null
              ? day.state === "none"
                ? "–"
                : NO_DATA
              : formatBoundFigure(mineral, day.amount, day.atLeast)}
          </Td>
          <Td numeric>{dayShare(day, target) ?? "–"}</Td>
        </tr>
      ))}
    </tbody>
  </Table>
);
