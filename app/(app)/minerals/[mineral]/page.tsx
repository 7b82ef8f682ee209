import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { FurtherCard, GutCard, pairsFor, SafetyFooter } from "@/app/(app)/_features/shell";
import { Hallmark } from "@/components/nutrition/hallmark";
import { SWITCHED_OFF } from "@/components/nutrition/wording";
import { WaitingCard } from "@/components/ui/placeholders";
import { formatReferenceAmount, groupWords } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { mineralPage } from "@/lib/insights";
import { type MineralFrame, periodField } from "@/lib/insights/schemas";
import { isMineral, NUTRIENTS } from "@/lib/nutrition";
import { BestSourcesCard } from "./_components/best-sources-card";
import { AbsorptionCard, ByMeal, Days, hasAbsorption, Pairing, Sources } from "./_components/cards";
import { PeriodNav } from "./_components/period-nav";
import { ReferencesCard } from "./_components/references-card";
import { SodiumCard } from "./_components/sodium-card";

type Props = {
  params: Promise<{ mineral: string }>;
  searchParams: Promise<{ days?: string | string[] }>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { mineral } = await params;
  return { title: isMineral(mineral) ? NUTRIENTS[mineral].label : "No such mineral" };
};

/** "Target 320 mg a day · average need 265 mg · woman, 31–50". */
const formatTargetDetail = ({ mineral, target, hasPerson }: MineralFrame): string => {
  if (!hasPerson) return "Your targets are not set yet";
  const kind = target.kind === "AI" ? " (adequate intake)" : target.kind === "custom" ? " (your own)" : "";
  const plain = target.kind === "custom" ? null : (target.withoutAllowance?.target ?? null);
  const raised =
    plain === null ? "" : ` (${formatReferenceAmount(mineral, plain)} and the vegetarian allowance)`;
  return [
    target.target === null
      ? target.state === "switched-off"
        ? `Target ${SWITCHED_OFF}`
        : (target.note ?? "no target set")
      : `Target ${formatReferenceAmount(mineral, target.target)} a day${kind}${raised}`,
    target.ear === null ? null : `average need ${formatReferenceAmount(mineral, target.ear)}`,
    target.group === null ? null : groupWords(target.group),
  ]
    .filter((part) => part !== null)
    .join(" · ");
};

/**
 * One mineral over a period: its days, usual intake, where it comes from, how it is absorbed, what it does. The frame
 * comes at once, each card when it is ready.
 */
export default async function MineralPageRoute({ params, searchParams }: Props) {
  const [{ mineral }, { days }] = await Promise.all([params, searchParams]);
  if (!isMineral(mineral)) notFound();
  const viewer = await requireViewer();
  const page = await mineralPage(viewer, viewer.userId, mineral, periodField.parse(days));
  const { label } = NUTRIENTS[mineral];
  const shown = `${mineral}-${page.period}`;
  const pairs = pairsFor(mineral, page.gates).length;
  return (
    <>
      <header className="flex flex-wrap items-center gap-4 phone:gap-3">
        <Hallmark mineral={mineral} size={44} />
        <div className="min-w-0 phone:flex-1">
          <h1 className="font-semibold text-28 tracking-[-0.02em] phone:text-22">{label}</h1>
          <p className="text-13 text-ink-2">{formatTargetDetail(page)}</p>
        </div>
        <PeriodNav mineral={mineral} period={page.period} />
      </header>

      <Suspense
        key={`days-${shown}`}
        fallback={<WaitingCard title={label} height="h-[600px] phone:h-[960px]" />}
      >
        <Days page={page} />
      </Suspense>

      <div className="grid gap-5 lg:grid-cols-2 phone:gap-3.5">
        <div className="flex min-w-0 flex-col gap-5 phone:gap-3.5">
          <Suspense
            key={`sources-${shown}`}
            fallback={<WaitingCard title="Where it comes from" height="h-[310px]" />}
          >
            <Sources page={page} />
          </Suspense>
          <Suspense key={`meals-${shown}`} fallback={<WaitingCard title="By meal" height="h-[230px]" />}>
            <ByMeal page={page} />
          </Suspense>
          <GutCard mineral={mineral} gates={page.gates} />
          <BestSourcesCard mineral={mineral} />
        </div>
        <div className="flex min-w-0 flex-col gap-5 phone:gap-3.5">
          {page.sodium !== null && (
            <Suspense
              key={`sodium-${shown}`}
              fallback={<WaitingCard title="Sodium beside it" height="h-[160px]" />}
            >
              <SodiumCard page={page} />
            </Suspense>
          )}
          {hasAbsorption(page) && (
            <Suspense
              key={`absorption-${shown}`}
              fallback={<WaitingCard title="Absorption" height="h-[280px]" />}
            >
              <AbsorptionCard page={page} />
            </Suspense>
          )}
          {(pairs > 0 || page.medicineNotes.length > 0) && (
            <Suspense key={`pairing-${shown}`} fallback={<WaitingCard title="Pairing" height="h-[420px]" />}>
              <Pairing page={page} />
            </Suspense>
          )}
          <FurtherCard mineral={mineral} gates={page.gates} />
          <ReferencesCard {...page} />
        </div>
      </div>
      <SafetyFooter />
    </>
  );
}
