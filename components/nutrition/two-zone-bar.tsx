import type { Mineral } from "@/lib/nutrition";
import { cx } from "../ui/class-names";
import { type BarInput, layoutBar, type Segment } from "./bar-geometry";

type TwoZoneBarProps = BarInput & {
  mineral: Mineral;
  size?: "m" | "s";
  /** The surface under the bar, where gaps are cut out of it. */
  on?: "surface" | "raised";
  /** Shows all previews now instead of on hover of their suggestion. */
  showPreviews?: boolean;
};

/** A hairline of air between two segments that touch. */
const GAP = "1.5px";

const place = ({ left, width }: Segment, gap: boolean) =>
  gap
    ? { left: `calc(${left}% + ${GAP})`, width: `calc(${width}% - ${GAP})` }
    : { left: `${left}%`, width: `${width}%` };

/**
 * How much of a mineral, against target and upper limit. Decorative: the row around it says it in words.
 * Food is solid, a supplement outlined, missing data hatched, a preview dashed.
 */
export const TwoZoneBar = ({
  mineral,
  size = "m",
  on = "surface",
  showPreviews = false,
  ...input
}: TwoZoneBarProps) => {
  const bar = layoutBar(input);
  const afterFood = bar.food !== null;
  const afterKnown = afterFood || bar.supplement !== null;
  const end = bar.added ?? bar.supplement;
  return (
    <div
      aria-hidden
      data-mineral={mineral}
      data-scale={bar.scale}
      className={cx(
        "bar",
        size === "s" && "bar-s",
        on === "raised" && "bar-on-raised",
        input.added !== undefined && input.added !== null && "bar-adding",
        bar.over && "bar-over",
        bar.previews.some((preview) => preview !== null) && "bar-previewable",
      )}
    >
      <span className="bar-a" />
      <span className="bar-b" />
      {bar.food && (
        <span
          data-part="food"
          className={cx("bar-food", (bar.supplement ?? bar.added ?? bar.hatch) === null && "bar-end")}
          style={place(bar.food, false)}
        />
      )}
      {bar.supplement && (
        <span
          data-part="supplement"
          className={cx("bar-supplement", !afterFood && "bar-start", end === bar.supplement && "bar-end")}
          style={place(bar.supplement, afterFood)}
        />
      )}
      {bar.added && (
        <span
          data-part="added"
          className={cx("bar-added bar-end", !afterKnown && "bar-start")}
          style={place(bar.added, afterKnown)}
        />
      )}
      {bar.hatch && !bar.added && (
        <span data-part="hatch" className="bar-hatch" style={place(bar.hatch, afterKnown)} />
      )}
      {bar.previews.map(
        (preview, index) =>
          preview && (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a preview is its slot
              key={index}
              data-preview={index + 1}
              className={cx("bar-preview", showPreviews && "bar-preview-on")}
              style={place(preview, false)}
            />
          ),
      )}
      {bar.scale !== "plain" && <span className="bar-tick" />}
      {bar.limitAt !== null && (
        <span data-part="limit" className="bar-limit" style={{ left: `calc(${bar.limitAt}% - 5px)` }} />
      )}
    </div>
  );
};
