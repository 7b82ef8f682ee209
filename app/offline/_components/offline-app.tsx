"use client";

import { useEffect, useState } from "react";
import { DayBoard } from "@/app/(app)/_features/day/local";
import { WaitingChanges } from "@/app/(app)/_features/diary";
import { SignedInFrame } from "@/app/(app)/_features/frame";
import {
  type Copy,
  dayOf,
  KeptStrip,
  paletteOf,
  readCopy,
  todayOf,
} from "@/app/(app)/_features/offline/copy";
import { OpenLog } from "@/app/(app)/_features/palette";
import { parseTheme, THEME_COOKIE } from "@/components/layout/appearance";
import { MAX_LINE_LENGTH } from "@/lib/catalogue/client";
import { formatDayName } from "@/lib/format";
import type { TodayPage } from "@/lib/insights/schemas";
import { endOfDay } from "@/lib/time";
import { NeedsNetwork, NotKept } from "./needs-network";

/** The page was kept for everybody: the theme is this browser's own. */
const applyTheme = (): void => {
  const theme = parseTheme(new RegExp(`(?:^|; )${THEME_COOKIE}=([^;]*)`).exec(document.cookie)?.[1]);
  if (theme === undefined) document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
};

/** The date of the day that an address shows; null for other pages. */
const dateOf = (path: string, today: string): string | null =>
  path === "/today" ? today : (/^\/diary\/(\d{4}-\d{2}-\d{2})$/.exec(path)?.[1] ?? null);

type Found = { readonly copy: Copy | null; readonly path: string };

/** A page without the server: a day from this device's copy, or that the page needs the network. */
export const OfflineApp = () => {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    applyTheme();
    void readCopy().then((copy) => setFound({ copy, path: window.location.pathname }));
  }, []);
  if (found === null) return <div className="min-h-dvh" aria-busy />;
  const { copy, path } = found;
  if (copy === null) return <NeedsNetwork />;
  const { view, frame } = copy;
  const today = todayOf(copy);
  const date = dateOf(path, today);
  const page = date === null ? null : dayOf(copy, date);
  return (
    <SignedInFrame
      account={view.account}
      revision={view.revision}
      today={today}
      dayEnds={endOfDay(today, view.timeZone).getTime()}
      timeZone={view.timeZone}
      name={frame.name}
      group={view.group}
      favourites={view.favourites}
      catalogue={frame.catalogue}
      singleKeys={frame.singleKeys}
      nonce={null}
      notices={
        <>
          <KeptStrip at={view.at} />
          <WaitingChanges />
        </>
      }
    >
      {page === null ? <NotKept /> : <LocalDay copy={copy} page={page} />}
      {page !== null && <AskedLog />}
    </SignedInFrame>
  );
};

/** The palette, where the address asks for it; see app/(app)/today/page.tsx. */
const AskedLog = () => {
  const [query] = useState(() => new URLSearchParams(window.location.search));
  const line = query.get("line");
  const scan = query.get("scan");
  if (line !== null) return <OpenLog line={line.trim().slice(0, MAX_LINE_LENGTH)} />;
  return (scan === "camera" || scan === "picture") && <OpenLog scan={scan} />;
};

const LocalDay = ({ copy, page }: { copy: Copy; page: TodayPage }) => {
  const { repeat } = paletteOf(copy, page.date);
  useEffect(() => {
    document.title = `${formatDayName(page.date, page.today)} · Assay`;
  }, [page]);
  return (
    <DayBoard
      page={page}
      group={copy.view.group}
      quick={[]}
      repeat={repeat}
      limitNotice={copy.view.limitNotice}
      local
    />
  );
};
