import { EVIDENCE, EvidenceGrade } from "@/components/nutrition/evidence-grade";
import { Sources } from "@/components/nutrition/sources";
import { tieUnits } from "@/lib/format";
import type { AlertNoteView } from "@/lib/insights/schemas";

/** Statements, each with its grade where it is a claim, and its sources. */
export const Notes = ({ notes }: { notes: readonly AlertNoteView[] }) =>
  notes.length === 0 ? null : (
    <ul className="max-w-[620px]">
      {notes.map(({ text, grade, sources }) => (
        <li key={text} className="border-line border-t py-2.5 first:border-t-0 first:pt-0 last:pb-0">
          <p className="text-ink-2">{tieUnits(text)}</p>
          <div className="mt-0.5 flex flex-wrap items-start gap-x-4">
            {grade !== null && (
              <span className="py-1 phone:py-3">
                <EvidenceGrade grade={EVIDENCE[grade]} />
              </span>
            )}
            <Sources sources={sources} />
          </div>
        </li>
      ))}
    </ul>
  );
