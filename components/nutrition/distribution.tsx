import { formatAmount, formatFigure, formatReference, unitOf } from "@/lib/format";
import type { RequirementShape } from "@/lib/insights/schemas";
import { type Mineral, normalQuantile, Z_90_PERCENT_INTERVAL } from "@/lib/nutrition";
import {
  type Curve,
  levelCurve,
  niceTicks,
  normalCurve,
  percentileCurve,
  rangeOf,
} from "./distribution-curves";

const WIDTH = 264;
const PLOT_HEIGHT = 84;
const AXIS = 20;

type DistributionProps = {
  mineral: Mineral;
  mean: number;
  /** Where usual intake lies with 90 % confidence. */
  interval: { low: number; high: number };
  requirement: RequirementShape;
  /** Foods without a value may have held more: the mean is said as "at least". */
  lowerBound?: boolean;
};

const needWords = (mineral: Mineral, requirement: RequirementShape): string => {
  const amount = (value: number) => formatAmount(mineral, value);
  if (requirement.kind === "level") return `The adequate intake is ${amount(requirement.value)}.`;
  if (requirement.kind === "normal") {
    const spread = normalQuantile(0.975) * requirement.sd;
    return `People like you need ${amount(requirement.mean)} on average, nearly all between ${formatFigure(mineral, Math.max(0, requirement.mean - spread))} and ${amount(requirement.mean + spread)}.`;
  }
  const at = (percentile: number) => requirement.values[requirement.percentiles.indexOf(percentile)] ?? 0;
  return `People like you need ${amount(at(50))} on average, nearly all between ${formatFigure(mineral, at(2.5))} and ${amount(at(97.5))}.`;
};

const requirementCurve = (requirement: RequirementShape): Curve =>
  requirement.kind === "normal"
    ? normalCurve(requirement.mean, requirement.sd)
    : requirement.kind === "percentiles"
      ? percentileCurve(requirement.percentiles, requirement.values)
      : levelCurve(requirement.value);

/**
 * Where usual intake most likely lies (filled) against what people of the group need (outlined). Each curve is drawn
 * to the same height: only where they lie tells something.
 */
export const Distribution = ({
  mineral,
  mean,
  interval,
  requirement,
  lowerBound = false,
}: DistributionProps) => {
  const se = (interval.high - mean) / Z_90_PERCENT_INTERVAL;
  if (!(se > 0)) return null;
  const intake = normalCurve(mean, se);
  const need = requirementCurve(requirement);
  const range = rangeOf([intake, need]);
  const x = (value: number) => ((value - range.from) / (range.to - range.from)) * WIDTH;
  const y = (height: number) => PLOT_HEIGHT - height * (PLOT_HEIGHT - 8);
  const path = (curve: Curve) =>
    curve.points
      .map(([at, height], i) => `${i === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(height).toFixed(1)}`)
      .join("");
  const [first, last] = [intake.points[0], intake.points.at(-1)];
  const level = requirement.kind === "level";
  return (
    <figure data-mineral={mineral} className="grid gap-1.5">
      <svg
        role="img"
        aria-label={`Usual intake ${lowerBound ? "at least" : "about"} ${formatAmount(mineral, mean, lowerBound ? "down" : "nearest")} a day, most likely between ${formatFigure(mineral, interval.low)} and ${formatAmount(mineral, interval.high)}. ${needWords(mineral, requirement)}`}
        viewBox={`0 0 ${WIDTH} ${PLOT_HEIGHT + AXIS}`}
        className="block h-auto w-full overflow-visible"
      >
        <line x1="0" x2={WIDTH} y1={PLOT_HEIGHT} y2={PLOT_HEIGHT} stroke="var(--line-2)" />
        {first && last && (
          <path
            d={`${path(intake)}L${x(last[0]).toFixed(1)} ${PLOT_HEIGHT}L${x(first[0]).toFixed(1)} ${PLOT_HEIGHT}Z`}
            fill="color-mix(in oklab, var(--m) 42%, var(--surface))"
            stroke="none"
          />
        )}
        <path
          d={path(need)}
          fill="none"
          stroke="var(--ink)"
          strokeWidth="1.5"
          strokeDasharray={level ? undefined : "5 3"}
          strokeLinejoin="round"
        />
        <line x1={x(mean)} x2={x(mean)} y1={y(1)} y2={PLOT_HEIGHT} stroke="var(--m)" strokeWidth="2" />
        {niceTicks(range.from, range.to).map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={PLOT_HEIGHT + 15}
            textAnchor="middle"
            fontSize="12"
            fill="var(--ink-3)"
            className="tabular-nums"
          >
            {formatReference(tick)}
          </text>
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
        <span className="flex items-center gap-1.5">
          <i
            aria-hidden
            className="block h-2.5 w-3.5 border-mineral border-r-2"
            style={{ background: "color-mix(in oklab, var(--m) 42%, var(--surface))" }}
          />
          Your usual intake
        </span>
        <span className="flex items-center gap-1.5">
          <i
            aria-hidden
            className={
              level
                ? "block h-3 border-ink border-l-[1.5px]"
                : "block w-3.5 border-ink border-t-[1.5px] border-dashed"
            }
          />
          {level ? "Adequate intake" : "Need of people like you"}
        </span>
        <span className="text-ink-3">{unitOf(mineral)} a day</span>
      </figcaption>
    </figure>
  );
};
