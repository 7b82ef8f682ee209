"use client";

import { Download } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Strip } from "./strips";

/** The days on which the app was used, at most three, and "no" once the hint was closed. */
const KEY = "assay-install";
/** On so many days somebody has used the app before it is offered. */
const DAYS = 3;

/** How the browser lets a page ask to be installed; Chromium's. */
type InstallEvent = Event & { readonly prompt: () => Promise<{ readonly outcome: string }> };

/** Notes that the app is used today. @returns whether it may be offered. */
const noteDay = (): boolean => {
  const kept = localStorage.getItem(KEY);
  if (kept === "no") return false;
  const days = new Set(kept === null ? [] : kept.split(" "));
  days.add(new Date().toDateString().replaceAll(" ", "-"));
  localStorage.setItem(KEY, [...days].slice(-DAYS).join(" "));
  return days.size >= DAYS;
};

const isInstalled = (): boolean =>
  matchMedia("(display-mode: standalone)").matches ||
  (navigator as Navigator & { standalone?: boolean }).standalone === true;

/** Safari on a phone or tablet installs from its own menu only. */
const isSafariOfPhone = (): boolean =>
  "standalone" in navigator &&
  /iPhone|iPad|Macintosh/.test(navigator.userAgent) &&
  navigator.maxTouchPoints > 1;

type Way = { readonly kind: "ask"; readonly event: InstallEvent } | { readonly kind: "menu" };

/** From the third day of use on, that the app can be installed; closed it never comes back in this browser. */
export const InstallHint = () => {
  const [way, setWay] = useState<Way | null>(null);
  useEffect(() => {
    let offered = false;
    try {
      offered = !isInstalled() && noteDay();
    } catch {
      // Nothing can be kept in this window: the hint could not be closed for good.
    }
    if (!offered) return;
    if (isSafariOfPhone()) setWay({ kind: "menu" });
    const onAsk = (event: Event) => {
      event.preventDefault();
      setWay({ kind: "ask", event: event as InstallEvent });
    };
    const onInstalled = () => setWay(null);
    window.addEventListener("beforeinstallprompt", onAsk);
    window.addEventListener("appinstalled", onInstalled);
    return () => {
      window.removeEventListener("beforeinstallprompt", onAsk);
      window.removeEventListener("appinstalled", onInstalled);
    };
  }, []);
  if (way === null) return null;
  const close = () => {
    localStorage.setItem(KEY, "no");
    setWay(null);
  };
  return (
    <Strip
      icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
      words={
        way.kind === "ask"
          ? "Assay can be installed: it opens from your home screen, also without a network."
          : "To have Assay on your home screen, also without a network: Share, then Add to Home Screen."
      }
    >
      {way.kind === "ask" && (
        <Button
          onClick={async () => {
            await way.event.prompt();
            setWay(null);
          }}
        >
          Install
        </Button>
      )}
      <Button variant="ghost" onClick={close}>
        No, thanks
      </Button>
    </Strip>
  );
};
