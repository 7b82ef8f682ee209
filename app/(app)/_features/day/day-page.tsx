import { PageHeader } from "@/components/layout/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { formatDayName, groupWords } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { todayPage } from "@/lib/insights";
import { type LocalDate, UPPER_LIMIT_NOTICE } from "@/lib/nutrition";
import { getProfile, getTargets } from "@/lib/profile";
import { hourIn } from "@/lib/time";
import { TopAlert } from "../alerts";
import { mealAt } from "../diary";
import { openAlerts, readRepeat, withShortNames } from "../server";
import { ProductHint, SafetyFooter } from "../shell";
import { DayBoard } from "./day-board-later";
import { quickFoods } from "./quick-foods";
import { SecondLineCard } from "./second-line-card";

/** One day of the signed-in person: today when no date is given. */
export const DayPage = async ({ date }: { date?: LocalDate }) => {
  const viewer = await requireViewer();
  const [{ secondLine, ...found }, alerts] = await Promise.all([
    todayPage(viewer, viewer.userId, date),
    date === undefined ? openAlerts() : null,
  ]);
  const page = withShortNames(found);
  const empty = page.meals.every(({ entries }) => entries.length === 0);
  const [repeat, profile, targets, quick] = await Promise.all([
    readRepeat(viewer, viewer.userId, page.date),
    getProfile(viewer, viewer.userId),
    empty ? getTargets(viewer, viewer.userId, page.date) : null,
    empty ? quickFoods(viewer, viewer.userId, page) : [],
  ]);
  const group = targets?.items.find((item) => item.group !== null)?.group ?? null;
  return (
    <>
      <DayBoard
        waiting={<DaySkeleton title={formatDayName(page.date, page.today)} />}
        page={page}
        group={group === null ? null : groupWords(group)}
        quick={quick}
        repeat={repeat}
        mealNow={page.date === page.today ? mealAt(hourIn(profile.timeZone)) : null}
        alert={alerts?.first && <TopAlert alert={alerts.first} open={alerts.open} />}
        limitNotice={UPPER_LIMIT_NOTICE.text}
        also={
          secondLine.some(({ total }) => total.entries > 0) ? <SecondLineCard items={secondLine} /> : null
        }
        alarm={alerts?.first?.rule === "single-day-alarm"}
      />
      {date === undefined && <ProductHint />}
      <SafetyFooter />
    </>
  );
};

/** The frame of a day, until its entries are read. */
export const DaySkeleton = ({ title }: { title: string }) => (
  <>
    <PageHeader title={title} />
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_344px] phone:gap-3.5" aria-busy>
      <Card className="h-[500px]">
        <CardHeader title="Minerals so far" />
        <div className="grid gap-7 px-5 pt-8">
          {[1, 2, 3, 4, 5, 6].map((row) => (
            <Skeleton key={row} className="h-10" />
          ))}
        </div>
      </Card>
      <Skeleton className="h-[500px]" />
    </div>
    <Skeleton className="h-[480px]" />
  </>
);
