"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether scripts run already. Until then a form cannot be sent, so its button waits. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/**
 * Whether a field must still wait: one whose value the page holds cannot take any before scripts run, as what is typed
 * until then is wiped when they do. Fields that the browser holds wait for nothing.
 */
export const useWaits = (props: object): boolean => {
  const hydrated = useHydrated();
  return !hydrated && ("value" in props || "checked" in props);
};
