/** The mark: three strokes of a touchstone. */
const BrandMark = ({ size = 24 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="flex-none">
    <rect width="24" height="24" rx="6.5" fill="var(--ink)" />
    <g stroke="var(--on-ink)" strokeWidth="2" strokeLinecap="round">
      <path d="M6.5 14.5 11 6.5" />
      <path d="M9.8 17.8 16 6.8" />
      <path d="M15 16.8l2.5-4.4" />
    </g>
  </svg>
);

/** Mark and name; the name hides on the icon rail. */
export const Brand = ({ rail = false }: { rail?: boolean }) => (
  <span className="flex items-center gap-[9px] font-semibold text-16 tracking-[-0.015em]">
    <BrandMark />
    <span className={rail ? "max-lg-sr" : undefined}>Assay</span>
  </span>
);
