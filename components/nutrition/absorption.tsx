import type { ReactNode } from "react";
import { formatAmount, formatShare } from "@/lib/format";
import type { AbsorptionView } from "@/lib/insights/schemas";
import { type AbsorbedShare, calciumFraction, type Mineral } from "@/lib/nutrition";
import {
  calciumWords,
  DIRECTION_WORDS,
  hemeWords,
  ironMealWords,
  noZincWords,
  phytateWords,
  ratioWords,
  zincWords,
} from "./absorption-words";
import { Sources } from "./sources";

type AbsorptionProps = {
  mineral: Mineral;
  /** What the person's own days say; null where it is not for them. */
  absorption: AbsorptionView | null;
  /** What ordinary diets let through, where that is all there is to say. */
  share: AbsorbedShare | null;
  /** Whether a published target is in force: it allows for what is not absorbed. */
  targeted: boolean;
};
type OwnProps = { absorption: AbsorptionView };

const Headline = ({ figure, children }: { figure: string; children: ReactNode }) => (
  <p className="mb-2 flex flex-wrap items-baseline gap-x-2">
    <b className="font-semibold text-22 tracking-[-0.015em]">{figure}</b>
    <span className="text-13 text-ink-2">{children}</span>
  </p>
);

/** How the mineral is absorbed from what was eaten. It explains: no amount and no target is changed by it. */
export const Absorption = ({ mineral, absorption, share, targeted }: AbsorptionProps) => (
  <div className="grid max-w-[60ch] gap-2 text-14 text-ink-2">
    {share !== null && (
      <>
        <Headline figure={share.share}>{share.of}</Headline>
        <p>{share.text}</p>
        <Sources sources={share.sources} of="what is absorbed" />
      </>
    )}
    {absorption !== null && <Own mineral={mineral} absorption={absorption} />}
    {targeted && (
      <p>Your target already allows for this, so Assay shows what you eat and subtracts nothing.</p>
    )}
  </div>
);

const Own = ({ mineral, absorption }: OwnProps & { mineral: Mineral }) => (
  <>
    {mineral === "zinc" && <Zinc absorption={absorption} />}
    {absorption.iron !== null && <Iron absorption={absorption} iron={absorption.iron} />}
    {absorption.calcium !== null && <Calcium calcium={absorption.calcium} mealDays={absorption.mealDays} />}
    {absorption.days === 0 && <p>No day of this period counts yet.</p>}
  </>
);

const Phytate = ({ absorption: { phytate } }: OwnProps) =>
  phytate === null ? null : (
    <p>
      <b className="font-medium text-ink">Phytate.</b> {phytateWords(phytate)}
    </p>
  );

const Zinc = ({ absorption }: OwnProps) => {
  const { zinc, days } = absorption;
  const ratio = zinc === null || !("ratio" in zinc) ? null : ratioWords(zinc.ratio);
  return (
    <>
      {ratio !== null && (
        <Headline figure={ratio.figure}>
          phytate to zinc, {ratio.words} ({ratio.range})
        </Headline>
      )}
      <Phytate absorption={absorption} />
      {zinc !== null && <p>{zinc.ok ? zincWords(zinc) : noZincWords(zinc.reason, days)}</p>}
    </>
  );
};

const Iron = ({ absorption, iron }: OwnProps & { iron: NonNullable<AbsorptionView["iron"]> }) => (
  <>
    {iron.day !== null && (
      <Headline figure={DIRECTION_WORDS[iron.day]}>
        is what the average day lets through, against an ordinary mixed diet
      </Headline>
    )}
    {iron.meals === 0 ? (
      <p>No meal of the last {absorption.mealDays} days has a value for iron.</p>
    ) : (
      <>
        <p>
          <b className="font-medium text-ink">
            {iron.meals} meals with iron, last {absorption.mealDays} days.
          </b>{" "}
          {ironMealWords(iron).join(" ")}
        </p>
        <p>{hemeWords(iron.hemeShare)}</p>
      </>
    )}
    <Phytate absorption={absorption} />
    <p>
      How much iron you absorb depends on your iron stores more than on the food, and single meals overstate
      what whole days show. So Assay names directions and no share.
    </p>
  </>
);

/** Doses of calcium that the text compares, mg. */
const SMALL_LOAD = 100;
const LARGE_LOAD = 500;

const Calcium = ({
  calcium,
  mealDays,
}: {
  calcium: NonNullable<AbsorptionView["calcium"]>;
  mealDays: number;
}) => {
  const headline = calciumWords(calcium);
  return (
    <>
      {headline !== null && <Headline figure={headline.figure}>{headline.words}</Headline>}
      {calcium.total !== null && calcium.unmeasured > 0 && (
        <p>
          {formatShare(calcium.unmeasured / calcium.total)} of it comes from foods that nobody measured; they
          count as milk does.
        </p>
      )}
      {calcium.highOxalateFoods.length > 0 && (
        <p>
          <b className="font-medium text-ink">Bound by oxalate.</b>{" "}
          {formatAmount("calcium", calcium.highOxalate)} a day comes from{" "}
          {calcium.highOxalateFoods.join("; ")}. Little of it is absorbed.
        </p>
      )}
      {calcium.sitting !== null && (
        <p>
          <b className="font-medium text-ink">Dose.</b> Your calcium comes in meals of about{" "}
          {formatAmount("calcium", calcium.sitting)} (last {mealDays} days). From milk, adults absorbed about{" "}
          {formatShare(calciumFraction(SMALL_LOAD))} of {formatAmount("calcium", SMALL_LOAD)} and{" "}
          {formatShare(calciumFraction(LARGE_LOAD))} of {formatAmount("calcium", LARGE_LOAD)}: several small
          amounts give more than a large one.
        </p>
      )}
    </>
  );
};
