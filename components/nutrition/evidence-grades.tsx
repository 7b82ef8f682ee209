import { evidenceGrades, type EvidenceGrade as Grade } from "@/lib/nutrition";
import { EVIDENCE, EvidenceGrade } from "./evidence-grade";

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
