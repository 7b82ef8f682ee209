import { absorptionClaims, ClaimItem } from "@/app/(app)/_features/shell";
import { MealChart } from "@/components/charts/meal-chart";
import { Absorption } from "@/components/nutrition/absorption";
import { mealsSentence } from "@/components/nutrition/meal-share-words";
import { UsualIntake, UsualIntakeDetail } from "@/components/nutrition/usual-intake";
import { Card, CardBody } from "@/components/ui/card";
import { formatPeriod } from "@/lib/format";
import type { MineralPage } from "@/lib/insights";
import { absorbedShareOf, NUTRIENTS } from "@/lib/nutrition";
import { MineralChart } from "./later";
import { PairingCard } from "./pairing-card";
import { SourcesCard } from "./sources-card";

// The cards that wait for the diary, each for its own part of the page.

type Props = { page: MineralPage };

const H2 = "mb-3 font-semibold text-15 tracking-[-0.006em]";

/** The lines of the chart: a limit that a condition switches off is none to stay below. */
const getReferenceLines = ({ target, ear, ul, ulScope, state }: MineralPage["target"]) =>
  state === "switched-off" ? { target, ear, ul: null, ulScope: null } : { target, ear, ul, ulScope };

/** The days, or the weeks of a year, and how sure they make us. */
export const Days = async ({ page }: Props) => {
  const { mineral, period, from, to, target } = page;
  const { series, weeks, adequacy, requirement, days } = await page.days;
  return (
    <Card
      aria-label={`${NUTRIENTS[mineral].label} over ${period} days`}
      className="grid lg:grid-cols-[minmax(0,1fr)_304px]"
    >
      <div className="border-line border-b px-5 py-4.5 lg:order-2 lg:border-b-0 lg:border-l phone:p-4">
        <UsualIntake
          adequacy={adequacy}
          days={days}
          target={target}
          noTips={page.noTips}
          scores={!page.gates.hideScores}
          cautions={page.cautions}
          headingId="usual"
          methodsHref="/methods"
        />
      </div>
      <div className="min-w-0 px-5 py-4.5 lg:order-1 phone:p-4">
        <MineralChart
          key={period}
          mineral={mineral}
          series={series}
          weeks={weeks}
          span={formatPeriod(from, to)}
          from={from}
          today={to}
          refs={getReferenceLines(target)}
          usual={
            adequacy.mean === null || adequacy.interval90 === null
              ? null
              : {
                  mean: adequacy.mean,
                  ...adequacy.interval90,
                  lowerBound: adequacy.coverageOfMean !== null && adequacy.coverageOfMean < 1,
                }
          }
        />
        <div className="mt-5 border-line border-t pt-4">
          <UsualIntakeDetail
            adequacy={adequacy}
            requirement={requirement}
            days={days}
            methodsHref="/methods"
          />
        </div>
      </div>
    </Card>
  );
};

export const Sources = async ({ page }: Props) => {
  const [{ sources }, { adequacy }] = await Promise.all([page.foods, page.days]);
  return <SourcesCard mineral={page.mineral} period={page.period} sources={sources} days={adequacy.days} />;
};

/** What an average day gets at which meal. */
export const ByMeal = async ({ page: { mineral, meals } }: Props) => {
  const view = await meals;
  return (
    <Card aria-labelledby="by-meal">
      <CardBody>
        <h2 id="by-meal" className="mb-1 font-semibold text-15 tracking-[-0.006em]">
          By meal <span className="font-normal text-ink-3">average a day</span>
        </h2>
        <p className="text-13 text-ink-2">{mealsSentence(mineral, view)}</p>
        {view.days > 0 && (
          <div className="mt-3">
            <MealChart mineral={mineral} view={view} />
          </div>
        )}
      </CardBody>
    </Card>
  );
};

/** Whether there is anything to say of the absorption of a mineral to the person. */
export const hasAbsorption = ({
  mineral,
  gates,
  noTips,
}: Pick<MineralPage, "mineral" | "gates" | "noTips">) =>
  !noTips || absorbedShareOf(mineral) !== null || absorptionClaims(mineral, gates).length > 0;

export const AbsorptionCard = async ({ page: { mineral, foods, gates, target, noTips } }: Props) => {
  const { absorption } = await foods;
  return (
    <Card aria-labelledby="absorption">
      <CardBody>
        <h2 id="absorption" className={H2}>
          Absorption
        </h2>
        <Absorption
          mineral={mineral}
          absorption={noTips ? null : absorption}
          share={absorbedShareOf(mineral)}
          targeted={target.target !== null && target.state === "usual"}
        />
        <div className="mt-3 border-line border-t pt-3 empty:hidden">
          {absorptionClaims(mineral, gates).map((claim) => (
            <ClaimItem key={claim.id} claim={claim} />
          ))}
        </div>
      </CardBody>
    </Card>
  );
};

export const Pairing = async ({ page }: Props) => (
  <PairingCard
    mineral={page.mineral}
    gates={page.gates}
    medicineNotes={page.medicineNotes}
    own={await page.pairing}
  />
);
