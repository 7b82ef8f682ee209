import type { Metadata } from "next";
import { requireViewer } from "@/lib/http";
import { SAFETY_NOTICE } from "@/lib/nutrition";
import { getProfile } from "@/lib/profile";
import { HealthForm } from "../_components/health-form";

export const metadata: Metadata = { title: "Conditions and medicines" };

export default async function HealthPage() {
  const viewer = await requireViewer();
  const profile = await getProfile(viewer, viewer.userId);
  return (
    <>
      <HealthForm profile={profile} />
      <p className="text-13 text-ink-2">{SAFETY_NOTICE.text}</p>
    </>
  );
}
