import { tieUnits } from "@/lib/format";
import type { Claim } from "@/lib/nutrition";
import { evidenceGrades, type EvidenceGrade as Grade } from "@/lib/nutrition";
import { cx } from "../ui/class-names";
import { Sources } from "./sources";

/** How much is known: `none` means no study in people, `unsupported` that studies do not bear out what is often said. */
export type Evidence = "strong" | "moderate" | "limited" | "none" | "unsupported";

const STEPS: { readonly [E in Evidence]: number } = {
  strong: 3,
  moderate: 2,
  limited: 1,
  none: 0,
  unsupported: 0,
};
const WORDS: { readonly [E in Evidence]: string } = {
  strong: "Strong evidence",
  moderate: "Moderate evidence",
  limited: "Limited evidence",
  none: "No human studies",
  unsupported: "Not supported",
};

/** The grade of the evidence table as the mark that shows it. */
export const EVIDENCE: { readonly [G in Grade]: Evidence } = {
  A: "strong",
  B: "moderate",
  C: "limited",
  D: "unsupported",
};

/** Three steps and a word. */
export const EvidenceGrade = ({ grade }: { grade: Evidence }) => (
  <span className="inline-flex items-center gap-[7px] whitespace-nowrap font-medium text-12 text-ink-2">
    <span className="flex gap-0.5" aria-hidden>
      {[1, 2, 3].map((step) => (
        <i
          key={step}
          className={cx(
            "h-2.5 w-[5px] rounded-[1px]",
            step <= STEPS[grade] ? "bg-ink-2" : "inset-ring inset-ring-ink-3",
          )}
        />
      ))}
    </span>
    {WORDS[grade]}
  </span>
);

/** Each grade and what it means. */
export const EvidenceGrades = () => {
  const grades = evidenceGrades();
  return (
    <dl className="grid max-w-[76ch] gap-1.5 text-14 text-ink-2">
      {(Object.keys(grades) as Grade[]).map((grade) => (
        <div key={grade} className="flex flex-wrap gap-x-3">
          <dt className="w-40">
            <EvidenceGrade grade={EVIDENCE[grade]} />
          </dt>
          <dd>{grades[grade].meaning}</dd>
        </div>
      ))}
    </dl>
  );
};

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
