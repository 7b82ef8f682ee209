import Link from "next/link";
import type { ReactNode } from "react";

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

/** Head of the pages outside the signed-in area: the brand, and at the right what the page offers. */
export const PublicHeader = ({ children }: { children?: ReactNode }) => (
  <header className="flex items-center gap-3 px-8 py-5 phone:px-4 phone:py-3.5">
    <Link href="/" className="rounded-sm no-underline">
      <Brand />
    </Link>
    <div className="ml-auto flex items-center gap-2 text-13 text-ink-2">{children}</div>
  </header>
);
