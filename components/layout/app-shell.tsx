import Link from "next/link";
import type { ReactNode } from "react";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Hallmark } from "../nutrition/hallmark";
import { cx } from "../ui/class-names";
import { ANSWERS_LATER, TAB_BAR } from "../ui/early-presses";
import { KEEP_EARLY_PRESSES } from "../ui/early-presses-script";
import { Brand } from "./brand";
import { ToastHost } from "./later";
import { LOG_SHORTCUT, LogTab } from "./log-tab";

import { MoreSheet } from "./more-sheet";
import { NavIcon, type NavIconName } from "./nav-icon";
import { Badge, type NavBadge, SideLink, TabLink } from "./nav-links";
import { LinkShortcut, ShortcutProvider } from "./shortcut-provider";

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

type AppShellProps = {
  /** The places that exist, most used first; the first three get a tab on a phone. */
  nav: readonly NavItem[];
  /** The pages of the minerals, when there are any. */
  minerals?: readonly { mineral: Mineral; href: string }[];
  /** Who is signed in and what the targets are for: "Nora", "Targets: woman, 31–50". */
  person: { name: string; detail: string; href: string };
  /** Where food is logged without the palette. */
  logHref: string;
  todayHref: string;
  /** False switches single-key shortcuts off. */
  singleKeys?: boolean;
  /** A line above the page, such as "This is a sample diary". */
  banner?: ReactNode;
  /** The nonce of the page's inline scripts; null where it has none. */
  nonce?: string | null;
  children: ReactNode;
};

/** The frame of every signed-in page: sidebar, icon rail or tab bar by width; skip link; shortcuts; toasts. */
export const AppShell = ({
  nav,
  minerals = [],
  person,
  logHref,
  todayHref,
  singleKeys = true,
  banner,
  nonce = null,
  children,
}: AppShellProps) => {
  const tabs = nav.slice(0, 3);
  const rest = nav.slice(3);
  const left = Math.ceil(tabs.length / 2);
  return (
    <ShortcutProvider singleKeys={singleKeys}>
      <script
        {...(nonce !== null && { nonce })}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
        dangerouslySetInnerHTML={{ __html: KEEP_EARLY_PRESSES }}
        suppressHydrationWarning
      />
      <LinkShortcut id={LOG_SHORTCUT} keys={["l", "mod+k"]} label="Log food" href={logHref} />
      <LinkShortcut id="today" keys={["t"]} label="Today" href={todayHref} />
      {nav.map(
        ({ key, label, href }) =>
          key !== undefined && (
            <LinkShortcut
              key={href}
              id={`go-${key}`}
              keys={[`g ${key}`]}
              label={`Go to ${label}`}
              href={href}
            />
          ),
      )}
      <a
        href="#main"
        className="no-print sr-only z-50 rounded-md bg-ink px-4 py-2 font-medium text-on-ink focus:not-sr-only focus:fixed! focus:top-3! focus:left-3!"
      >
        Skip to content
      </a>
      <div className="min-h-dvh md:grid md:grid-cols-[64px_minmax(0,1fr)] lg:grid-cols-[208px_minmax(0,1fr)] print:block!">
        <aside className="no-print sticky top-0 flex h-dvh flex-col overflow-y-auto border-line border-r px-3 py-5 lg:pb-4 phone:hidden">
          <Link
            href={todayHref}
            prefetch={false}
            className="mb-5 rounded-sm px-2 no-underline"
            aria-label="Assay, today"
          >
            <Brand rail />
          </Link>
          <nav aria-label="Main">
            <SideLinks items={nav} />
          </nav>
          {minerals.length > 0 && (
            <nav aria-label="Minerals">
              <p className="max-lg-rule px-2 pt-5 pb-1.5 font-medium text-12 text-ink-3">
                <span className="max-lg-sr">Minerals</span>
              </p>
              <MineralLinks minerals={minerals} wide={false} />
            </nav>
          )}
          <Link
            href={person.href}
            prefetch={false}
            title={`${person.name}. ${person.detail}`}
            className="mt-auto grid gap-0.5 rounded-md px-2 pt-3 pb-1 text-12 text-ink-3 no-underline hover:text-ink"
          >
            <span className="flex items-center gap-2 text-ink-2">
              <NavIcon name="person" />
              <span className="max-lg-sr truncate">{person.name}</span>
            </span>
            <span className="max-lg-sr truncate pl-6">{person.detail}</span>
          </Link>
        </aside>
        <div className="min-w-0">
          {banner}
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto grid w-full grid-cols-[minmax(0,1fr)] max-w-[1120px] content-start gap-5 px-6 pt-5 pb-14 outline-none lg:px-8 lg:pt-6 lg:pb-16 phone:gap-3.5 phone:px-4 phone:pt-3 phone:pb-26 print:max-w-none! print:p-0!"
          >
            {children}
          </main>
        </div>
      </div>
      <nav
        id={TAB_BAR}
        {...{ [ANSWERS_LATER]: "" }}
        suppressHydrationWarning
        aria-label="Main, short"
        className="no-print fixed inset-x-0 bottom-0 z-20 grid auto-cols-fr grid-flow-col items-center border-line border-t bg-surface/95 px-2 pt-1.5 pb-[calc(14px+env(safe-area-inset-bottom))] backdrop-blur-md md:hidden"
      >
        {tabs.slice(0, left).map((item) => (
          <Tab key={item.href} item={item} />
        ))}
        <LogTab href={logHref}>
          <NavIcon name="log" size={20} />
        </LogTab>
        {tabs.slice(left).map((item) => (
          <Tab key={item.href} item={item} />
        ))}
        <MoreSheet icon={<NavIcon name="more" size={20} />}>
          <SideLinks items={rest} wide />
          <MineralLinks minerals={minerals} wide />
          <SideLink href={person.href} label={person.name} wide>
            <NavIcon name="person" />
            <span>
              {person.name} <span className="font-normal text-13 text-ink-3">{person.detail}</span>
            </span>
          </SideLink>
        </MoreSheet>
      </nav>
      <ToastHost />
    </ShortcutProvider>
  );
};

const MineralLinks = ({
  minerals,
  wide,
}: {
  minerals: NonNullable<AppShellProps["minerals"]>;
  wide: boolean;
}) => (
  <ul className="grid gap-px">
    {minerals.map(({ mineral, href }) => (
      <li key={mineral}>
        <SideLink href={href} label={NUTRIENTS[mineral].label} wide={wide}>
          <span className="-mx-0.5">
            <Hallmark mineral={mineral} size={20} />
          </span>
          <span className={wide ? undefined : "max-lg-sr"}>{NUTRIENTS[mineral].label}</span>
        </SideLink>
      </li>
    ))}
  </ul>
);

/** Places of the sidebar, or of the sheet of a phone (`wide`). */
const SideLinks = ({ items, wide = false }: { items: readonly NavItem[]; wide?: boolean }) => (
  <ul className="grid gap-px">
    {items.map(({ href, also = [], label, icon, badge }) => (
      <li key={href}>
        <SideLink href={href} also={also} label={label} wide={wide}>
          <NavIcon name={icon} />
          <span className={wide ? undefined : "max-lg-sr"}>{label}</span>
          <Badge of={badge} className={cx("ml-auto font-medium text-12 text-ink-2", !wide && "max-lg-sr")} />
        </SideLink>
      </li>
    ))}
  </ul>
);

const Tab = ({ item: { href, also = [], label, icon, badge } }: { item: NavItem }) => (
  <TabLink href={href} also={also}>
    <NavIcon name={icon} size={20} />
    {label}
    <Badge
      of={badge}
      className="absolute top-0 left-[calc(50%+6px)] min-w-[15px] rounded-full bg-low px-1 text-center font-semibold text-11 text-surface leading-[15px]"
    />
  </TabLink>
);
