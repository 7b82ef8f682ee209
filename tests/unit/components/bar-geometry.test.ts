import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BarInput, layoutBar, TARGET_AT } from "@/components/nutrition/bar-geometry";

const bar = (input: Partial<BarInput>) =>
  layoutBar({ food: null, supplement: null, possibleExtra: null, target: null, limit: null, ...input });

describe("two-zone bar", () => {
  it("draws no segment for what is unknown or not logged", () => {
    expect(bar({ target: 320 })).toMatchObject({
      scale: "open",
      food: null,
      supplement: null,
      hatch: null,
      limitAt: null,
      over: false,
    });
  });

  it("puts the target at 68 % and the limit at the end, each zone on its own scale", () => {
    expect(bar({ food: 500, target: 1000, limit: 2500 }).food?.width).toBeCloseTo(34, 6);
    expect(bar({ food: 1000, target: 1000, limit: 2500 }).food?.width).toBeCloseTo(TARGET_AT, 6);
    expect(bar({ food: 1750, target: 1000, limit: 2500 }).food?.width).toBeCloseTo(84, 6);
    expect(bar({ food: 2500, target: 1000, limit: 2500 })).toMatchObject({ limitAt: 100, over: false });
  });

  it("fades out at twice the target when there is no limit", () => {
    expect(bar({ food: 3900, target: 2600 })).toMatchObject({ scale: "open", limitAt: null });
    expect(bar({ food: 3900, target: 2600 }).food?.width).toBeCloseTo(84, 6);
    expect(bar({ food: 9000, target: 2600 }).food?.width).toBe(100);
  });

  it("stacks supplement, hatch and preview after what is known", () => {
    const drawn = bar({
      food: 4,
      supplement: 4,
      possibleExtra: 2,
      target: 16,
      limit: 40,
      previews: [null, 4],
    });
    expect(drawn.food).toEqual({ left: 0, width: 17 });
    expect(drawn.supplement).toEqual({ left: 17, width: 17 });
    expect(drawn.hatch?.left).toBe(34);
    expect(drawn.previews).toEqual([null, { left: 34, width: 17 }]);
  });

  it("is over only above the limit, and then full", () => {
    expect(bar({ food: 8, supplement: 32, target: 8, limit: 40 }).over).toBe(false);
    const over = bar({ food: 8, supplement: 35, target: 8, limit: 40 });
    expect(over.over).toBe(true);
    expect((over.supplement?.left ?? 0) + (over.supplement?.width ?? 0)).toBeCloseTo(100, 6);
  });

  it("copes with a target above the limit and with no target at all", () => {
    expect(bar({ food: 100, target: 400, limit: 350 })).toMatchObject({ scale: "open", limitAt: 59.5 });
    expect(bar({ food: 100, limit: 400 })).toMatchObject({ scale: "plain", limitAt: 100 });
    expect(bar({ food: 100, limit: 400 }).food?.width).toBe(25);
    expect(bar({ food: 100 })).toMatchObject({ scale: "plain", food: null });
  });

  it("never leaves the bar and never shows a known amount as nothing", () => {
    const maybe = fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }), { nil: null });
    const above = fc.option(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(
        maybe,
        maybe,
        maybe,
        above,
        above,
        maybe,
        (food, supplement, possibleExtra, target, limit, add) => {
          const drawn = bar({ food, supplement, possibleExtra, target, limit, added: add, previews: [add] });
          for (const segment of [drawn.food, drawn.supplement, drawn.added, drawn.hatch, ...drawn.previews]) {
            if (!segment) continue;
            expect(segment.left).toBeGreaterThanOrEqual(0);
            expect(segment.width).toBeGreaterThan(0);
            expect(segment.left + segment.width).toBeLessThanOrEqual(100 + 1e-9);
          }
          if (food !== null && food > 0 && (target !== null || limit !== null))
            expect(drawn.food).not.toBeNull();
          if (food === null) expect(drawn.food).toBeNull();
        },
      ),
    );
  });
});
