import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "./brand";

/** Head of the pages outside the signed-in area: the brand, and at the right what the page offers. */
export const PublicHeader = ({ children }: { children?: ReactNode }) => (
  <header className="flex items-center gap-3 px-8 py-5 phone:px-4 phone:py-3.5">
    <Link href="/" className="rounded-sm no-underline">
      <Brand />
    </Link>
    <div className="ml-auto flex items-center gap-2 text-13 text-ink-2">{children}</div>
  </header>
);
