"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/class-names";

const PLACES = [
  { href: "/settings", label: "Profile" },
  { href: "/settings/history", label: "What held when" },
  { href: "/settings/targets", label: "Targets" },
  { href: "/settings/health", label: "Conditions and medicines" },
  { href: "/settings/alerts", label: "Alerts" },
  { href: "/settings/reminders", label: "Reminders" },
  { href: "/settings/appearance", label: "Appearance" },
  { href: "/settings/foods", label: "Food tables" },
  { href: "/settings/sign-in", label: "Sign-in" },
  { href: "/settings/access", label: "Sessions and tokens" },
  { href: "/settings/activity", label: "Activity" },
  { href: "/settings/account", label: "Account and data" },
  { href: "/settings/about", label: "About" },
] as const;

/** The parts of the settings: a column beside them, on a phone a row that scrolls. */
export const SettingsNav = () => {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row moves when another place is open
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <nav ref={nav} aria-label="Settings" className="min-w-0">
      <ul className="flex gap-px overflow-x-auto lg:grid phone:-mx-4 phone:px-4 phone:pb-1">
        {PLACES.map(({ href, label }) => (
          <li key={href} className="flex-none">
            <Link
              href={href}
              aria-current={path === href ? "page" : undefined}
              className={cx(
                "flex h-[34px] items-center whitespace-nowrap rounded-md px-2.5 font-medium text-13 no-underline hover:bg-hover phone:h-11",
                path === href ? "bg-selected text-ink" : "text-ink-2",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
