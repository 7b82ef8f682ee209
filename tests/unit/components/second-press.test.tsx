// @vitest-environment jsdom
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ignoreSecondPress, useSecondPress } from "@/components/ui/second-press";

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
