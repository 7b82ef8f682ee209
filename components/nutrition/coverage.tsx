import { CircleDashed } from "lucide-react";
import { formatCoverage } from "@/lib/format";
import type { Mineral, Total } from "@/lib/nutrition";

/** What a total rests on: "at least 61 mg; 4 of 12 foods report it". */
export const Coverage = ({ mineral, total }: { mineral: Mineral; total: Total }) => (
  <span className="inline-flex items-center gap-1.5 text-13 text-ink-2">
    {total.known < total.entries && (
      <CircleDashed size={14} strokeWidth={1.75} className="flex-none text-ink-3" aria-hidden />
    )}
    {formatCoverage(mineral, total)}
  </span>
);
