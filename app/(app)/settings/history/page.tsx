import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { requireViewer } from "@/lib/http";
import { getProfile } from "@/lib/profile";
import { today } from "@/lib/time";
import { PeriodForm } from "../_components/period-form";
import { periodKindsFor, periodName, periodSpan } from "../_components/period-words";
import { Section } from "../_components/section";

export const metadata: Metadata = { title: "What held when" };

export default async function HistoryPage() {
  const viewer = await requireViewer();
  const { periods, sex, birthDate, timeZone } = await getProfile(viewer, viewer.userId);
  const shared = { kinds: periodKindsFor(sex), birthDate, today: today(timeZone) };
  return (
    <>
      <Section
        id="history"
        title="What held when"
        lead="Each day is judged by what held on it. Here you see what you told, the latest first, and can correct its days."
      >
        {periods.length === 0 ? (
          <p className="text-13 text-ink-2">Nothing yet. All of it is optional.</p>
        ) : (
          <ul className="grid grid-cols-[minmax(0,1fr)]">
            {periods.toReversed().map((period) => (
              <li
                key={`${period.id} ${period.from} ${period.to} ${period.weightKg}`}
                className="border-line border-t first:border-t-0"
              >
                <details className="group">
                  <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 py-2 [&::-webkit-details-marker]:hidden">
                    <ChevronRight
                      size={16}
                      strokeWidth={1.75}
                      className="flex-none text-ink-3 group-open:rotate-90"
                      aria-hidden
                    />
                    <span className="min-w-0">
                      <span className="font-medium">{periodName(period)}</span>{" "}
                      <span className="text-13 text-ink-2">{periodSpan(period)}</span>
                    </span>
                  </summary>
                  <div className="pt-1 pb-4 pl-6">
                    <PeriodForm period={period} {...shared} />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="history-add" title="Add a time" lead="A pregnancy that is over, or a weight of last year.">
        <PeriodForm period={null} {...shared} />
      </Section>
    </>
  );
}
