import { tieUnits } from "@/lib/format";
import type { Claim } from "@/lib/nutrition";
import { EVIDENCE, EvidenceGrade } from "./evidence-grade";
import { Sources } from "./sources";

/** A statement with its grade and its sources. */
export const ClaimText = ({ claim }: { claim: Claim }) => (
  <>
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <h3 className="font-medium text-14">{claim.title}</h3>
      <EvidenceGrade grade={EVIDENCE[claim.grade]} />
    </div>
    <p className="mt-0.5 text-13 text-ink-2">{tieUnits(claim.statement)}</p>
    <Sources sources={claim.sources} of={claim.title} />
  </>
);
