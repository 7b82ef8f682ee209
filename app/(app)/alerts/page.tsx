import type { Metadata } from "next";
import { requireViewer } from "@/lib/http";
import { alertsPage } from "@/lib/insights";
import { readNotices, resolvedLately } from "@/lib/notices";
import { SafetyFooter } from "../_features/shell";
import { Inbox } from "./_components/inbox";

export const metadata: Metadata = { title: "Alerts" };

/** What is worth knowing of the last 30 days: the list, and each finding with what it rests on. */
export default async function AlertsRoute() {
  const viewer = await requireViewer();
  const noticed = await readNotices(viewer, viewer.userId);
  const [page, resolved] = await Promise.all([
    alertsPage(viewer, viewer.userId, noticed),
    resolvedLately(viewer, viewer.userId, noticed.read.today, noticed),
  ]);
  return (
    <>
      <Inbox page={page} opened={[...noticed.opened]} resolved={resolved} />
      <SafetyFooter />
    </>
  );
}
