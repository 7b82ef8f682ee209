import Link from "next/link";
import type { ReactNode } from "react";
import { ClaimText } from "@/components/nutrition/claim-text";
import { Card, CardBody } from "@/components/ui/card";
import { type Claim, claimsAbout, type Gates, type Mineral } from "@/lib/nutrition";
import { PAIRS } from "./pairs";

/** One of several statements of a card. */
export const ITEM = "border-line border-t py-3 first-of-type:border-t-0 first-of-type:pt-0 last:pb-0";

/** A statement with its grade and its sources. */
export const ClaimItem = ({ claim }: { claim: Claim }) => (
  <div className={ITEM}>
    <ClaimText claim={claim} />
  </div>
);

/** A card of statements. */
export const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <Card aria-labelledby={id}>
    <CardBody>
      <h2 id={id} className="mb-3 font-semibold text-15 tracking-[-0.006em]">
        {title}
      </h2>
      {children}
    </CardBody>
  </Card>
);

type ClaimsProps = { mineral: Mineral; gates: Gates };

/** Evidence on the mineral and the gut; absent where a condition hides it. */
export const GutCard = ({ mineral, gates }: ClaimsProps) => {
  const claims = claimsAbout(mineral, "gut", gates);
  return claims.length === 0 ? null : (
    <Section id="gut" title="What it does in the gut">
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} />
      ))}
      <p className="border-line border-t pt-3 text-12 text-ink-3">
        About published studies, mostly of other people than you. It promises nothing, and intake is no
        diagnosis.{" "}
        <Link href={`/learn/${mineral}`} className="link inline-block py-1">
          More on this
        </Link>
      </p>
    </Section>
  );
};

/** Other evidence: high intakes and effects outside the gut. Absent when there is none. */
export const FurtherCard = ({ mineral, gates }: ClaimsProps) => {
  const claims = [
    ...claimsAbout(mineral, "general", gates),
    ...claimsAbout(mineral, "upper-limit", gates),
  ].filter(({ id }) => !PAIRS[mineral].some((pair) => pair.claim === id));
  return claims.length === 0 ? null : (
    <Section id="further" title="Worth knowing">
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} />
      ))}
    </Section>
  );
};
