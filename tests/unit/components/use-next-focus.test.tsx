// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useNextFocus } from "@/components/ui/use-next-focus";

const Item = ({ name, onRemove }: { name: string; onRemove: () => void }) => {
  const { button, beforeRemoval } = useNextFocus("item");
  return (
    <button
      type="button"
      ref={button}
      data-next-focus="item"
      onClick={() => {
        beforeRemoval();
        onRemove();
      }}
    >
      {name}
    </button>
  );
};

const List = () => {
  const [names, setNames] = useState(["one", "two", "three"]);
  return (
    <main id="main" tabIndex={-1}>
      {names.map((name) => (
        <Item key={name} name={name} onRemove={() => setNames(names.filter((other) => other !== name))} />
      ))}
    </main>
  );
};

const remove = (name: string) => {
  const button = screen.getByRole("button", { name });
  button.focus();
  act(() => button.click());
  act(() => vi.runAllTimers());
};

describe("the focus of a button that disappears", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("goes to the next of its kind, then to the one before, then to the page", () => {
    render(<List />);
    remove("two");
    expect(screen.getByRole("button", { name: "three" })).toHaveFocus();
    remove("three");
    expect(screen.getByRole("button", { name: "one" })).toHaveFocus();
    remove("one");
    expect(screen.getByRole("main")).toHaveFocus();
  });
});
