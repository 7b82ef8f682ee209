// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pause } from "@/components/ui/pause";
import { useAsync } from "@/components/ui/use-async";

/** A load whose answer comes when the test says so. */
const deferred = <T,>() => {
  const signals: AbortSignal[] = [];
  const open: { resolve: (value: T) => void; reject: (error: unknown) => void }[] = [];
  const load = vi.fn((signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<T>((resolve, reject) => open.push({ resolve, reject }));
  });
  const answer = (index: number, value: T) => act(async () => open[index]?.resolve(value));
  const fail = (index: number, error: unknown) => act(async () => open[index]?.reject(error));
  return { load, signals, answer, fail };
};

const useKey = ({ load, key }: { load: ((signal: AbortSignal) => Promise<string>) | null; key: string }) =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the load
  useAsync(load, [key, load === null]);

describe("what is loaded in an effect", () => {
  it("is pending until it is here", async () => {
    const { load, answer } = deferred<string>();
    const { result } = renderHook(useKey, { initialProps: { load, key: "a" } });
    expect(result.current).toEqual({ status: "pending", value: undefined, error: undefined });
    await answer(0, "A");
    expect(result.current).toEqual({ status: "done", value: "A", error: undefined });
    expect(load).toHaveBeenCalledOnce();
  });

  it("ignores an answer that comes after the next question, and calls its load off", async () => {
    const { load, signals, answer } = deferred<string>();
    const { result, rerender } = renderHook(useKey, { initialProps: { load, key: "a" } });
    rerender({ load, key: "b" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await answer(0, "A");
    expect(result.current).toMatchObject({ status: "pending", value: undefined });
    await answer(1, "B");
    expect(result.current).toMatchObject({ status: "done", value: "B" });
  });

  it("keeps the earlier answer until the next is here, and says that it is not the present one", async () => {
    const { load, answer } = deferred<string>();
    const seen: string[] = [];
    const { rerender } = renderHook(
      (props) => {
        const { status, value } = useKey(props);
        seen.push(`${props.key} ${status} ${value}`);
      },
      { initialProps: { load, key: "a" } },
    );
    await answer(0, "A");
    rerender({ load, key: "b" });
    await answer(1, "B");
    // From its first rendering on, an old answer never stands for a new question.
    expect([...new Set(seen)]).toEqual(["a pending undefined", "a done A", "b pending A", "b done B"]);
  });

  it("tells why it failed, keeps what there was, and forgets the failure when it works again", async () => {
    const { load, answer, fail } = deferred<string>();
    const error = new TypeError("no network");
    const { result, rerender } = renderHook(useKey, { initialProps: { load, key: "a" } });
    await answer(0, "A");
    rerender({ load, key: "b" });
    await fail(1, error);
    expect(result.current).toEqual({ status: "failed", value: "A", error });
    rerender({ load, key: "c" });
    expect(result.current).toEqual({ status: "pending", value: "A", error });
    await answer(2, "C");
    expect(result.current).toEqual({ status: "done", value: "C", error: undefined });
  });

  it("asks nothing while there is nothing to load", async () => {
    const { load, answer } = deferred<string>();
    type Props = Parameters<typeof useKey>[0];
    const { result, rerender } = renderHook(useKey, { initialProps: { load: null, key: "a" } as Props });
    expect(result.current.status).toBe("idle");
    rerender({ load, key: "a" });
    await answer(0, "A");
    expect(result.current).toMatchObject({ status: "done", value: "A" });
  });

  it("calls its load off when the component goes", async () => {
    const { load, signals } = deferred<string>();
    const { unmount } = renderHook(useKey, { initialProps: { load, key: "a" } });
    unmount();
    expect(signals[0]?.aborted).toBe(true);
  });
});

describe("a pause", () => {
  afterEach(() => void vi.useRealTimers());

  it("lasts as long as it says, and ends at once when it is called off", async () => {
    vi.useFakeTimers();
    const controller = new AbortController();
    const rested = vi.fn();
    const calledOff = vi.fn();
    pause(100, controller.signal).then(rested);
    pause(300, controller.signal).catch(calledOff);
    await vi.advanceTimersByTimeAsync(99);
    expect(rested).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(rested).toHaveBeenCalledOnce();
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(calledOff).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });
});
