import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AppShell, type NavItem } from "@/components/layout/app-shell";
import { parseSingleKeys, SINGLE_KEYS_COOKIE } from "@/components/layout/appearance";
import { accountState, getAccount } from "@/lib/access";
import { loadCatalogue } from "@/lib/catalogue/load";
import { listFavourites } from "@/lib/foods";
import { groupWords } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { MINERALS } from "@/lib/nutrition";
import { getProfile, getTargets } from "@/lib/profile";
import { endOfDay, today } from "@/lib/time";
import { DiaryProvider, FavouritesProvider, WaitingChanges } from "./_features/diary";
import { OfflineHost } from "./_features/offline";
import { LogHost } from "./_features/palette";
import { alertBadge } from "./_features/server";
import { FreshPages, SampleBanner } from "./_features/shell";

const NAV: readonly NavItem[] = [
  { href: "/today", label: "Today", icon: "today", also: ["/diary"], key: "t" },
  { href: "/trends", label: "Trends", icon: "trends", key: "r" },
  { href: "/alerts", label: "Alerts", icon: "alerts", key: "a" },
  { href: "/review", label: "Weekly review", icon: "review", key: "w" },
  { href: "/foods", label: "Foods", icon: "foods", also: ["/recipes"], key: "f" },
  { href: "/supplements", label: "Supplements", icon: "supplements", key: "u" },
  { href: "/learn", label: "Learn", icon: "learn", key: "l" },
  { href: "/settings", label: "Settings", icon: "settings", key: "s" },
];

const MINERAL_LINKS = MINERALS.map((mineral) => ({ mineral, href: `/minerals/${mineral}` }));

/** The signed-in area: who it is, where to go, and the diary that every page can log to. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  // Before anything else is read: what is shown is at least as new as this says.
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
  return (
    <DiaryProvider
      account={viewer.userId}
      revision={revision}
      today={day}
      dayEnds={dayEnds}
      timeZone={profile.timeZone}
    >
      <AppShell
        nav={NAV.map((item) => (item.href === "/alerts" ? { ...item, badge } : item))}
        minerals={MINERAL_LINKS}
        person={{
          name: viewer.sample ? "Sample diary" : (account.email?.split("@")[0] ?? "You"),
          detail: group === null ? "Targets: not set" : `Targets: ${groupWords(group)}`,
          href: "/settings",
        }}
        logHref="/today"
        todayHref="/today"
        singleKeys={parseSingleKeys((await cookies()).get(SINGLE_KEYS_COOKIE)?.value)}
        nonce={(await headers()).get("x-nonce")}
        banner={viewer.sample ? <SampleBanner /> : undefined}
      >
        <FavouritesProvider saved={favourites}>
          <LogHost version={loadCatalogue().version}>
            <OfflineHost account={viewer.userId} catalogue={loadCatalogue().version} />
            <FreshPages account={viewer.userId} revision={revision} today={day} dayEnds={dayEnds} />
            <WaitingChanges />
            {children}
          </LogHost>
        </FavouritesProvider>
      </AppShell>
    </DiaryProvider>
  );
}
