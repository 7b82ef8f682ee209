import type { Metadata } from "next";
import { PublicHeader } from "@/components/layout/public-header";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="min-h-dvh">
      <PublicHeader />
      <main className="mx-auto grid max-w-[560px] justify-items-start gap-4 px-4 pt-16 pb-16">
        <h1 className="font-semibold text-28 tracking-[-0.02em]">There is nothing here</h1>
        <p className="text-15 text-ink-2">
          The address leads nowhere, or to something that belongs to somebody else.
        </p>
        <ButtonLink href="/today" variant="primary" size="l">
          Go to today
        </ButtonLink>
      </main>
    </div>
  );
}
