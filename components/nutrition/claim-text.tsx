import { tieUnits } from "@/lib/format";
import type { Claim } from "@/lib/nutrition";
import { EvidenceGrade } from "./evidence-grade";
import { EVIDENCE } from "./evidence-words";

/** The studies behind a statement. An identifier that nobody read again is not printed. */
const Sources = ({ claim }: { claim: Claim }) => (
  <details className="text-12 text-ink-3">
    <summary className="w-fit py-1 phone:py-3">
      {claim.sources.length === 1 ? "Source" : `${claim.sources.length} sources`}
      <span className="sr-only"> for {claim.title}</span>
    </summary>
    <ul className="grid gap-1 pb-1">
      {claim.sources.map(({ citation, url, checked }) => (
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

/** A statement with its grade and its sources. */
export const ClaimText = ({ claim }: { claim: Claim }) => (
  <>
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <h3 className="font-medium text-14">{claim.title}</h3>
      <EvidenceGrade grade={EVIDENCE[claim.grade]} />
    </div>
    <p className="mt-0.5 text-13 text-ink-2">{tieUnits(claim.statement)}</p>
    <Sources claim={claim} />
  </>
);
