import type { Metadata } from "next";
import { DayPage } from "../_components/day-page";

export const metadata: Metadata = { title: "Today" };

/** The person's own today, by their time zone. */
export default function TodayPage() {
  return <DayPage />;
}
