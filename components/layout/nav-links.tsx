"use client";

import {
  BookOpen,
  CalendarRange,
  ChartNoAxesColumn,
  CircleUserRound,
  FileText,
  Inbox,
  LayoutList,
  Pill,
  Search,
  Settings,
  Soup,
  Target,
  TestTube,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Suspense, use } from "react";
import { cx } from "../ui/class-names";
import { useFirstPageSettled } from "../ui/hydrate-later";

const ICONS = {
  today: LayoutList,
  trends: ChartNoAxesColumn,
  foods: Soup,
  search: Search,
  supplements: Pill,
  labs: TestTube,
  report: FileText,
  alerts: Inbox,
  review: CalendarRange,
  learn: BookOpen,
  targets: Target,
  settings: Settings,
  person: CircleUserRound,
};

export type NavIconName = keyof typeof ICONS;

export type NavBadge = { readonly count: number; readonly label: string };

export type NavItem = {
  href: string;
  label: string;
  icon: NavIconName;
  /** Other paths that count as this place, such as "/diary". */
  also?: readonly string[];
  /** A count and how it is read: 3, "3 open alerts". */
  badge?: NavBadge | Promise<NavBadge | null> | undefined;
  /** The second stroke of a "G then …" shortcut. */
  key?: string;
};

export const NavIcon = ({ name, size = 16 }: { name: NavIconName; size?: number }) => {
  const Icon = ICONS[name];
  return <Icon size={size} strokeWidth={1.75} className="flex-none" aria-hidden />;
};

const useIsCurrent = () => {
  const path = usePathname();
  return ({ href, also = [] }: Pick<NavItem, "href" | "also">): boolean =>
    [href, ...also].some((place) => path === place || path.startsWith(`${place}/`));
};

/** The count of a place. One that is still being counted appears when it is known, and holds nothing up. */
const Badge = ({ of: badge, className }: { of: NavItem["badge"]; className: string }) =>
  badge === undefined ? null : (
    <Suspense>
      <Count badge={badge} className={className} />
    </Suspense>
  );

const Count = ({ badge, className }: { badge: NonNullable<NavItem["badge"]>; className: string }) => {
  const known = "then" in badge ? use(badge) : badge;
  return known === null ? null : (
    <span className={className}>
      <span aria-hidden>{known.count}</span>
      <span className="sr-only">{known.label}</span>
    </span>
  );
};

/** Links of the sidebar; on the icon rail only their icons show. In a sheet (`wide`) the words always do. */
export const SideLinks = ({ items, wide = false }: { items: readonly NavItem[]; wide?: boolean }) => {
  const isCurrent = useIsCurrent();
  return (
    <ul className="grid gap-px">
      {items.map((item) => (
        <li key={item.href}>
          <SideLink href={item.href} current={isCurrent(item)} wide={wide} label={item.label}>
            <NavIcon name={item.icon} />
            <span className={wide ? undefined : "max-lg-sr"}>{item.label}</span>
            <Badge
              of={item.badge}
              className={cx("ml-auto font-medium text-12 text-ink-2", !wide && "max-lg-sr")}
            />
          </SideLink>
        </li>
      ))}
    </ul>
  );
};

/** One link of the sidebar. */
export const SideLink = ({
  href,
  current,
  wide,
  label,
  children,
}: {
  href: string;
  current: boolean;
  wide: boolean;
  label: string;
  children: React.ReactNode;
}) => (
  <Link
    href={href}
    prefetch={useFirstPageSettled() ? null : false}
    title={wide ? undefined : label}
    aria-current={current ? "page" : undefined}
    className={cx(
      "flex items-center gap-2.5 rounded-md font-medium no-underline hover:bg-hover",
      wide ? "h-11 px-2" : "size-10 justify-center lg:h-[34px] lg:w-auto lg:justify-start lg:px-2",
      current ? "bg-selected text-ink" : "text-ink-2 [&>svg:not(.hallmark)]:text-ink-3",
    )}
  >
    {children}
  </Link>
);

/** A side link that finds out by itself whether it is the current page. */
export const PathLink = ({
  href,
  label,
  wide,
  children,
}: Omit<Parameters<typeof SideLink>[0], "current">) => (
  <SideLink href={href} label={label} wide={wide} current={useIsCurrent()({ href })}>
    {children}
  </SideLink>
);

/** One tab of a phone's tab bar. */
export const TabLink = ({ item }: { item: NavItem }) => (
  <Link
    href={item.href}
    prefetch={useFirstPageSettled() ? null : false}
    aria-current={useIsCurrent()(item) ? "page" : undefined}
    className="relative grid h-12 content-center justify-items-center gap-0.5 font-medium text-11 text-ink-3 no-underline aria-[current]:text-ink"
  >
    <NavIcon name={item.icon} size={20} />
    {item.label}
    <Badge
      of={item.badge}
      className="absolute top-0 left-[calc(50%+6px)] min-w-[15px] rounded-full bg-low px-1 text-center font-semibold text-11 text-surface leading-[15px]"
    />
  </Link>
);
