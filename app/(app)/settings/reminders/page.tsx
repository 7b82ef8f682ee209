import type { Metadata } from "next";
import { requireViewer } from "@/lib/http";
import { reminders } from "@/lib/notices";
import { RemindersForm } from "../_components/reminders-form";

export const metadata: Metadata = { title: "Reminders" };

export default async function RemindersPage() {
  const viewer = await requireViewer();
  return <RemindersForm view={await reminders(viewer, viewer.userId)} />;
}
