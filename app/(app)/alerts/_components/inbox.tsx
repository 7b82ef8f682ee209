"use client";

import { CalendarRange, Settings2 } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState, useSyncExternalStore, useTransition } from "react";
import { AlertMark, formatAlertBasis, getAlertTitle, KindTag } from "@/app/(app)/_features/alerts";
import { useShortcut } from "@/components/layout/shortcut-provider";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/placeholders";
import { Segmented } from "@/components/ui/segmented";
import { Kbd } from "@/components/ui/tag";
import { showToast } from "@/components/ui/toast";
import type { AlertChange, AlertsPage, AlertView } from "@/lib/insights/schemas";
import type { ResolvedView } from "@/lib/notices/schemas";
import { markAlert, openedAlert } from "../actions";
import { Article } from "./article";
import { ResolvedArticle, ResolvedItem, resolvedHash } from "./resolved";

const VIEWS = [
  { value: "open", label: "Open" },
  { value: "muted", label: "Snoozed" },
  { value: "all", label: "All" },
] as const;
type View = (typeof VIEWS)[number]["value"];

const onHash = (listener: () => void) => {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
};
const hashNow = (): string => {
  try {
    return decodeURIComponent(window.location.hash.slice(1));
  } catch {
    return "";
  }
};

/** What taking a change back sends. */
const getOpposite = (change: AlertChange): AlertChange =>
  change.acknowledged === undefined ? { mutedDays: null } : { acknowledged: !change.acknowledged };

const doneWords = (change: AlertChange): string =>
  change.acknowledged === true
    ? "Marked as handled"
    : change.mutedDays
      ? `Snoozed for ${change.mutedDays} days`
      : "Open again";

/** Tells the server which alert is on the screen, once each, so that it is no longer counted as unread. */
const useOpened = (id: string | null, opened: readonly string[]) => {
  const sent = useRef(new Set<string>());
  useEffect(() => {
    if (id === null || opened.includes(id) || sent.current.has(id)) return;
    sent.current.add(id);
    // Nothing depends on it; it stays unread when it fails.
    openedAlert({ id }).catch(() => sent.current.delete(id));
  }, [id, opened]);
};

const wide = (): boolean => window.matchMedia("(min-width: 768px)").matches;
const onWidth = (listener: () => void) => {
  const query = window.matchMedia("(min-width: 768px)");
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};

type InboxProps = {
  page: AlertsPage;
  /** Ids of the alerts that were looked at since they were told. */
  opened: readonly string[];
  /** What ceased to hold of late. */
  resolved: readonly ResolvedView[];
};

/** The list of alerts and the one that is read. The address names it, so that Back and links from elsewhere work. */
export const Inbox = ({ page, opened, resolved }: InboxProps) => {
  const [view, setView] = useState<View>("open");
  const [busy, startTransition] = useTransition();
  const named = useSyncExternalStore(onHash, hashNow, () => "");
  const shown = page.items.filter(({ state, told }) => view === "all" || (state === view && told));
  const earlier = view === "muted" ? [] : resolved;
  const chosenEarlier = earlier.find((item) => resolvedHash(item) === named);
  const chosen = shown.find(({ id }) => id === named);
  const isChosen = chosen !== undefined || chosenEarlier !== undefined;
  const current = chosenEarlier ? undefined : (chosen ?? shown[0]);
  const besides = useSyncExternalStore(onWidth, wide, () => false);
  useOpened(chosen?.id ?? (besides ? (current?.id ?? null) : null), opened);

  const step = (by: number) => {
    const at = current ? shown.indexOf(current) + by : 0;
    const next = shown[at];
    if (next) window.location.replace(`#${next.id}`);
  };
  const change = (alert: AlertView, to: AlertChange, undone = false) =>
    startTransition(async () => {
      const result = await markAlert({ id: alert.id, change: to });
      if (!result.ok) showToast(result.error.message);
      else
        showToast(doneWords(to), {
          description: getAlertTitle(alert),
          ...(!undone && { onUndo: () => change(alert, getOpposite(to), true) }),
        });
    });
  const onOpen = (to: AlertChange) => () => {
    if (current?.state === "open" && !busy) change(current, to);
  };
  useShortcut({ id: "next-alert", keys: ["j"], label: "Next alert", run: () => step(1) });
  useShortcut({ id: "previous-alert", keys: ["k"], label: "Previous alert", run: () => step(-1) });
  useShortcut({
    id: "alert-handled",
    keys: ["e"],
    label: "Mark as handled",
    run: onOpen({ acknowledged: true }),
  });
  useShortcut({ id: "alert-snooze", keys: ["s"], label: "Snooze 7 days", run: onOpen({ mutedDays: 7 }) });

  return (
    <Card
      aria-label="Alerts"
      aria-busy={busy}
      className={cx(
        "grid overflow-clip md:grid-cols-[280px_minmax(0,1fr)] lg:grid-cols-[340px_minmax(0,1fr)]",
        "phone:rounded-none phone:border-0 phone:bg-transparent phone:shadow-none",
      )}
    >
      <div className={cx("border-line md:border-r md:bg-bg", isChosen && "phone:hidden")}>
        <header className="flex flex-wrap items-center gap-3 px-4 pt-4 pb-3 phone:px-0 phone:pt-0">
          <h1 className="font-semibold text-22 tracking-[-0.014em] phone:text-18">Alerts</h1>
          <Segmented
            label="Show"
            hideLabel
            look="pill"
            options={VIEWS}
            value={view}
            onValueChange={setView}
            className="no-print ml-auto"
          />
        </header>
        {shown.length === 0 ? (
          <EmptyState title={view === "open" ? "Nothing needs a look" : "Nothing here"}>
            {view === "open"
              ? "When your days say something worth knowing, it appears here with what it rests on."
              : "What you snooze waits here until its day comes."}
          </EmptyState>
        ) : (
          <ul className="grid gap-0.5 px-2 pb-3 phone:px-0">
            {shown.map((alert) => (
              <li key={alert.id}>
                <a
                  href={`#${alert.id}`}
                  aria-current={alert === current ? "true" : undefined}
                  className={cx(
                    "grid grid-cols-[28px_minmax(0,1fr)] gap-3 rounded-[10px] px-2.5 py-3 no-underline hover:bg-hover phone:px-1",
                    alert === current && "md:bg-surface md:inset-ring md:inset-ring-line-2",
                  )}
                >
                  <AlertMark alert={alert} size={28} />
                  <span className="min-w-0">
                    <span
                      className={cx(
                        "block text-pretty text-14",
                        alert.state === "open" ? "font-semibold" : "font-medium text-ink-2",
                      )}
                    >
                      {alert.state === "open" && !opened.includes(alert.id) && (
                        <span className="mr-1.5 inline-block size-2 rounded-full bg-ink align-[1px]">
                          <span className="sr-only">Unread: </span>
                        </span>
                      )}
                      {getAlertTitle(alert)}
                    </span>
                    <span className="block text-pretty text-13 text-ink-2">{formatAlertBasis(alert)}</span>
                    <span className="mt-1.5 flex flex-wrap gap-1.5">
                      <KindTag alert={alert} />
                      {view === "all" && alert.state !== "open" && (
                        <span className="text-12 text-ink-3 leading-5">
                          {alert.state === "muted" ? "Snoozed" : "Handled"}
                        </span>
                      )}
                      {!alert.told && <span className="text-12 text-ink-3 leading-5">Switched off</span>}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {earlier.length > 0 && (
          <section aria-labelledby="earlier" className="border-line border-t px-2 pt-3 pb-3 phone:px-0">
            <h2 id="earlier" className="px-2.5 pb-1 text-13 text-ink-2 phone:px-1">
              Earlier
            </h2>
            <ul className="grid gap-0.5">
              {earlier.map((item) => (
                <li key={item.id}>
                  <ResolvedItem resolved={item} current={item === chosenEarlier} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="no-print flex flex-wrap gap-x-4 border-line border-t px-4 py-2 text-13 phone:px-0">
          <Link href="/review" className="link inline-flex min-h-8 items-center gap-1.5 phone:min-h-11">
            <CalendarRange size={14} strokeWidth={1.75} aria-hidden />
            Weekly review
          </Link>
          <Link
            href="/settings/alerts"
            className="link inline-flex min-h-8 items-center gap-1.5 phone:min-h-11"
          >
            <Settings2 size={14} strokeWidth={1.75} aria-hidden />
            What you are told
          </Link>
        </p>
        <p className="hidden gap-1.5 px-4 pb-4 text-12 text-ink-3 lg:flex lg:items-center">
          <Kbd>J</Kbd> <Kbd>K</Kbd> next, previous <Kbd>E</Kbd> handled <Kbd>S</Kbd> snooze
        </p>
      </div>
      {chosenEarlier && (
        <div className="min-w-0">
          <ResolvedArticle key={chosenEarlier.id} resolved={chosenEarlier} />
        </div>
      )}
      {current && (
        <div className={cx("min-w-0", !chosen && "phone:hidden")}>
          <Article key={current.id} alert={current} page={page} onChange={change} />
        </div>
      )}
    </Card>
  );
};
