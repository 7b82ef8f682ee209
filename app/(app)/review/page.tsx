import type { Metadata } from "next";
import { ReviewPage } from "./_components/review-page";

export const metadata: Metadata = { title: "Weekly review" };

/** The review of the last week that is over. */
export default function LatestReviewRoute() {
  return <ReviewPage />;
}
