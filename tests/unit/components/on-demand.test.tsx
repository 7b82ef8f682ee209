// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { onDemand } from "@/components/ui/on-demand";

const Word = ({ word }: { word: string; onClose?: () => void }) => <b>{word}</b>;

describe("a component on demand", () => {
  it("is fetched when it is shown, and stands at once from then on", async () => {
    const load = vi.fn(async () => Word);
    const Late = onDemand(load);
    const { container, unmount } = render(<Late word="here" />);
    expect(container).toBeEmptyDOMElement();
    expect(await screen.findByText("here")).toBeInTheDocument();
    unmount();
    render(<Late word="again" />);
    expect(screen.getByText("again")).toBeInTheDocument();
    expect(load).toHaveBeenCalledOnce();
  });

  it("stands at once where it was fetched ahead", async () => {
    const Late = onDemand(async () => Word);
    await Late.preload();
    render(<Late word="here" />);
    expect(screen.getByText("here")).toBeInTheDocument();
  });

  it("closes when it cannot be fetched, and is fetched again the next time", async () => {
    const load = vi.fn(async () => Word).mockRejectedValueOnce(new TypeError("no network"));
    const Late = onDemand(load);
    const close = vi.fn();
    const { container, unmount } = render(<Late word="here" onClose={close} />);
    await act(async () => {});
    expect(container).toBeEmptyDOMElement();
    expect(close).toHaveBeenCalledOnce();
    unmount();
    render(<Late word="here" />);
    expect(await screen.findByText("here")).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("is fetched until it is here when something stands in for it", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const load = vi.fn(async () => Word).mockRejectedValueOnce(new TypeError("no network"));
    const Late = onDemand(load, <i>waiting</i>);
    const close = vi.fn();
    render(<Late word="here" onClose={close} />);
    await act(async () => {});
    expect(screen.getByText("waiting")).toBeInTheDocument();
    await act(async () => vi.advanceTimersByTimeAsync(3000));
    expect(screen.getByText("here")).toBeInTheDocument();
    expect(screen.queryByText("waiting")).toBeNull();
    expect(close).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});
