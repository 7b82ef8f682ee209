"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { FrameOfCopy } from "../copy/copy-store";
import { keepCopy } from "../copy/keep-copy";
import { KEPT_AT } from "../messages";
import { InstallHint } from "./install-hint";
import { registerWorker, savesData, tellWorker, type WaitingVersion } from "./register-worker";
import { KeptStrip, VersionStrip } from "./strips";

/** How long a page is looked at before it is kept, in milliseconds. */
const SEEN_AFTER_MS = 3000;
/** Several changes in a row are copied at once, after so many milliseconds. */
const COPY_AFTER_MS = 2000;

type OfflineHostProps = FrameOfCopy & {
  readonly account: string;
  /** The account's revision before the page was read. */
  readonly revision: number;
};

/** Registers the service worker and tells it whose pages these are. @returns the version that waits. */
const useWorker = (account: string, catalogue: string): WaitingVersion | null => {
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

/** Has the page kept that is looked at. */
const useKeptPage = (account: string, isKept: boolean): void => {
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

/** Keeps this device's copy of the account up to date. */
const useCopy = (
  { account, revision, name, catalogue, singleKeys }: OfflineHostProps,
  isKept: boolean,
): void => {
  useEffect(() => {
    if (isKept || savesData()) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const work = async (): Promise<void> => {
      const again = await keepCopy(account, revision, { name, catalogue, singleKeys }, stop.signal).catch(
        // Nothing can be kept, or the network is away: the next page tries again.
        () => null,
      );
      if (again !== null && !stop.signal.aborted) timer = setTimeout(work, again);
    };
    timer = setTimeout(work, COPY_AFTER_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [account, revision, name, catalogue, singleKeys, isKept]);
};

/** When the page that is shown was kept; null for one that the server has sent. It does not change while it is shown. */
const useKeptAt = (): string | null =>
  useSyncExternalStore(
    () => () => {},
    () => document.documentElement.getAttribute(KEPT_AT),
    () => null,
  );

/** Above each page: that it is shown as it was kept, that a new version is ready, that the app can be installed. */
export const OfflineHost = (props: OfflineHostProps) => {
  const waiting = useWorker(props.account, props.catalogue);
  const keptAt = useKeptAt();
  const isToday = usePathname() === "/today";
  useKeptPage(props.account, keptAt !== null);
  useCopy(props, keptAt !== null);
  return (
    <>
      {keptAt !== null && <KeptStrip at={keptAt} />}
      {waiting !== null && <VersionStrip version={waiting} />}
      {isToday && keptAt === null && <InstallHint />}
    </>
  );
};
