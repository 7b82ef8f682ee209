import Link from "next/link";
import { viewerGates } from "@/app/(app)/_features/server";
import { Card, CardBody } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/placeholders";
import type { TrendsPage } from "@/lib/insights";
import type { TrendDaysView } from "@/lib/insights/schemas";
import { MINERALS, type Mineral } from "@/lib/nutrition";
import { BalancesCard } from "./balances-card";
import { GlanceCard } from "./glance-card";
import { CalendarIsland, WeeklyCharts } from "./later";
import { RefinedCard } from "./refined-card";
import { SecondLineCard } from "./second-line-card";
import { A_WEEK } from "./trend-words";

const getTargetsByMineral = ({ minerals }: TrendDaysView) =>
  Object.fromEntries(
    MINERALS.map((mineral) => [mineral, minerals.find((item) => item.mineral === mineral)?.target ?? null]),
  ) as { readonly [M in Mineral]: number | null };

/** The averages, or what a newcomer sees before there are any. */
export const Glance = async ({ span, days }: Pick<TrendsPage, "span" | "days">) => {
  const view = await days;
  return view.days.logged === 0 ? (
    <Card>
      <EmptyState
        title="Nothing logged in this span"
        action={
          <Link href="/today" className="link">
            Log something you ate
          </Link>
        }
      >
        Averages need days to be of. A day counts when it holds at least half of a usual day’s energy, or when
        you mark it complete; seven of them already show something.
      </EmptyState>
    </Card>
  ) : (
    <GlanceCard span={span} {...view} />
  );
};

export const Calendar = async ({ days }: Pick<TrendsPage, "days">) => {
  const view = await days;
  // Its colours are shares of the target.
  return view.days.logged === 0 || view.hideScores ? null : (
    <Card aria-labelledby="calendar">
      <CardBody>
        <h2 id="calendar" className="mb-3 font-semibold text-15 tracking-[-0.006em]">
          Day by day
        </h2>
        <CalendarIsland calendar={view.calendar} targets={getTargetsByMineral(view)} />
      </CardBody>
    </Card>
  );
};

export const Weeks = async ({ days }: Pick<TrendsPage, "days">) => {
  const view = await days;
  return view.days.counted < A_WEEK ? null : (
    <Card aria-labelledby="weeks">
      <CardBody>
        <h2 id="weeks" className="mb-4 font-semibold text-15 tracking-[-0.006em]">
          Week by week <span className="font-normal text-13 text-ink-3">weeks begin on Monday</span>
        </h2>
        <WeeklyCharts
          weeks={view.weeks}
          minerals={view.minerals}
          averages={{ base: "/minerals", from: view.from }}
        />
      </CardBody>
    </Card>
  );
};

/** Nutrients beside the six; nothing while no day counts. */
export const SecondLine = async ({ days, secondLine }: Pick<TrendsPage, "days" | "secondLine">) => {
  const view = await days;
  return view.days.counted === 0 ? null : <SecondLineCard items={view.secondLine} references={secondLine} />;
};

/**
 * Balances and refined food; nothing while no day counts. For whom scores are hidden no food is told to be worth less
 * than another.
 */
export const Foods = async ({ foods, days }: Pick<TrendsPage, "foods" | "days">) => {
  const [view, { days: counts, hideScores }] = await Promise.all([foods, days]);
  return counts.counted === 0 ? null : (
    <>
      <BalancesCard {...view} gates={await viewerGates()} />
      {!hideScores && <RefinedCard {...view} />}
    </>
  );
};
