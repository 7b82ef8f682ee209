import type { Metadata } from "next";
import { getAccount } from "@/lib/access";
import { requireViewer } from "@/lib/http";
import { alertSettings } from "@/lib/notices";
import { AlertSettingsForm } from "../_components/alert-settings-form";

export const metadata: Metadata = { title: "Alert settings" };

export default async function AlertSettingsPage() {
  const viewer = await requireViewer();
  const [settings, { email }] = await Promise.all([
    alertSettings(viewer, viewer.userId),
    getAccount(viewer, viewer.userId),
  ]);
  return <AlertSettingsForm settings={settings} address={email} />;
}
