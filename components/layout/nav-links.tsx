"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, Suspense, use } from "react";
import { cx } from "../ui/class-names";
import { useFirstPageSettled } from "../ui/hydrate-later";

export type NavBadge = { readonly count: number; readonly label: string };

/** Where a link of the navigation leads, and which other paths count as the same place, such as "/diary". */
type Place = { readonly href: string; readonly also?: readonly string[] };

const useIsCurrent = ({ href, also = [] }: Place): boolean => {
  const path = usePathname();
  return [href, ...also].some((place) => path === place || path.startsWith(`${place}/`));
};

/** A link of the sidebar. On the icon rail only its icon shows; in a sheet (`wide`) its words always do. */
export const SideLink = ({
  label,
  wide,
  children,
  ...place
}: Place & { label: string; wide: boolean; children: ReactNode }) => {
  const current = useIsCurrent(place);
  return (
    <Link
      href={place.href}
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
};

/** One tab of a phone's tab bar. */
export const TabLink = ({ children, ...place }: Place & { children: ReactNode }) => (
  <Link
    href={place.href}
    prefetch={useFirstPageSettled() ? null : false}
    aria-current={useIsCurrent(place) ? "page" : undefined}
    className="relative grid h-12 content-center justify-items-center gap-0.5 font-medium text-11 text-ink-3 no-underline aria-[current]:text-ink"
  >
    {children}
  </Link>
);

type BadgeCount = NavBadge | Promise<NavBadge | null>;

/** The count of a place. One that is still being counted appears when it is known, and holds nothing up. */
export const Badge = ({ of: badge, className }: { of: BadgeCount | undefined; className: string }) =>
  badge === undefined ? null : (
    <Suspense>
      <Count badge={badge} className={className} />
    </Suspense>
  );

const Count = ({ badge, className }: { badge: BadgeCount; className: string }) => {
  const known = "then" in badge ? use(badge) : badge;
  return known === null ? null : (
    <span className={className}>
      <span aria-hidden>{known.count}</span>
      <span className="sr-only">{known.label}</span>
    </span>
  );
};
