"use client";

import { useState } from "react";
import { DailyChart } from "@/components/charts/daily-chart";
import { Card, CardBody } from "@/components/ui/card";
import { Segmented } from "@/components/ui/segmented";
import type { TodayPage } from "@/lib/insights/schemas";
import { MINERALS, type Mineral, NUTRIENTS } from "@/lib/nutrition";

const options = MINERALS.map((mineral) => ({
  value: mineral,
  label: (
    <>
      <span className="phone:hidden">{NUTRIENTS[mineral].label}</span>
      <span aria-hidden className="md:hidden">
        {NUTRIENTS[mineral].symbol}
      </span>
      <span className="sr-only md:hidden">{NUTRIENTS[mineral].label}</span>
    </>
  ),
}));

/** The mineral that is furthest from its target today; the first one when none is short. */
const furthest = ({ minerals }: TodayPage): Mineral =>
  minerals
    .filter(({ short, percent }) => short !== null && percent !== null)
    .toSorted((a, b) => (a.percent as number) - (b.percent as number))[0]?.mineral ?? MINERALS[0];

/** The last two weeks of one mineral against its target. */
export const DayChart = ({ page }: { page: TodayPage }) => {
  const [mineral, setMineral] = useState<Mineral>(() => furthest(page));
  const day = page.minerals.find((candidate) => candidate.mineral === mineral);
  const points = page.charts[mineral];
  if (!day || !points) return null;
  // An upper limit that a condition switches off is not drawn.
  const off = day.state === "switched-off";
  return (
    <Card aria-label="The last 14 days">
      <CardBody className="grid gap-4">
        <div className="no-print">
          <Segmented
            label="Mineral"
            hideLabel
            look="pill"
            options={options}
            value={mineral}
            onValueChange={setMineral}
          />
        </div>
        <DailyChart
          mineral={mineral}
          points={points}
          title={`${NUTRIENTS[mineral].label}, ${page.date === page.today ? "last 14 days" : "14 days to this one"}`}
          today={page.today}
          hrefBase="/diary"
          target={day.target}
          ear={day.ear}
          ul={off ? null : day.ul}
          ulScope={off ? null : day.ulScope}
        />
      </CardBody>
    </Card>
  );
};
