"use client";

import { type MouseEvent, useCallback, useEffect, useRef, useSyncExternalStore } from "react";

type Layer = {
  readonly close: () => void;
  /** False for what only answers Back, such as a form that asks before it is left. */
  readonly covers: boolean;
};

declare global {
  interface WindowEventMap {
    /** A shortcut is about to lead to another page, by what is in `detail`; prevented, it does not. */
    leavepage: CustomEvent<() => void>;
  }
}

/** The layers that are open over the page, the top one last. */
const layers: Layer[] = [];
/** Those who want to know when layers open and close. */
const watchers = new Set<() => void>();
/** How many history entries of ours lie above the page's own, and the address they stand on, without its fragment. */
let entries = 0;
let address = "";
const here = (): string => window.location.href.replace(/#.*/s, "");

/** What waits for a step back that we asked for ourselves; null while there is none. */
let stepping: (() => void)[] | null = null;

/** The router has no part in this step: neither address nor page changes, and what it awaits must not be dropped. */
const unseen = (event: PopStateEvent) => event.stopImmediatePropagation();

/** Takes away the entries above `kept` of ours, then goes on. */
const stepBack = (kept: number, then: () => void): void => {
  if (stepping) {
    stepping.push(() => stepBack(kept, then));
    return;
  }
  if (address !== here()) entries = 0;
  const away = entries - kept;
  if (away <= 0) {
    then();
    return;
  }
  entries = kept;
  stepping = [then];
  window.history.go(-away);
};

/** Gives each open layer its entry. */
const pushEntries = (): void => {
  if (address !== here()) entries = 0;
  for (; entries < layers.length; entries += 1) {
    address = here();
    // The router's own state of the page, copied, so that it knows the entry again.
    window.history.pushState({ ...window.history.state }, "");
  }
};

const onPopState = (event: PopStateEvent): void => {
  // A link to a place on the page.
  if (event.state === null && window.location.hash !== "") return;
  if (stepping) {
    const waiting = stepping;
    stepping = null;
    unseen(event);
    for (const goOn of waiting) goOn();
  } else if (entries > 0 && address !== here()) {
    // Further back than the page under the layers.
    entries = 0;
    for (const layer of [...layers].reverse()) layer.close();
  } else if (entries > 0) {
    unseen(event);
    entries -= 1;
    layers.at(-1)?.close();
  }
};

/** Opens a layer. @returns what to call when it is closed. */
const addLayer = (layer: Layer): (() => void) => {
  // Adding it again changes nothing.
  window.addEventListener("popstate", onPopState, true);
  layers.push(layer);
  for (const watch of watchers) watch();
  if (stepping) stepping.push(pushEntries);
  else pushEntries();
  return () => {
    layers.splice(layers.indexOf(layer), 1);
    for (const watch of watchers) watch();
    // Not at once: what closes and opens in one go keeps its entry.
    setTimeout(() => {
      if (entries > layers.length) stepBack(layers.length, () => {});
    });
  };
};

/** Does what leads to another page once the history is as if no layer were open, so that Back leads to the page under it. */
export const leaveLayers = (then: () => void): void => stepBack(0, then);

/** Calls `watch` whenever a layer opens or closes. @returns a function that ends it. */
export const watchLayers = (watch: () => void): (() => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};

/** Whether something is open or unsaved that Back would close or ask about. */
export const hasLayers = (): boolean => layers.length > 0;

/** Whether a layer is open over the page. */
export const useHasLayer = (): boolean =>
  useSyncExternalStore(
    watchLayers,
    () => layers.some(({ covers }) => covers),
    () => false,
  );

/** Links that were pressed and now may be followed. */
const followed = new WeakSet<Element>();

/** For the element of a layer, on capture: a link in it leads on from the page under it. */
export const leaveLayersForLink = (event: MouseEvent<HTMLElement>): void => {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>("a[href]:not([href^='#'])")
      : null;
  if (!link || !plain || link.target === "_blank" || followed.delete(link) || entries === 0) return;
  event.preventDefault();
  event.stopPropagation();
  leaveLayers(() => {
    followed.add(link);
    link.click();
  });
};

/**
 * While a layer over the page is open, Back closes it instead of leaving the page; of several the top one.
 * @param close closes it.
 * @param covers false for what only answers Back.
 * @returns what to call before a link in the layer is followed that replaces the history entry.
 */
export const useBackCloses = (isOpen: boolean, close: () => void, covers = true): (() => void) => {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(
    () => (isOpen ? addLayer({ close: () => latest.current(), covers }) : undefined),
    [isOpen, covers],
  );
  return useCallback(() => {
    entries = 0;
  }, []);
};
