"use client";

import { useEffect, useRef } from "react";
import { useLog } from "./log-host";

/** Opens the palette with a food chosen, once, for links such as /today?log=ndb:09040; the address forgets it. */
export const OpenLog = ({ food }: { food: string }) => {
  const log = useLog();
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (opened.current === food) return;
    opened.current = food;
    log.open({ food });
    window.history.replaceState(null, "", window.location.pathname);
  }, [log, food]);
  return null;
};
