import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { parseSingleKeys, SINGLE_KEYS_COOKIE } from "@/components/layout/appearance";
import { accountState, getAccount } from "@/lib/access";
import { loadCatalogue } from "@/lib/catalogue/load";
import { listFavourites } from "@/lib/foods";
import { groupWords } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { getProfile, getTargets } from "@/lib/profile";
import { endOfDay, today } from "@/lib/time";
import { WaitingChanges } from "./_features/diary";
import { Background, SignedInFrame } from "./_features/frame";
import { alertBadge } from "./_features/server";
import { SampleBanner } from "./_features/shell";

/** The signed-in area: who it is, where to go, and the diary that every page can log to. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  // Before all else: what is written meanwhile makes the page old, not its revision wrong.
  const { revision } = await accountState(viewer, viewer.userId);
  // Counted beside the page; nothing waits for it.
  const badge = alertBadge();
  const [favourites, account, profile, targets] = await Promise.all([
    listFavourites(viewer, viewer.userId),
    getAccount(viewer, viewer.userId),
    getProfile(viewer, viewer.userId),
    getTargets(viewer, viewer.userId),
  ]);
  const group = targets.items.find((item) => item.group !== null)?.group ?? null;
  const day = today(profile.timeZone);
  const dayEnds = endOfDay(day, profile.timeZone).getTime();
  const catalogue = loadCatalogue().version;
  const name = viewer.sample ? "Sample diary" : (account.email?.split("@")[0] ?? "You");
  const singleKeys = parseSingleKeys((await cookies()).get(SINGLE_KEYS_COOKIE)?.value);
  return (
    <SignedInFrame
      account={viewer.userId}
      revision={revision}
      today={day}
      dayEnds={dayEnds}
      timeZone={profile.timeZone}
      name={name}
      group={group === null ? null : groupWords(group)}
      favourites={favourites}
      catalogue={catalogue}
      singleKeys={singleKeys}
      badge={badge}
      nonce={(await headers()).get("x-nonce")}
      banner={viewer.sample ? <SampleBanner /> : undefined}
      notices={
        <>
          <Background
            account={viewer.userId}
            revision={revision}
            name={name}
            catalogue={catalogue}
            singleKeys={singleKeys}
            today={day}
            dayEnds={dayEnds}
          />
          <WaitingChanges />
        </>
      }
    >
      {children}
    </SignedInFrame>
  );
}
