import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryPage } from "@/app/(public)/_components/entry-page";
import { ButtonLink } from "@/components/ui/button";
import { kindOfStopToken } from "@/lib/notices";
import { StopRemindersForm } from "../_components/stop-reminders-form";

export const metadata: Metadata = { title: "Stop reminders", robots: { index: false } };

const LEADS = {
  nothing: "This device will no longer remind you of days without anything logged.",
  doses: "This device will no longer remind you of doses that are due.",
  alerts: "This device will no longer tell you of new alerts. They stay in the app.",
} as const;

/** The page behind the link of a reminder; it needs no sign-in. */
export default async function StopRemindersPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const kind = await kindOfStopToken(token);
  if (kind === null) notFound();
  return (
    <EntryPage
      title="Stop these reminders?"
      lead={LEADS[kind]}
      aside={
        <ButtonLink href="/settings/reminders" size="s">
          Reminder settings
        </ButtonLink>
      }
    >
      <StopRemindersForm token={token} />
    </EntryPage>
  );
}
