import Link from "next/link";
import { ITEM, pairsFor, Section } from "@/app/(app)/_features/shell";
import { ClaimText } from "@/components/nutrition/claim-text";
import { Link2, Pill, Unlink2 } from "@/components/ui/drawn-icons";
import { capitalise, formatAmount, formatGrams } from "@/lib/format";
import type { MineralFrame, PairingView, VitaminCStep } from "@/lib/insights/schemas";
import { claimById } from "@/lib/nutrition";
import { ownWords } from "./pairing-words";

const ICON = {
  size: 16,
  strokeWidth: 1.75,
  className: "mt-0.5 flex-none text-ink-2",
  "aria-hidden": true,
} as const;

type PairingCardProps = Pick<MineralFrame, "mineral" | "gates" | "medicineNotes"> & {
  /** The person's own meals and supplements; null for a mineral that has nothing to count. */
  own: PairingView | null;
};

/**
 * What goes well together and what is better apart, each statement beside what the person's own diary says of it;
 * absent when nothing is known.
 */
export const PairingCard = ({ mineral, gates, medicineNotes, own }: PairingCardProps) => {
  const pairs = pairsFor(mineral, gates);
  return pairs.length === 0 && medicineNotes.length === 0 ? null : (
    <Section id="pairing" title="Pairing">
      {medicineNotes.map((text) => (
        <div key={text} className={`grid grid-cols-[20px_1fr] gap-2.5 text-13 ${ITEM}`}>
          <Pill {...ICON} />
          <p>{text}</p>
        </div>
      ))}
      {pairs.length > 0 && own !== null && !own.any && (
        <p className={`text-13 text-ink-2 ${ITEM}`}>
          Beside each statement stands what your own diary says of it, once a day of the last {own.days}{" "}
          counts. Not enough is logged to say anything yet.
        </p>
      )}
      {pairs.map(({ claim, how }) => (
        <div key={claim} className={`grid grid-cols-[20px_1fr] gap-2.5 ${ITEM}`}>
          {how === "together" ? <Link2 {...ICON} /> : <Unlink2 {...ICON} />}
          <div>
            <p className="sr-only">{how === "together" ? "Together" : "Apart"}</p>
            <ClaimText claim={claimById(claim)} />
            {own?.any && (
              <Own
                lines={ownWords(claim, own)}
                step={claim === "vitamin-c-iron" ? own.step : null}
                mineral={mineral}
              />
            )}
          </div>
        </div>
      ))}
    </Section>
  );
};

const Own = ({
  lines,
  step,
  mineral,
}: {
  lines: readonly string[];
  step: VitaminCStep | null;
  mineral: MineralFrame["mineral"];
}) =>
  lines.length === 0 ? null : (
    <div data-mineral={mineral} className="mt-1.5 border-mineral border-l-2 pl-2.5 text-13">
      <p className="font-medium text-12 text-ink-2">In your diary</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {step !== null && <Step step={step} />}
    </div>
  );

/** One food that would change the count, and the way to log it. */
const Step = ({ step: { food, name, grams, vitaminC, beside } }: { step: VitaminCStep }) => (
  <p className="flex flex-wrap items-center gap-x-2">
    <span>
      {capitalise(name)} ({formatGrams(grams)}) in a meal like the one with {beside} would bring{" "}
      {formatAmount("vitaminC", vitaminC)} of vitamin C.
    </span>
    <Link href={`/today?log=${food}`} className="link no-print inline-block phone:py-3">
      Log {name}
    </Link>
  </p>
);
