import {
  capitalise,
  formatAmount,
  formatBoundFigure,
  formatEstimate,
  formatFigure,
  formatReference,
  unitOf,
} from "@/lib/format";
import type { RequirementShape } from "@/lib/insights/schemas";
import { type Mineral, normalQuantile, Z_90_PERCENT_INTERVAL } from "@/lib/nutrition";
import { Table, Td, Th } from "../ui/table";
import {
  type Curve,
  curvesRange,
  levelCurve,
  niceTicks,
  normalCurve,
  percentileCurve,
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

/** What people of the group need, and between what nearly all of them do; without an average need the one value. */
type Need = {
  readonly middle: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What the one value is. */
  readonly level?: string;
};

const getNeed = (requirement: RequirementShape): Need => {
  if (requirement.kind === "level")
    return { middle: requirement.value, low: null, high: null, level: requirement.name };
  if (requirement.kind === "normal") {
    const spread = normalQuantile(0.975) * requirement.sd;
    const { mean } = requirement;
    return { middle: mean, low: Math.max(0, mean - spread), high: mean + spread };
  }
  const at = (percentile: number): number => {
    const value = requirement.values[requirement.percentiles.indexOf(percentile)];
    if (value === undefined) throw new Error(`The requirement has no percentile ${percentile}`);
    return value;
  };
  return { middle: at(50), low: at(2.5), high: at(97.5) };
};

const needWords = (mineral: Mineral, { middle, low, high, level }: Need): string =>
  low === null || high === null
    ? `The ${level} is ${formatAmount(mineral, middle)}.`
    : `People like you need ${formatAmount(mineral, middle)} on average, nearly all between ${formatFigure(mineral, low)} and ${formatAmount(mineral, high)}.`;

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
  const needed = getNeed(requirement);
  const range = curvesRange([intake, need]);
  const x = (value: number) => ((value - range.from) / (range.to - range.from)) * WIDTH;
  const y = (height: number) => PLOT_HEIGHT - height * (PLOT_HEIGHT - 8);
  const path = (curve: Curve) =>
    curve.points
      .map(([at, height], i) => `${i === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(height).toFixed(1)}`)
      .join("");
  const [first, last] = [intake.points[0], intake.points.at(-1)];
  const level = requirement.kind === "level";
  const levelName = needed.level ? capitalise(needed.level) : null;
  return (
    <figure data-mineral={mineral} className="grid gap-1.5">
      <svg
        role="img"
        aria-label={`Usual intake ${formatEstimate(mineral, mean, lowerBound)} a day, most likely between ${formatFigure(mineral, interval.low)} and ${formatAmount(mineral, interval.high)}. ${needWords(mineral, needed)}`}
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
          {levelName ?? "Need of people like you"}
        </span>
        <span className="text-ink-3">{unitOf(mineral)} a day</span>
      </figcaption>
      <details className="text-12">
        <summary className="w-fit py-1 font-medium text-ink phone:py-3.5">
          Show as table<span className="sr-only">: usual intake and need</span>
        </summary>
        <Table caption="Usual intake and need" hideCaption>
          <thead>
            <tr>
              <Th>{unitOf(mineral)} a day</Th>
              <Th numeric>Middle</Th>
              <Th numeric>From</Th>
              <Th numeric>To</Th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <Th scope="row">Your usual intake, 90 % range</Th>
              <Td numeric>{formatBoundFigure(mineral, mean, lowerBound)}</Td>
              <Td numeric>{formatFigure(mineral, interval.low)}</Td>
              <Td numeric>{formatFigure(mineral, interval.high)}</Td>
            </tr>
            <tr>
              <Th scope="row">{levelName ?? "Need of people like you, 95 % of them"}</Th>
              {[needed.middle, needed.low, needed.high].map((value, i) => (
                <Td key={["middle", "low", "high"][i]} numeric>
                  {value === null ? "–" : formatFigure(mineral, value)}
                </Td>
              ))}
            </tr>
          </tbody>
        </Table>
      </details>
    </figure>
  );
};
