"use client";

import { RefreshCw, WifiOff } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { KEPT_AT } from "../messages";
import { keptWords } from "./kept-words";
import { registerWorker, tellWorker, type WaitingVersion } from "./register-worker";

/** How long a page is looked at before it is kept, in milliseconds. */
const SEEN_AFTER_MS = 3000;

type Whose = {
  readonly account: string;
  /** The food tables that the pages search. */
  readonly catalogue: string;
};

/** Registers the service worker and tells it whose pages these are. @returns the version that waits. */
const useWorker = ({ account, catalogue }: Whose): WaitingVersion | null => {
  const [waiting, setWaiting] = useState<WaitingVersion | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    registerWorker(() => tellWorker({ kind: "here", account, catalogue }), setWaiting, stop.signal).catch(
      (error) => console.warn("The app cannot be kept for use without a network.", error),
    );
    return () => stop.abort();
  }, [account, catalogue]);
  return waiting;
};

/** Has the page kept that is looked at, unless it is itself a kept one. */
const useKeeping = (account: string, isKept: boolean): void => {
  const path = usePathname();
  const query = useSearchParams().toString();
  useEffect(() => {
    if (isKept) return;
    const timer = setTimeout(
      () => tellWorker({ kind: "seen", account, path: query === "" ? path : `${path}?${query}` }),
      SEEN_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [account, path, query, isKept]);
};

const onReconnect = (back: () => void): (() => void) => {
  window.addEventListener("online", back);
  return () => window.removeEventListener("online", back);
};

/** When the page that is shown was kept; null for one that the server has just sent. */
const useKeptAt = (): string | null => {
  const router = useRouter();
  const at = useSyncExternalStore(
    (changed) =>
      onReconnect(() => {
        document.documentElement.removeAttribute(KEPT_AT);
        router.refresh();
        changed();
      }),
    () => document.documentElement.getAttribute(KEPT_AT),
    () => null,
  );
  return at;
};

/** Above each page: that it is shown as it was kept, and that a new version of the app is ready. */
export const OfflineHost = (whose: Whose) => {
  const waiting = useWorker(whose);
  const keptAt = useKeptAt();
  useKeeping(whose.account, keptAt !== null);
  return (
    <>
      {keptAt !== null && (
        <Strip icon={<WifiOff size={16} strokeWidth={1.75} aria-hidden />} words={keptWords(keptAt)}>
          <Button onClick={() => window.location.reload()}>Try again</Button>
        </Strip>
      )}
      {waiting !== null && (
        <Strip icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden />} words="A new version is ready.">
          <Button onClick={waiting.takeOver}>Reload</Button>
        </Strip>
      )}
    </>
  );
};

const Strip = ({
  icon,
  words,
  children,
}: {
  icon: React.ReactNode;
  words: string;
  children: React.ReactNode;
}) => (
  <div className="no-print flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-surface py-2 pr-2 pl-3.5 text-13">
    {icon}
    <p role="status" className="min-w-0 flex-1">
      {words}
    </p>
    {children}
  </div>
);
