"use client";

import type { ComponentProps } from "react";
import { OfflineHost } from "../offline";
import { FreshPages } from "../shell";

/** What runs beside every page of the signed-in area: what is kept for use without a network, and what keeps it fresh. */
export const Background = ({
  today,
  dayEnds,
  ...whose
}: ComponentProps<typeof OfflineHost> & Pick<ComponentProps<typeof FreshPages>, "today" | "dayEnds">) => (
  <>
    <OfflineHost {...whose} />
    <FreshPages account={whose.account} revision={whose.revision} today={today} dayEnds={dayEnds} />
  </>
);
