import { showToast } from "@/components/ui/toast";

// A page that a reminder has opened offers to end these reminders: some systems show no buttons on messages.

const MARK = "#reminder=";
/** Long enough to be found, in milliseconds. */
const SHOWN_MS = 20_000;

const stop = async (token: string): Promise<void> => {
  const path = `/reminders/${encodeURIComponent(token)}/stop`;
  const answer = await fetch(path, { method: "POST" }).catch(() => null);
  // 404: this device is reminded of nothing any more.
  const done = answer?.ok || answer?.status === 404;
  showToast(done ? "This device gets no more of these reminders" : "The server did not answer. Try again.");
};

const offer = (token: string): void => {
  showToast("Opened from a reminder", {
    duration: SHOWN_MS,
    action: { label: "Stop these reminders", onClick: () => void stop(token) },
  });
};

/** Takes the token out of the address, so that nothing keeps it. */
const takeToken = (): string | null => {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(MARK)) return null;
  window.history.replaceState(window.history.state, "", `${pathname}${search}`);
  return hash.slice(MARK.length);
};

/** Offers it on this page, now and whenever a reminder brings the page to the front. @returns what ends it. */
export const watchReminders = (): (() => void) => {
  const token = takeToken();
  if (token) offer(token);
  const onMessage = ({ data }: MessageEvent) => {
    if (data?.kind === "reminder-opened" && typeof data.stop === "string") offer(data.stop);
  };
  const { serviceWorker } = navigator;
  serviceWorker?.addEventListener("message", onMessage);
  return () => serviceWorker?.removeEventListener("message", onMessage);
};
