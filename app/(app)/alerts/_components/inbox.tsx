"use client";

import { useState, useSyncExternalStore, useTransition } from "react";
import { useShortcut } from "@/components/layout/shortcut-provider";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { Segmented } from "@/components/ui/segmented";
import { showToast } from "@/components/ui/toast";
import type { AlertChange, AlertsPage, AlertView } from "@/lib/insights/schemas";
import { basisOf, titleOf } from "../../_components/alert-words";
import { markAlert } from "../actions";
import { AlertMark, KindTag } from "./alert-mark";
import { Article } from "./article";

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
const undoOf = (change: AlertChange): AlertChange =>
  change.acknowledged === undefined ? { mutedDays: null } : { acknowledged: !change.acknowledged };

const doneWords = (change: AlertChange): string =>
  change.acknowledged === true
    ? "Marked as handled"
    : change.mutedDays
      ? `Snoozed for ${change.mutedDays} days`
      : "Open again";

/** The list of alerts and the one that is read. The address names it, so that Back and links from elsewhere work. */
export const Inbox = ({ page }: { page: AlertsPage }) => {
  const [view, setView] = useState<View>("open");
  const [busy, startTransition] = useTransition();
  const named = useSyncExternalStore(onHash, hashNow, () => "");
  const shown = page.items.filter(({ state }) => view === "all" || state === view);
  const chosen = shown.find(({ id }) => id === named);
  const current = chosen ?? shown[0];

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
          description: titleOf(alert),
          ...(!undone && { onUndo: () => change(alert, undoOf(to), true) }),
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
      <div className={cx("border-line md:border-r md:bg-bg", chosen && "phone:hidden")}>
        <header className="flex flex-wrap items-center gap-3 px-4 pt-4 pb-3 phone:px-0 phone:pt-0">
          <h1 className="font-semibold text-22 tracking-[-0.014em] phone:text-18">Alerts</h1>
          <Segmented
            label="Show"
            hideLabel
            look="pill"
            options={VIEWS}
            value={view}
            onValueChange={setView}
            className="ml-auto"
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
                      {titleOf(alert)}
                    </span>
                    <span className="block text-pretty text-13 text-ink-2">{basisOf(alert)}</span>
                    <span className="mt-1.5 flex flex-wrap gap-1.5">
                      <KindTag alert={alert} />
                      {view === "all" && alert.state !== "open" && (
                        <span className="text-12 text-ink-3 leading-5">
                          {alert.state === "muted" ? "Snoozed" : "Handled"}
                        </span>
                      )}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
        <p className="hidden gap-1.5 px-4 pb-4 text-12 text-ink-3 lg:flex lg:items-center">
          <Kbd>J</Kbd> <Kbd>K</Kbd> next, previous <Kbd>E</Kbd> handled <Kbd>S</Kbd> snooze
        </p>
      </div>
      {current && (
        <div className={cx("min-w-0", !chosen && "phone:hidden")}>
          <Article key={current.id} alert={current} page={page} onChange={change} />
        </div>
      )}
    </Card>
  );
};
