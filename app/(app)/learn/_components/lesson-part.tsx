import { ClaimText } from "@/components/nutrition/claim-text";
import { Card, CardBody } from "@/components/ui/card";
import { claimsFor, type Gates } from "@/lib/nutrition";
import type { Part } from "./lesson";

/**
 * Statements with their evidence; where something is often said, that first, and how far it is carried. Only what may be
 * said to the person; nothing where that leaves no statement.
 */
export const LessonPart = ({ part, id, gates }: { part: Part; id: string; gates: Gates }) => {
  const claims = claimsFor(part.claims, gates);
  return claims.length === 0 ? null : (
    <Card aria-labelledby={id}>
      <CardBody>
        <h2 id={id} className="mb-3 font-semibold text-15 tracking-[-0.006em]">
          {part.title}
        </h2>
        {part.said !== undefined && part.verdict !== undefined && (
          <dl className="mb-4 grid gap-x-4 gap-y-1 rounded-md bg-sunken px-4 py-3 text-14 sm:grid-cols-[auto_1fr]">
            <dt className="text-12 text-ink-3 leading-5">Often said</dt>
            <dd>“{part.said}”</dd>
            <dt className="text-12 text-ink-3 leading-5">Evidence</dt>
            <dd className="font-medium">{part.verdict}</dd>
          </dl>
        )}
        {claims.map((claim) => (
          <div
            key={claim.id}
            className="border-line border-t py-3 first-of-type:border-t-0 first-of-type:pt-0 last:pb-0"
          >
            <ClaimText claim={claim} />
          </div>
        ))}
      </CardBody>
    </Card>
  );
};
