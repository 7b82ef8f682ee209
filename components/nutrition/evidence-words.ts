import type { EvidenceGrade } from "@/lib/nutrition";
import type { Evidence } from "./evidence-grade";

/** The grade of the evidence table as the mark that shows it. */
export const EVIDENCE: { readonly [G in EvidenceGrade]: Evidence } = {
  A: "strong",
  B: "moderate",
  C: "limited",
  D: "unsupported",
};
