import type { Metadata } from "next";
import { Suspense } from "react";
import { foodId } from "@/lib/foods/schemas";
import { DayPage, DaySkeleton } from "../_features/day";
import { OpenLog } from "../_features/palette";

export const metadata: Metadata = { title: "Today" };

type Query = { searchParams: Promise<{ log?: string | string[] }> };

/** The person's own today, by their time zone; `?log=<food>` opens the palette with that food. */
export default async function TodayPage({ searchParams }: Query) {
  const asked = foodId.safeParse((await searchParams).log);
  return (
    <>
      <Suspense fallback={<DaySkeleton title="Today" />}>
        <DayPage />
      </Suspense>
      {asked.success && <OpenLog food={asked.data} />}
    </>
  );
}
