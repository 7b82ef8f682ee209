import type { EvidenceGrade as Grade } from "@/lib/nutrition";
import { cx } from "../ui/class-names";

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
