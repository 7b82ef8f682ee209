"use client";

import { type DependencyList, useEffect, useState } from "react";

export type Async<T> = {
  /** `idle` while nothing is asked for; `pending` until the answer for the present dependencies is here. */
  readonly status: "idle" | "pending" | "done" | "failed";
  /** The latest answer. Unless the status is `done` it belongs to earlier dependencies. */
  readonly value: T | undefined;
  /** Why the latest load failed; kept until one succeeds. */
  readonly error: unknown;
};

type Settled<T> = Pick<Async<T>, "value" | "error"> & {
  readonly failed: boolean;
  readonly deps: DependencyList;
};

const isSame = (a: DependencyList, b: DependencyList): boolean =>
  a.length === b.length && a.every((value, index) => Object.is(value, b[index]));

/**
 * Loads something when the component is shown and again when a dependency changes. An answer that comes after that, or
 * after the component is gone, is ignored.
 * @param load gets a signal that is aborted when its answer is no longer wanted; null asks for nothing.
 * @param deps what the answer depends on, whether `load` is null included.
 */
export const useAsync = <T>(
  load: ((signal: AbortSignal) => Promise<T>) | null,
  deps: DependencyList,
): Async<T> => {
  const [settled, setSettled] = useState<Settled<T> | null>(null);
  useEffect(() => {
    if (load === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    load(signal).then(
      (value) => signal.aborted || setSettled({ value, error: undefined, failed: false, deps }),
      (error: unknown) =>
        signal.aborted || setSettled((before) => ({ value: before?.value, error, failed: true, deps })),
    );
    return () => controller.abort();
    // biome-ignore lint/correctness/useExhaustiveDependencies: they are the caller's
  }, deps);
  const current = settled !== null && isSame(settled.deps, deps);
  return {
    status: load === null ? "idle" : current ? (settled.failed ? "failed" : "done") : "pending",
    value: settled?.value,
    error: settled?.error,
  };
};
