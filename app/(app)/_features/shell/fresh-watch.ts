// Looks whether the page is still what the server has: at every return to it, and every few seconds while it is seen.

/** What the page on the screen was made from. A new object each time it was read. */
export type Shown = {
  /** The account's revision before the page was read. */
  readonly revision: number;
  /** The person's own today. */
  readonly today: string;
  /** When that day ends, in milliseconds since 1970. */
  readonly dayEnds: number;
};

type FreshWatch = {
  readonly account: string;
  readonly shown: () => Shown;
  /** Whether something is being typed, or open, that a page read anew could take away. */
  readonly isBusy: () => boolean;
  /** Calls back when that may have changed. @returns what ends it. */
  readonly watchBusy: (changed: () => void) => () => void;
  /** Reads the page anew. */
  readonly refresh: () => void;
};

/** How often a page that is seen asks, in milliseconds. */
export const POLL_MS = 8000;
/** The longest pause while the server cannot be reached. */
const MAX_PAUSE_MS = 60_000;
/** A page that was asked to be read anew has so long before it is asked again. */
const AGAIN_MS = 15_000;
/** Pages do not all ask at the same moment: up to this part of a pause is left off. */
const SPREAD = 0.1;
/** And at midnight within so long. */
const MIDNIGHT_SPREAD_MS = 2000;
const TIMEOUT_MS = 10_000;

/** On which the tabs tell each other of changes. */
const CHANNEL = "assay";

type Known = { readonly revision: number; readonly today: string };

const isVisible = (): boolean => document.visibilityState === "visible";

/**
 * Has the page read anew when the account was changed, on this device or another, or another day has begun. While
 * something is being typed it waits. @returns what ends it.
 */
export const watchFresh = ({ account, shown, isBusy, watchBusy, refresh }: FreshWatch): (() => void) => {
  let seen = shown();
  let known: Known = seen;
  let asked = { key: "", at: 0 };
  let pause = POLL_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let ended = false;
  /** Nobody is signed in, or somebody else is: there is nothing to ask until the person comes back. */
  let refused = false;

  const settle = (): void => {
    const now = shown();
    if (now !== seen) {
      // What was just read is newer than what was known of it.
      known = { revision: Math.max(known.revision, now.revision), today: now.today };
      seen = now;
    }
    const isOld = known.revision > now.revision || known.today !== now.today;
    if (ended || !isOld || !isVisible() || isBusy()) return;
    const key = `${known.revision} ${known.today}`;
    if (asked.key === key && Date.now() - asked.at < AGAIN_MS) return;
    asked = { key, at: Date.now() };
    refresh();
  };

  const plan = (): void => {
    clearTimeout(timer);
    if (ended || refused || !isVisible()) return;
    const untilMidnight = shown().dayEnds - Date.now() + Math.random() * MIDNIGHT_SPREAD_MS;
    const next = pause * (1 - Math.random() * SPREAD);
    timer = setTimeout(look, untilMidnight > 0 ? Math.min(next, untilMidnight) : next);
  };

  const look = async (): Promise<void> => {
    clearTimeout(timer);
    if (asking || ended || !isVisible()) return;
    asking = true;
    try {
      const answer = await fetch("/api/v1/changes", {
        headers: { "assay-account": account },
        cache: "no-store",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      refused = answer.status === 401 || answer.status === 403;
      if (answer.ok) {
        const before = shown();
        const found = (await answer.json()) as Known;
        // A page that was read meanwhile may be newer than the answer.
        if (before === shown()) known = found;
        pause = POLL_MS;
      } else pause = Math.min(pause * 2, MAX_PAUSE_MS);
    } catch {
      pause = Math.min(pause * 2, MAX_PAUSE_MS);
    } finally {
      asking = false;
    }
    settle();
    plan();
  };

  const onReturn = (): void => {
    clearTimeout(timer);
    if (!isVisible()) return;
    pause = POLL_MS;
    refused = false;
    void look();
  };
  const onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) onReturn();
  };
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(CHANNEL) : null;
  channel?.addEventListener("message", ({ data }: MessageEvent) => {
    if (data?.kind !== "revision" || data.account !== account || !(data.revision > known.revision)) return;
    known = { ...known, revision: data.revision };
    settle();
  });
  document.addEventListener("visibilitychange", onReturn);
  window.addEventListener("focus", onReturn);
  window.addEventListener("online", onReturn);
  window.addEventListener("pageshow", onPageShow);
  // What was typed into is left once the next place has the focus.
  const onLeft = (): void => void setTimeout(settle);
  document.addEventListener("focusout", onLeft);
  const unwatch = watchBusy(onLeft);
  // The page may come out of a cache: what is shown is looked at soon, and not in the first moment.
  plan();
  return () => {
    ended = true;
    clearTimeout(timer);
    channel?.close();
    document.removeEventListener("visibilitychange", onReturn);
    window.removeEventListener("focus", onReturn);
    window.removeEventListener("online", onReturn);
    window.removeEventListener("pageshow", onPageShow);
    document.removeEventListener("focusout", onLeft);
    unwatch();
  };
};
