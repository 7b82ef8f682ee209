import { formatAmount, formatReferenceAmount } from "@/lib/format";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";

type IntakeLineProps = {
  mineral: Mineral;
  mean: number;
  /** Where usual intake lies with 90 % confidence; null where that is unknown. */
  range: { low: number; high: number } | null;
  /** What half of the group needs. */
  need: number | null;
  target: number | null;
  limit: number | null;
  /** Whether `mean` is of supplements alone. */
  taken: boolean;
};

/** Usual intake with its likely range on one line with the values it is held against; the figures stand below it. */
export const IntakeLine = ({ mineral, mean, range, need, target, limit, taken }: IntakeLineProps) => {
  const values = [mean, range?.low, range?.high, need, target, limit].filter(
    (value) => value !== null && value !== undefined,
  );
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(most - least, most * 0.05) * 0.12;
  const from = Math.max(0, least - margin);
  const at = (value: number): string => `${((value - from) / (most + margin - from)) * 100}%`;
  const rows = [
    { key: "usual", label: taken ? "from supplements" : "usual intake", text: formatAmount(mineral, mean) },
    range && {
      key: "range",
      label: "likely range",
      text: `${formatAmount(mineral, range.low)} – ${formatAmount(mineral, range.high)}`,
    },
    need !== null && { key: "need", label: "average need", text: formatReferenceAmount(mineral, need) },
    target !== null && { key: "target", label: "target", text: formatReferenceAmount(mineral, target) },
    limit !== null && { key: "limit", label: "upper limit", text: formatReferenceAmount(mineral, limit) },
  ].filter((row) => row !== null && row !== false);
  return (
    <figure data-mineral={mineral}>
      <div
        role="img"
        aria-label={`${NUTRIENTS[mineral].label}: ${rows.map(({ label, text }) => `${label} ${text}`).join(", ")}`}
        className="relative h-8"
      >
        <span className="absolute inset-x-0 top-[15.5px] h-px bg-line-2" />
        {range && (
          <span
            className="absolute top-[11.5px] h-[9px] rounded-[2px] bg-mineral"
            style={{ left: at(range.low), right: `calc(100% - ${at(range.high)})` }}
          />
        )}
        {need !== null && (
          <span
            className="absolute top-0.5 h-7 border-ink-2 border-l-2 border-dotted"
            style={{ left: at(need) }}
          />
        )}
        {target !== null && (
          <span className="absolute top-0.5 h-7 w-0.5 bg-ink" style={{ left: at(target) }} />
        )}
        {limit !== null && (
          <span
            className="absolute top-0.5 h-7 w-2 border-over border-y-2 border-r-2"
            style={{ left: `calc(${at(limit)} - 8px)` }}
          />
        )}
        <span
          className="absolute top-2 size-4 -translate-x-1/2 rounded-full border-[3px] border-surface bg-mineral"
          style={{ left: at(mean) }}
        />
      </div>
      <figcaption className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1.5 text-12 text-ink-2" aria-hidden>
        {rows.map(({ key, label, text }) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <Key of={key} />
            {label} <b className="font-medium text-ink tabular-nums">{text}</b>
          </span>
        ))}
      </figcaption>
    </figure>
  );
};

const KEYS: { readonly [key: string]: string } = {
  usual: "size-2.5 rounded-full bg-mineral",
  range: "h-[7px] w-4 rounded-[2px] bg-mineral",
  need: "h-3.5 border-ink-2 border-l-2 border-dotted",
  target: "h-3.5 w-0.5 bg-ink",
  limit: "h-3.5 w-1.5 border-over border-y-2 border-r-2",
};
const Key = ({ of }: { of: string }) => <span className={`inline-block flex-none ${KEYS[of]}`} />;
