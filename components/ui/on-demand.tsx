"use client";

import { type ComponentType, useEffect, useState } from "react";

type Closable = { readonly onClose?: () => void; readonly onOpenChange?: (open: boolean) => void };

/**
 * A component whose code is fetched when it is first shown, or ahead with `preload` (see `whenIdle`). Nothing is shown
 * until it is here. Unlike React's `lazy`, a fetch that fails, as without a network, breaks nothing: what can be closed
 * is closed, and the next time it is tried again.
 */
export const onDemand = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  let loaded: ComponentType<P> | null = null;
  const preload = async (): Promise<ComponentType<P>> => {
    loaded ??= await load();
    return loaded;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: called once a module, like React's lazy
  const OnDemand = (props: P) => {
    const [Code, setCode] = useState(() => loaded);
    // biome-ignore lint/correctness/useExhaustiveDependencies: fetched once each time it is shown
    useEffect(() => {
      if (Code) return;
      let gone = false;
      preload().then(
        (code) => gone || setCode(() => code),
        () => {
          if (gone) return;
          const { onClose, onOpenChange } = props as Closable;
          onClose?.();
          onOpenChange?.(false);
        },
      );
      return () => {
        gone = true;
      };
    }, [Code]);
    return Code && <Code {...props} />;
  };
  return Object.assign(OnDemand, { preload });
};
