import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryPage } from "@/app/(public)/_components/entry-page";
import { ButtonLink } from "@/components/ui/button";
import { ownerOfStopToken } from "@/lib/notices";
import { StopMailForm } from "../_components/stop-mail-form";

export const metadata: Metadata = { title: "Stop mail", robots: { index: false } };

/** The page behind the unsubscribe link of a mail; it needs no sign-in. */
export default async function StopMailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (ownerOfStopToken(token) === null) notFound();
  return (
    <EntryPage
      title="Stop all mail?"
      lead="Assay will send you no more reviews and alerts by mail. They stay in the app, where you can switch mail on again."
      aside={
        <ButtonLink href="/settings/alerts" size="s">
          Alert settings
        </ButtonLink>
      }
    >
      <StopMailForm token={token} />
    </EntryPage>
  );
}
