import { notFound } from "next/navigation";
import { SafetyFooter } from "@/app/(app)/_features/shell";
import { PageHeader, PrintFrame } from "@/components/layout/page-header";
import { PrintButton } from "@/components/layout/print-button";
import { WeekNav } from "@/components/layout/week-nav";
import { WeekStrip } from "@/components/nutrition/week-strip";
import { Card, CardHeader } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { EmptyState } from "@/components/ui/placeholders";
import { isAppError } from "@/lib/errors";
import { requireViewer } from "@/lib/http";
import { weeklyReview } from "@/lib/notices";
import type { ReviewView } from "@/lib/notices/schemas";
import { Improved, StillOpen } from "./findings";
import { FoodsCard } from "./foods-card";
import { LogNow } from "./log-now";
import { MineralsTable } from "./minerals-table";
import { OneThingCard } from "./one-thing-card";
import { basisWords, isCompared, leftOutWords, switchedOffWords, weekWords } from "./review-words";

const read = async (week: string | undefined): Promise<ReviewView> => {
  const viewer = await requireViewer();
  try {
    return await weeklyReview(viewer, viewer.userId, week);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
};

const getWeekPath = (week: string | null): string | null => (week === null ? null : `/review/${week}`);

/** A week that is over: how well it is known, its averages, what improved, what is open, and one thing to try. */
export const ReviewPage = async ({ week }: { week?: string }) => {
  const review = await read(week);
  const { days, hideScores, previous, next } = review;
  const empty = days.items.every(({ state }) => state === "none");
  return (
    <PrintFrame
      title={`Weekly review, ${weekWords(review)}`}
      detail="Averages of the days that count. What a food does not state is unknown, never zero. Intake is no diagnosis."
    >
      <PageHeader
        title="Weekly review"
        detail={weekWords(review)}
        nav={<WeekNav previous={getWeekPath(previous)} next={getWeekPath(next)} />}
        week={
          hideScores ? undefined : (
            <WeekStrip
              label="Days of the week"
              current=""
              days={days.items.map(({ date, state }) => ({ date, state, href: `/diary/${date}` }))}
            />
          )
        }
        actions={empty ? undefined : <PrintButton />}
      />
      {empty ? <Empty review={review} /> : <Board review={review} />}
      <SafetyFooter />
    </PrintFrame>
  );
};

const Empty = ({ review: { openOn } }: { review: ReviewView }) => (
  <Card>
    <EmptyState
      title="Nothing was logged in this week"
      action={openOn === "now" && <LogNow>Log food</LogNow>}
    >
      {openOn === "now"
        ? "The review of a week comes when the week is over: what its days held, what changed, and one thing to try."
        : "It counts as not logged, never as nothing eaten."}
    </EmptyState>
  </Card>
);

const Board = ({ review }: { review: ReviewView }) => {
  const { days, minerals, foods, hideScores, openOn, open } = review;
  const compared = isCompared(review);
  const off = switchedOffWords(review);
  const leftOut = hideScores ? [] : leftOutWords(days);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_344px] phone:gap-3.5">
      <div className="grid gap-5 phone:gap-3.5">
        <Card aria-labelledby="averages">
          <CardHeader id="averages" title="An average day" detail={basisWords(review)} />
          <div className="px-5 pt-2 pb-3 phone:px-4">
            {days.counted > 0 && (
              <MineralsTable minerals={minerals} span={review} compared={compared} shares={!hideScores} />
            )}
            {off !== null && <Note className="mt-2.5">{off}</Note>}
            {leftOut.map((words) => (
              <Note key={words} className="mt-2.5">
                {words}, so it is not in the averages.
              </Note>
            ))}
            {compared && (
              <p className="pt-3 text-12 text-ink-3">
                Days differ by chance; a change is only told where the 95{"\u00a0"}% range leaves zero out.
                With six minerals, up to one week in four shows a change by chance alone.
              </p>
            )}
          </div>
        </Card>
        <Improved review={review} />
      </div>
      <div className="grid gap-5 phone:gap-3.5">
        <OneThingCard review={review} />
        <StillOpen open={open} openOn={openOn} />
        {foods.length > 0 && <FoodsCard foods={foods} />}
      </div>
    </div>
  );
};
