import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { WaitingFoods } from "@/app/(app)/_features/food";
import { ClaimItem } from "@/app/(app)/_features/shell";
import { PageHeader } from "@/components/layout/page-header";
import { AlertStrip } from "@/components/nutrition/alert-strip";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/placeholders";
import { requireViewer } from "@/lib/http";
import { supplements } from "@/lib/insights";
import type { SupplementsView } from "@/lib/insights/schemas";
import { type Claim, claimsFor, type Gates } from "@/lib/nutrition";
import { viewerGates } from "../_features/server";
import { SafetyFooter } from "../_features/shell";
import { NoticesCard, PlanCard } from "./_components/plan-card";
import { SupplementRow } from "./_components/supplement-row";

export const metadata: Metadata = { title: "Supplements" };

/** Statements about supplements themselves, where one of the nutrients is taken. */
const CLAIMS: readonly (readonly [nutrient: string, claim: string])[] = [
  ["magnesium", "magnesium-citrate-oxide"],
  ["zinc", "zinc-copper"],
  ["calcium", "calcium-dose"],
  ["calcium", "calcium-supplement-stones"],
  ["selenium", "selenium-above-need"],
];

const getResearchClaims = ({ plan }: SupplementsView, gates: Gates): readonly Claim[] =>
  plan.limits.length === 0
    ? []
    : claimsFor(
        [
          // Where a limit is passed, the notices already include it.
          ...(plan.notices.some(({ code }) => code === "upper-limit-meaning") ? [] : ["upper-limit-meaning"]),
          ...CLAIMS.filter(([taken]) => plan.limits.some(({ nutrient }) => nutrient === taken)).map(
            ([, claim]) => claim,
          ),
        ],
        gates,
      );

const ResearchCard = ({ claims }: { claims: readonly Claim[] }) => (
  <Card aria-labelledby="research">
    <CardHeader id="research" title="What studies say" />
    <CardBody>
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} />
      ))}
    </CardBody>
  </Card>
);

export default async function SupplementsPage() {
  const viewer = await requireViewer();
  const view = await supplements(viewer, viewer.userId);
  const { items, plan } = view;
  const alarms = plan.notices.filter(({ tone }) => tone === "alarm");
  const notices = plan.notices.filter(({ tone }) => tone === "notice");
  const claims = getResearchClaims(view, await viewerGates());
  const add = (
    <ButtonLink href="/supplements/new">
      <Plus size={16} strokeWidth={1.75} aria-hidden />
      New supplement
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Supplements" actions={items.length > 0 ? add : undefined} />
      {alarms.map(({ code, text }) => (
        <AlertStrip key={code} tone="over" title="Please read:" basis={text} />
      ))}
      <Card aria-labelledby="taken">
        <CardHeader
          id="taken"
          title="What you take"
          detail={items.length > 0 ? "Counted apart from food everywhere." : undefined}
          className="pb-3"
        />
        <WaitingFoods list="supplements" />
        {items.length > 0 ? (
          <ul>
            {items.map((supplement) => (
              <SupplementRow key={supplement.id} supplement={supplement} />
            ))}
          </ul>
        ) : (
          <EmptyState title="No supplements" action={add}>
            If you take supplements, or antacids and laxatives with magnesium, enter them as the label has
            them. Upper limits can only be checked with them. Assay does not propose any.
          </EmptyState>
        )}
      </Card>
      {plan.limits.length > 0 && <PlanCard limits={plan.limits} />}
      {notices.length > 0 && <NoticesCard notices={notices} />}
      {claims.length > 0 && <ResearchCard claims={claims} />}
      <SafetyFooter />
    </>
  );
}
