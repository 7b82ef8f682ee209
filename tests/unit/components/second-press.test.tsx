// @vitest-environment jsdom
import { act, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { useEffect, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KEEP_EARLY_PRESSES } from "@/components/ui/early-presses-script";
import { ignoreSecondPress, useSecondPress, useSinglePress } from "@/components/ui/second-press";

// As the inline script of the page does.
new Function(KEEP_EARLY_PRESSES)();

/** A browser that is busy draws nothing until it is told to. */
let frames: FrameRequestCallback[] = [];
const drawFrame = () => {
  const due = frames;
  frames = [];
  act(() => {
    for (const run of due) run(performance.now());
  });
};
/** Draws what has changed: in the first frame, so that it is there in the second. */
const draw = () => {
  drawFrame();
  drawFrame();
};

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (run: FrameRequestCallback) => frames.push(run));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, "lastPress");
});

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
/** A page whose code carries out, when it comes, what was pressed before. */
const LatePage = ({ onSecond }: { onSecond: () => void }) => {
  useSecondPress();
  useEffect(ignoreSecondPress, []);
  return (
    <button type="button" onClick={onSecond}>
      In the palette
    </button>
  );
};
const press = (name: string, clientX: number) => {
  const button = screen.getByText(name);
  fireEvent.pointerDown(button, { clientX, clientY: 100 });
  fireEvent.click(button, { clientX, clientY: 100, detail: 1 });
};

describe("the second press of a double click", () => {
  const second = vi.fn();
  const begin = (at: number) => {
    second.mockReset();
    render(<Page onSecond={second} />);
    press("Same as yesterday", at);
  };

  it("does nothing to what came to lie under it; a later one does", () => {
    begin(50);
    draw();
    vi.advanceTimersByTime(150);
    press("Copy this day", 53);
    expect(second).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    press("Copy this day", 53);
    expect(second).toHaveBeenCalledTimes(2);
  });

  it("is one for as long as nothing is drawn, and 500 ms after that", () => {
    begin(50);
    vi.advanceTimersByTime(700);
    press("Copy this day", 53);
    drawFrame();
    vi.advanceTimersByTime(700);
    press("Copy this day", 53);
    drawFrame();
    vi.advanceTimersByTime(499);
    press("Copy this day", 53);
    expect(second).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
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

  it("is known when the first one came before the code of the page", () => {
    second.mockReset();
    fireEvent.pointerDown(document.body, { clientX: 50, clientY: 100 });
    render(<LatePage onSecond={second} />);
    press("In the palette", 53);
    expect(second).not.toHaveBeenCalled();
    press("In the palette", 150);
    expect(second).toHaveBeenCalledTimes(1);
  });
});

describe("a press that counts once", () => {
  const setUp = () => {
    const action = vi.fn();
    const { result } = renderHook(() => useSinglePress());
    return { action, press: (what?: string) => result.current(action, what) };
  };

  it("acts once for a double press, and again for a later one", () => {
    const { action, press } = setUp();
    press();
    draw();
    vi.advanceTimersByTime(250);
    press();
    vi.advanceTimersByTime(249);
    press();
    expect(action).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    press();
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("acts once for as long as nothing is drawn, and 500 ms after that", () => {
    const { action, press } = setUp();
    press();
    vi.advanceTimersByTime(700);
    press();
    drawFrame();
    vi.advanceTimersByTime(5000);
    press();
    drawFrame();
    vi.advanceTimersByTime(499);
    press();
    expect(action).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    press();
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("goes by when it was made, not by when the browser comes to it", () => {
    const { action, press } = setUp();
    press();
    draw();
    vi.advanceTimersByTime(100);
    const made = new Event("click");
    vi.advanceTimersByTime(900);
    vi.stubGlobal("event", made);
    press();
    expect(action).toHaveBeenCalledTimes(1);
    vi.stubGlobal("event", new Event("click"));
    press();
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("acts for another thing at once", () => {
    const { action, press } = setUp();
    press("almonds");
    press("lentils");
    expect(action).toHaveBeenCalledTimes(2);
    draw();
    press("lentils");
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("does not count a press that did nothing", () => {
    const { action, press } = setUp();
    action.mockReturnValueOnce(false);
    press();
    press();
    expect(action).toHaveBeenCalledTimes(2);
    press();
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("acts once for a key that is held, however long", () => {
    const { action, press } = setUp();
    fireEvent.keyDown(document.body, { key: "Enter" });
    press();
    draw();
    fireEvent.keyDown(document.body, { key: "Enter", repeat: true });
    vi.advanceTimersByTime(660);
    press();
    vi.advanceTimersByTime(940);
    press();
    expect(action).toHaveBeenCalledTimes(1);
    fireEvent.keyUp(document.body, { key: "Enter" });
    press();
    expect(action).toHaveBeenCalledTimes(2);
  });
});
