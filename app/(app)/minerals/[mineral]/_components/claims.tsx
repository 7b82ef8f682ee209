import { Link2, Pill, Unlink2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ClaimText } from "@/components/nutrition/claim-text";
import { Card, CardBody } from "@/components/ui/card";
import { type Claim, claimById, claimsAbout, type Mineral } from "@/lib/nutrition";

const ITEM = "border-line border-t py-3 first-of-type:border-t-0 first-of-type:pt-0 last:pb-0";

/** A statement with its grade and its sources. */
export const ClaimItem = ({ claim }: { claim: Claim }) => (
  <div className={ITEM}>
    <ClaimText claim={claim} />
  </div>
);

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <Card aria-labelledby={id}>
    <CardBody>
      <h2 id={id} className="mb-3 font-semibold text-15 tracking-[-0.006em]">
        {title}
      </h2>
      {children}
    </CardBody>
  </Card>
);

/** What the studies say about the mineral and the gut. */
export const GutCard = ({ mineral }: { mineral: Mineral }) => (
  <Section id="gut" title="What it does in the gut">
    {claimsAbout(mineral, "gut").map((claim) => (
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

/** What else is worth knowing: too much of it, and what it does elsewhere. Absent when there is nothing. */
export const FurtherCard = ({ mineral }: { mineral: Mineral }) => {
  const claims = [...claimsAbout(mineral, "general"), ...claimsAbout(mineral, "upper-limit")].filter(
    ({ id }) => !PAIRS[mineral].some((pair) => pair.claim === id),
  );
  return claims.length === 0 ? null : (
    <Section id="further" title="Worth knowing">
      {claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} />
      ))}
    </Section>
  );
};

type Pair = { readonly claim: string; readonly how: "together" | "apart" };

/** Which cited statements are about having things together, or apart. */
const PAIRS: { readonly [M in Mineral]: readonly Pair[] } = {
  magnesium: [],
  zinc: [
    { claim: "zinc-iron-tablets", how: "apart" },
    { claim: "zinc-copper", how: "apart" },
  ],
  calcium: [
    { claim: "vitamin-d-calcium", how: "together" },
    { claim: "calcium-iron-meal", how: "apart" },
  ],
  iron: [
    { claim: "vitamin-c-iron", how: "together" },
    { claim: "tea-coffee-iron", how: "apart" },
    { claim: "calcium-iron-meal", how: "apart" },
    { claim: "zinc-iron-tablets", how: "apart" },
  ],
  selenium: [],
  potassium: [],
};

/** Whether there is anything to say about having the mineral together with something, or apart. */
export const hasPairing = (mineral: Mineral, medicineNotes: readonly string[]): boolean =>
  PAIRS[mineral].length > 0 || medicineNotes.length > 0;

/** Statements on absorption that the card beside the figures shows: those not about pairing. */
export const absorptionClaims = (mineral: Mineral): readonly Claim[] =>
  claimsAbout(mineral, "absorption").filter(({ id }) => !PAIRS[mineral].some((pair) => pair.claim === id));

const ICON = {
  size: 16,
  strokeWidth: 1.75,
  className: "mt-0.5 flex-none text-ink-2",
  "aria-hidden": true,
} as const;

/** What goes well together and what is better apart; absent when nothing is known. */
export const PairingCard = ({
  mineral,
  noTips,
  medicineNotes,
}: {
  mineral: Mineral;
  /** Leaves out what would help more of the mineral in. */
  noTips: boolean;
  medicineNotes: readonly string[];
}) => {
  const pairs = PAIRS[mineral].filter(({ how }) => !(noTips && how === "together"));
  return pairs.length === 0 && medicineNotes.length === 0 ? null : (
    <Section id="pairing" title="Pairing">
      {medicineNotes.map((text) => (
        <div key={text} className={`grid grid-cols-[20px_1fr] gap-2.5 text-13 ${ITEM}`}>
          <Pill {...ICON} />
          <p>{text}</p>
        </div>
      ))}
      {pairs.map(({ claim, how }) => (
        <div key={claim} className={`grid grid-cols-[20px_1fr] gap-2.5 ${ITEM}`}>
          {how === "together" ? <Link2 {...ICON} /> : <Unlink2 {...ICON} />}
          <div>
            <p className="sr-only">{how === "together" ? "Together" : "Apart"}</p>
            <ClaimText claim={claimById(claim)} />
          </div>
        </div>
      ))}
    </Section>
  );
};
