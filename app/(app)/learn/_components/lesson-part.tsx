import { ClaimText } from "@/components/nutrition/claim-text";
import { Card, CardBody } from "@/components/ui/card";
import { claimById } from "@/lib/nutrition";
import type { Part } from "./lesson";

/** Statements with their evidence; where something is often said, that first, and how far it is carried. */
export const LessonPart = ({ part, id }: { part: Part; id: string }) => (
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
      {part.claims.map((claim) => (
        <div
          key={claim}
          className="border-line border-t py-3 first-of-type:border-t-0 first-of-type:pt-0 last:pb-0"
        >
          <ClaimText claim={claimById(claim)} />
        </div>
      ))}
    </CardBody>
  </Card>
);
