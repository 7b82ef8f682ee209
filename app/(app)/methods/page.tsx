import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { phytateSources } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { formatCount, joinList } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { referencesOf } from "@/lib/insights";
import { getProfile } from "@/lib/profile";
import { SafetyFooter } from "../_features/shell";
import {
  AbsorptionTopic,
  CalciumTopic,
  IronAbsorptionTopic,
  PreparationTopic,
  ZincTopic,
} from "./_components/absorption-topics";
import {
  AdequacyTopic,
  AdequateIntakeTopic,
  AmountsTopic,
  IronTopic,
  UpperLimitsTopic,
  UsualIntakeTopic,
} from "./_components/intake-topics";
import { P, Topic } from "./_components/parts";
import { EvidenceTopic, LimitsTopic, ReferencesTopic } from "./_components/reference-topics";
import { SafetyTopic } from "./_components/safety-topic";

export const metadata: Metadata = { title: "Methods" };

const CONTENTS = [
  ["amounts", "Amounts and totals"],
  ["references", "Reference values"],
  ["usual-intake", "Usual intake"],
  ["adequacy", "Is it enough?"],
  ["adequate-intake", "Adequate intakes"],
  ["iron", "Iron"],
  ["upper-limits", "Upper limits"],
  ["absorption", "Absorption"],
  ["zinc-absorption", "Zinc and phytate"],
  ["iron-absorption", "Iron in meals"],
  ["calcium-absorption", "Calcium"],
  ["preparation", "Preparation"],
  ["conditions", "Conditions and medicines"],
  ["evidence", "Evidence"],
  ["food-table", "Food table"],
  ["limits", "What this cannot do"],
] as const;

/** How every figure is worked out, from the same tables that the code computes with. */
export default async function MethodsPage() {
  const viewer = await requireViewer();
  const [profile, rows] = await Promise.all([
    getProfile(viewer, viewer.userId),
    referencesOf(viewer, viewer.userId),
  ]);
  const catalogue = loadCatalogue();
  return (
    <>
      <PageHeader title="Methods" detail="How every figure is worked out, and where it comes from" />
      <nav aria-label="Topics" className="no-print">
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-13">
          {CONTENTS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} className="link inline-block py-0.5 phone:py-3">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <AmountsTopic />
      <ReferencesTopic standard={profile.standard} rows={rows} />
      <UsualIntakeTopic />
      <AdequacyTopic />
      <AdequateIntakeTopic />
      <IronTopic />
      <UpperLimitsTopic />
      <AbsorptionTopic />
      <ZincTopic />
      <IronAbsorptionTopic />
      <CalciumTopic />
      <PreparationTopic />
      <SafetyTopic />
      <EvidenceTopic />
      <Topic id="food-table" title="The food table">
        <P>
          {joinList(catalogue.tables.map(({ name, size }) => `${formatCount(size)} foods of ${name}`))}.
          Phytate: {phytateSources(catalogue).join(" ")} Licences and citations stand under{" "}
          <Link href="/settings/about" className="link">
            Settings, About
          </Link>
          .
        </P>
      </Topic>
      <LimitsTopic />
      <SafetyFooter />
    </>
  );
}
