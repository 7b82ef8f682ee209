import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Suspense } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { capitalise, formatBound, NBSP } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { adequacy } from "@/lib/insights";
import type { Mineral } from "@/lib/nutrition";
import type { Lesson } from "./lesson";

/** "At least 241 mg a day, over 9 days. Cannot tell yet." */
const LastMonth = async ({ mineral }: { mineral: Mineral }) => {
  const viewer = await requireViewer();
  const { items } = await adequacy(viewer, viewer.userId, {});
  const item = items.find((candidate) => candidate.mineral === mineral);
  if (item === undefined || item.mean === null) {
    return (
      <p className="px-5 pb-3 text-14 text-ink-2 phone:px-4">No day of the last 30 can be counted yet.</p>
    );
  }
  const lower = item.coverageOfMean !== null && item.coverageOfMean < 1;
  return (
    <p className="px-5 pb-3 text-14 text-ink-2 phone:px-4">
      <b className="font-medium text-ink">{capitalise(formatBound(mineral, item.mean, lower))} a day</b> on{" "}
      {item.days}
      {NBSP}
      {item.days === 1 ? "day" : "days"} of the last 30 that count: {item.words}.
    </p>
  );
};

/** Where a lesson meets the person's own days. */
export const YourNumbers = ({ lesson }: { lesson: Lesson }) => (
  <Card aria-labelledby="yours" className="order-first lg:order-none">
    <CardHeader id="yours" title="In your own numbers" className="pb-2" />
    {lesson.mineral !== undefined && (
      <Suspense fallback={<p className="h-5 px-5 pb-3 text-14 text-ink-3 phone:px-4">Reading your days …</p>}>
        <LastMonth mineral={lesson.mineral} />
      </Suspense>
    )}
    <ul className="border-line border-t">
      {lesson.yours.map(({ href, text }) => (
        <li key={href}>
          <Link
            href={href}
            className="flex min-h-11 items-center gap-2 px-5 py-2 text-14 no-underline hover:bg-hover phone:px-4"
          >
            <span className="min-w-0 flex-1">{text}</span>
            <ChevronRight size={16} strokeWidth={1.75} className="flex-none text-ink-3" aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  </Card>
);
