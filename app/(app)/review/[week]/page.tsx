import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { weekField } from "@/lib/notices/schemas";
import { ReviewPage } from "../_components/review-page";

export const metadata: Metadata = { title: "Weekly review" };

/** The review of one week, by its number: /review/2026-W19. */
export default async function WeekReviewRoute({ params }: { params: Promise<{ week: string }> }) {
  const week = weekField.safeParse((await params).week);
  if (!week.success) notFound();
  return <ReviewPage week={week.data} />;
}
