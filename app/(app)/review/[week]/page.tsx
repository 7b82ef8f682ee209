import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { weekField } from "@/lib/notices/schemas";
import { isLocalDate } from "@/lib/nutrition";
import { weekOf } from "@/lib/time";
import { ReviewPage } from "../_components/review-page";

export const metadata: Metadata = { title: "Weekly review" };

/** The review of one week, by its number: /review/2026-W19. A day leads to the week it lies in. */
export default async function WeekReviewRoute({ params }: { params: Promise<{ week: string }> }) {
  const given = (await params).week;
  if (isLocalDate(given)) redirect(`/review/${weekOf(given)}`);
  const week = weekField.safeParse(given);
  if (!week.success) notFound();
  return <ReviewPage week={week.data} />;
}
