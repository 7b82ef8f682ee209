"use client";

import { type ComponentType, type ReactNode, useEffect } from "react";
import { untilLoaded } from "./load-code";
import { useAsync } from "./use-async";

type Closable = { readonly onClose?: () => void; readonly onOpenChange?: (open: boolean) => void };

/**
 * A component whose code is fetched when it is first shown, or ahead with `preload` (see `whenIdle`). Nothing is shown
 * until it is here. Unlike React's `lazy`, a fetch that fails, as without a network, breaks nothing: what can be closed
 * is closed, and the next time it is tried again.
 * @param waiting for what must not stay away: stands in for it, and the fetch is tried until it succeeds.
 */
export const onDemand = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
) => {
  let loaded: ComponentType<P> | null = null;
  const preload = async (): Promise<ComponentType<P>> => {
    loaded ??= await load();
    return loaded;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: called once a module, like React's lazy
  const OnDemand = (props: P) => {
    const { status, value } = useAsync(
      loaded ? null : waiting === null ? preload : () => untilLoaded(preload),
      [],
    );
    // biome-ignore lint/correctness/useExhaustiveDependencies: closed once each time it could not be fetched
    useEffect(() => {
      if (status !== "failed") return;
      const { onClose, onOpenChange } = props as Closable;
      onClose?.();
      onOpenChange?.(false);
    }, [status]);
    const Code = value ?? loaded;
    return Code ? <Code {...props} /> : waiting;
  };
  return Object.assign(OnDemand, { preload });
};
