import type { ReactNode } from "react";
import { AppShell, type NavItem } from "@/components/layout/app-shell";
import type { NavBadge } from "@/components/layout/nav-links";
import { MINERALS } from "@/lib/nutrition";
import { DiaryProvider, type Favourite, FavouritesProvider } from "../diary";
import { LogHost } from "../palette";

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

type SignedInFrameProps = {
  /** The id of the signed-in account. */
  account: string;
  /** The account's revision before what the page shows was read. */
  revision: number;
  /** The person's own today. */
  today: string;
  /** When it ends, in milliseconds since 1970. */
  dayEnds: number;
  /** IANA name of the person's time zone. */
  timeZone: string;
  /** "nora", or "Sample diary". */
  name: string;
  /** Who the targets are for, "woman, 31–50"; null when they are not set. */
  group: string | null;
  favourites: readonly Favourite[];
  /** Versions of the food tables, joined by dots. */
  catalogue: string;
  singleKeys: boolean;
  /** The count beside Alerts. */
  badge?: Promise<NavBadge | null>;
  /** The nonce of the page's inline scripts; null where it has none. */
  nonce: string | null;
  banner?: ReactNode;
  /** What stands above every page: what waits, what is offline. */
  notices: ReactNode;
  children: ReactNode;
};

/** What is around every page of the signed-in area, drawn by the server or from the local copy. */
export const SignedInFrame = ({
  account,
  revision,
  today,
  dayEnds,
  timeZone,
  name,
  group,
  favourites,
  catalogue,
  singleKeys,
  badge,
  nonce,
  banner,
  notices,
  children,
}: SignedInFrameProps) => (
  <DiaryProvider account={account} revision={revision} today={today} dayEnds={dayEnds} timeZone={timeZone}>
    <AppShell
      nav={NAV.map((item) => (item.href === "/alerts" ? { ...item, badge } : item))}
      minerals={MINERAL_LINKS}
      person={{
        name,
        detail: group === null ? "Targets: not set" : `Targets: ${group}`,
        href: "/settings",
      }}
      logHref="/today"
      todayHref="/today"
      singleKeys={singleKeys}
      nonce={nonce}
      banner={banner}
    >
      <FavouritesProvider saved={favourites}>
        <LogHost version={catalogue}>
          {notices}
          {children}
        </LogHost>
      </FavouritesProvider>
    </AppShell>
  </DiaryProvider>
);
