"use client";

import { RefreshCw, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useQueue } from "../queue-state";
import { keptWords } from "./kept-words";
import type { WaitingVersion } from "./register-worker";
import { loadAnew, useReconnect } from "./use-reconnect";

/** A line above a page: what there is to know of it, and what can be done. */
export const Strip = ({ icon, words, children }: { icon: ReactNode; words: string; children: ReactNode }) => (
  <div className="no-print flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line bg-surface py-2 pr-2 pl-3.5 text-13">
    {icon}
    <p role="status" className="min-w-0 flex-1">
      {words}
    </p>
    {children}
  </div>
);

/**
 * Says that a page is shown without the server, and from when it is. It is loaded anew once the server is back.
 * @param at ISO 8601.
 */
export const KeptStrip = ({ at }: { at: string }) => {
  const isBack = useReconnect(true);
  return (
    <Strip
      icon={<WifiOff size={16} strokeWidth={1.75} aria-hidden />}
      words={isBack ? "Back online." : keptWords(at)}
    >
      <Button onClick={isBack ? loadAnew : () => window.location.reload()}>
        {isBack ? "Reload" : "Try again"}
      </Button>
    </Strip>
  );
};

/** Says that a new version of the app is ready. While something is being sent it waits: what waits is kept as it was written. */
export const VersionStrip = ({ version }: { version: WaitingVersion }) => {
  const waits = useQueue().items.some(({ state }) => state === "waiting");
  return (
    <Strip
      icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden />}
      words={waits ? "A new version is ready, once your changes are saved." : "A new version is ready."}
    >
      {!waits && <Button onClick={version.takeOver}>Reload</Button>}
    </Strip>
  );
};
