import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DayPage } from "@/app/(app)/_features/day";
import { formatDate } from "@/lib/format";
import { addDays, FIRST_DAY, isLocalDate, LAST_DAY } from "@/lib/nutrition";

type Params = { params: Promise<{ date: string }> };

/** Days that can be shown: the chart and the suggestions look back two weeks. */
const isShown = (date: string): boolean =>
  isLocalDate(date) && date >= addDays(FIRST_DAY, 14) && date < LAST_DAY;

export const generateMetadata = async ({ params }: Params): Promise<Metadata> => {
  const { date } = await params;
  return { title: isShown(date) ? formatDate(date, "full") : "No such day" };
};

/** Any day of the diary, past or future. */
export default async function DiaryDayPage({ params }: Params) {
  const { date } = await params;
  if (!isShown(date)) notFound();
  return <DayPage date={date} />;
}
