import type { Metadata } from "next";
import { Suspense } from "react";
import { z } from "zod";
import { MAX_LINE_LENGTH } from "@/lib/catalogue/client";
import { foodId } from "@/lib/foods/schemas";
import { DayPage, DaySkeleton } from "../_features/day";
import { OpenLog } from "../_features/palette";

export const metadata: Metadata = { title: "Today" };

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What the palette is opened with: a food, a line that was shared (empty for none), or what to scan. */
const asked = z.union([
  z.object({ log: foodId }).transform(({ log }) => ({ food: log })),
  z
    .object({ line: z.string() })
    .transform(({ line }) => ({ line: line.replace(/\s+/gu, " ").trim().slice(0, MAX_LINE_LENGTH) })),
  z.object({ scan: z.enum(["camera", "picture"]) }),
]);

/** The person's own today, by their time zone; `?log=<food>`, `?line=<text>` and `?scan=camera` open the palette. */
export default async function TodayPage({ searchParams }: Query) {
  const open = asked.safeParse(await searchParams);
  return (
    <>
      <Suspense fallback={<DaySkeleton title="Today" />}>
        <DayPage />
      </Suspense>
      {open.success && <OpenLog {...open.data} />}
    </>
  );
}
