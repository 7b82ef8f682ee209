// @vitest-environment jsdom
import { fireEvent, render, renderHook, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ignoreSecondPress, useSecondPress, useSinglePress } from "@/components/ui/second-press";

/** A button whose place another one takes as soon as it was pressed. */
const Page = ({ onSecond }: { onSecond: () => void }) => {
  useSecondPress();
  const [added, setAdded] = useState(false);
  return added ? (
    <button type="button" onPointerDown={onSecond} onClick={onSecond}>
      Copy this day
    </button>
  ) : (
    <button
      type="button"
      onClick={() => {
        ignoreSecondPress();
        setAdded(true);
      }}
    >
      Same as yesterday
    </button>
  );
};
const press = (name: string, clientX: number) => {
  const button = screen.getByText(name);
  fireEvent.pointerDown(button, { clientX, clientY: 100 });
  fireEvent.click(button, { clientX, clientY: 100, detail: 1 });
};

describe("the second press of a double click", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const second = vi.fn();
  const begin = (at: number) => {
    second.mockReset();
    render(<Page onSecond={second} />);
    press("Same as yesterday", at);
  };

  it("does nothing to what came to lie under it; a later one does", () => {
    begin(50);
    vi.advanceTimersByTime(150);
    press("Copy this day", 53);
    expect(second).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    press("Copy this day", 53);
    expect(second).toHaveBeenCalledTimes(2);
  });

  it("is another press elsewhere, or by keyboard", () => {
    begin(300);
    press("Copy this day", 450);
    expect(second).toHaveBeenCalledTimes(2);
    fireEvent.click(screen.getByText("Copy this day"), { detail: 0 });
    expect(second).toHaveBeenCalledTimes(3);
  });
});

describe("a press that counts once", () => {
  const setUp = () => {
    const act = vi.fn();
    const { result } = renderHook(() => useSinglePress());
    return { act, press: (at: number, what?: string) => result.current(act, { at, ...(what && { what }) }) };
  };

  it("acts once for a double press, and again for a later one", () => {
    const { act, press } = setUp();
    press(1000);
    press(1250);
    press(1499);
    expect(act).toHaveBeenCalledTimes(1);
    press(1500);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it("acts for another thing at once", () => {
    const { act, press } = setUp();
    press(1000, "almonds");
    press(1100, "lentils");
    expect(act).toHaveBeenCalledTimes(2);
    press(1200, "lentils");
    expect(act).toHaveBeenCalledTimes(2);
  });

  it("does not count a press that did nothing", () => {
    const { act, press } = setUp();
    act.mockReturnValueOnce(false);
    press(1000);
    press(1100);
    expect(act).toHaveBeenCalledTimes(2);
    press(1200);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it("acts once for a key that is held, however long", () => {
    const { act, press } = setUp();
    fireEvent.keyDown(document.body, { key: "Enter" });
    press(1000);
    fireEvent.keyDown(document.body, { key: "Enter", repeat: true });
    press(1660);
    press(2600);
    expect(act).toHaveBeenCalledTimes(1);
    fireEvent.keyUp(document.body, { key: "Enter" });
    press(2700);
    expect(act).toHaveBeenCalledTimes(2);
  });
});
