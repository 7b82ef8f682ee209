import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Absorption } from "@/components/nutrition/absorption";
import { Hallmark } from "@/components/nutrition/hallmark";
import { UsualIntake, UsualIntakeDetail } from "@/components/nutrition/usual-intake";
import { Card, CardBody } from "@/components/ui/card";
import { formatPeriod, formatReferenceAmount } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { mineralPage } from "@/lib/insights";
import { type MineralPage, periodField } from "@/lib/insights/schemas";
import { absorbedShareOf, isMineral, NUTRIENTS } from "@/lib/nutrition";
import { groupWords } from "../../_components/group-words";
import { SafetyFooter } from "../../_components/safety-footer";
import { BestSourcesCard } from "./_components/best-sources-card";
import {
  absorptionClaims,
  ClaimItem,
  FurtherCard,
  GutCard,
  hasPairing,
  PairingCard,
} from "./_components/claims";
import { MineralChart } from "./_components/mineral-chart";
import { PeriodNav } from "./_components/period-nav";
import { ReferencesCard } from "./_components/references-card";
import { SourcesCard } from "./_components/sources-card";

type Props = {
  params: Promise<{ mineral: string }>;
  searchParams: Promise<{ days?: string | string[] }>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { mineral } = await params;
  return { title: isMineral(mineral) ? NUTRIENTS[mineral].label : "No such mineral" };
};

/** "Target 320 mg a day · average need 265 mg · woman, 31–50". */
const detailOf = ({ mineral, target, hasPerson }: MineralPage): string => {
  if (!hasPerson) return "Your targets are not set yet";
  const kind = target.kind === "AI" ? " (adequate intake)" : target.kind === "custom" ? " (your own)" : "";
  return [
    target.target === null
      ? (target.note ?? "no target set")
      : `Target ${formatReferenceAmount(mineral, target.target)} a day${kind}`,
    target.ear === null ? null : `average need ${formatReferenceAmount(mineral, target.ear)}`,
    target.group === null ? null : groupWords(target.group),
  ]
    .filter((part) => part !== null)
    .join(" · ");
};

/** One mineral over a period: its days, usual intake, where it comes from, how it is absorbed, what it does. */
export default async function MineralPageRoute({ params, searchParams }: Props) {
  const [{ mineral }, { days }] = await Promise.all([params, searchParams]);
  if (!isMineral(mineral)) notFound();
  const viewer = await requireViewer();
  const page = await mineralPage(viewer, viewer.userId, mineral, periodField.parse(days));
  const { adequacy, target } = page;
  const { label } = NUTRIENTS[mineral];
  const share = absorbedShareOf(mineral);
  // The references stand where they balance the columns.
  const paired = hasPairing(mineral, page.medicineNotes);
  return (
    <>
      <header className="flex flex-wrap items-center gap-4 phone:gap-3">
        <Hallmark mineral={mineral} size={44} />
        <div className="min-w-0 phone:flex-1">
          <h1 className="font-semibold text-28 tracking-[-0.02em] phone:text-22">{label}</h1>
          <p className="text-13 text-ink-2">{detailOf(page)}</p>
        </div>
        <PeriodNav mineral={mineral} period={page.period} />
      </header>

      <Card
        aria-label={`${label} over ${page.period} days`}
        className="grid lg:grid-cols-[minmax(0,1fr)_304px]"
      >
        <div className="border-line border-b px-5 py-4.5 lg:order-2 lg:border-b-0 lg:border-l phone:p-4">
          <UsualIntake
            adequacy={adequacy}
            days={page.days}
            target={target}
            noTips={page.noTips}
            cautions={page.cautions}
            headingId="usual"
            methodsHref="/methods"
          />
        </div>
        <div className="min-w-0 px-5 py-4.5 lg:order-1 phone:p-4">
          <MineralChart
            key={page.period}
            mineral={mineral}
            series={page.series}
            title={`Each day, ${formatPeriod(page.from, page.to)}`}
            today={page.to}
            refs={{ target: target.target, ear: target.ear, ul: target.ul, ulScope: target.ulScope }}
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
              requirement={page.requirement}
              days={page.days}
              methodsHref="/methods"
            />
          </div>
        </div>
      </Card>

      <div className="grid gap-5 lg:grid-cols-2 phone:gap-3.5">
        <div className="flex min-w-0 flex-col gap-5 phone:gap-3.5">
          <SourcesCard {...page} />
          <GutCard mineral={mineral} />
          <FurtherCard mineral={mineral} />
          {paired && <ReferencesCard {...page} />}
          <BestSourcesCard mineral={mineral} />
        </div>
        <div className="flex min-w-0 flex-col gap-5 phone:gap-3.5">
          <Card aria-labelledby="absorption">
            <CardBody>
              <h2 id="absorption" className="mb-3 font-semibold text-15 tracking-[-0.006em]">
                Absorption
              </h2>
              <Absorption mineral={mineral} absorption={page.absorption} share={share} />
              <div className="mt-3 border-line border-t pt-3 empty:hidden">
                {absorptionClaims(mineral).map((claim) => (
                  <ClaimItem key={claim.id} claim={claim} />
                ))}
              </div>
            </CardBody>
          </Card>
          <PairingCard mineral={mineral} noTips={page.noTips} medicineNotes={page.medicineNotes} />
          {!paired && <ReferencesCard {...page} />}
        </div>
      </div>
      <SafetyFooter />
    </>
  );
}
