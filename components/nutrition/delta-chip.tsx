import { formatDelta } from "@/lib/format";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Hallmark } from "./hallmark";

/** A mineral's mark with an amount in words already made. */
export const AmountChip = ({ mineral, text }: { mineral: Mineral; text: string }) => (
  <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-13 tabular-nums">
    <Hallmark mineral={mineral} size={22} />
    <span className="sr-only">{NUTRIENTS[mineral].label}</span>
    <span>{text}</span>
  </span>
);

/** What a food would add of one mineral: "+157 mg". */
export const DeltaChip = ({ mineral, amount }: { mineral: Mineral; amount: number | null }) => (
  <AmountChip mineral={mineral} text={formatDelta(mineral, amount)} />
);
