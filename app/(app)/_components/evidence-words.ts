import type { Evidence } from "@/components/nutrition/evidence-grade";
import type { EvidenceGrade } from "@/lib/nutrition";

/** The grade of the evidence table as the mark that shows it. */
export const EVIDENCE: { readonly [G in EvidenceGrade]: Evidence } = {
  A: "strong",
  B: "moderate",
  C: "limited",
  D: "unsupported",
};
