import { EvidenceGrade } from "@/components/nutrition/evidence-grade";
import { EVIDENCE } from "@/components/nutrition/evidence-words";
import { tieUnits } from "@/lib/format";
import type { AlertNoteView } from "@/lib/insights/schemas";

/** The studies or bodies behind something that is said. */
export const Sources = ({ sources }: Pick<AlertNoteView, "sources">) =>
  sources.length === 0 ? null : (
    <details className="text-12 text-ink-3">
      <summary className="w-fit py-1 phone:py-3">
        {sources.length === 1 ? "Source" : `${sources.length} sources`}
      </summary>
      <ul className="grid gap-1 pb-1">
        {sources.map(({ citation, url, checked }) => (
          <li key={citation}>
            {url === null ? (
              citation
            ) : (
              <a href={url} className="link inline-block py-1" rel="noreferrer">
                {citation}
              </a>
            )}
            {!checked && " (cited from memory)"}
          </li>
        ))}
      </ul>
    </details>
  );

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
