import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

/**
 * Which of a chart's columns is looked at: the one under the pointer, or the one that ←, →, Home and End reach. The
 * handlers belong on an element whose columns lie between `left` and `right`, pixels from its edges.
 */
export const useColumns = (count: number, { left, right }: { left: number; right: number }) => {
  const [active, setActive] = useState<number | null>(null);
  const last = count - 1;
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - area.left - left) / (area.width - left - right);
    setActive(share >= 0 && share < 1 ? Math.floor(share * count) : null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const moves: { readonly [key: string]: number | null } = {
      ArrowLeft: Math.max((active ?? last + 1) - 1, 0),
      ArrowRight: Math.min((active ?? last - 1) + 1, last),
      Home: 0,
      End: last,
      Escape: null,
    };
    const to = moves[event.key];
    if (to === undefined || last < 0 || (event.key === "Escape" && active === null)) return;
    event.preventDefault();
    event.stopPropagation();
    setActive(to);
  };
  const leave = () => setActive(null);
  return {
    active,
    handlers: {
      onPointerMove: onPointer,
      onPointerDown: onPointer,
      onPointerLeave: leave,
      onKeyDown,
      onBlur: leave,
    },
  };
};

/** A chart this narrow, in pixels, names its lines below. */
const NARROW = 480;
export const isNarrow = (width: number): boolean => width > 0 && width < NARROW;

/** The width of the element that the reference is given to, in pixels; null on the server and until it is measured. */
export const useWidth = (): readonly [RefObject<HTMLDivElement | null>, number | null] => {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    setWidth(node.getBoundingClientRect().width);
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [box, width];
};
