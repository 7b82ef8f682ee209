import type { ReactNode } from "react";
import { PublicHeader } from "@/components/layout/public-header";

type EntryPageProps = {
  title: string;
  lead?: ReactNode;
  /** At the right of the head: the other way in. */
  aside: ReactNode;
  children: ReactNode;
};

/** A narrow page with one form: sign in, sign up. */
export const EntryPage = ({ title, lead, aside, children }: EntryPageProps) => (
  <div className="flex min-h-dvh flex-col">
    <PublicHeader>{aside}</PublicHeader>
    <main className="mx-auto grid w-full max-w-[420px] content-start gap-6 px-4 pt-10 pb-16 phone:pt-4">
      <div>
        <h1 className="font-semibold text-28 tracking-[-0.02em] phone:text-22">{title}</h1>
        {lead !== undefined && <p className="mt-2 text-15 text-ink-2">{lead}</p>}
      </div>
      <noscript>
        <p className="rounded-lg border border-line bg-surface px-3.5 py-3">
          Signing in needs JavaScript, which is switched off in this browser.
        </p>
      </noscript>
      {children}
    </main>
  </div>
);
