import type { Metadata } from "next";
import { PublicHeader } from "@/components/layout/public-header";
import { requireViewer } from "@/lib/http";
import { SAFETY_NOTICE } from "@/lib/nutrition";
import { getOverrides, getProfile } from "@/lib/profile";
import { today } from "@/lib/time";
import { SetupForm } from "./_components/setup-form";

export const metadata: Metadata = { title: "Set your targets" };

export default async function SetupPage() {
  const viewer = await requireViewer();
  const [profile, overrides] = await Promise.all([
    getProfile(viewer, viewer.userId),
    getOverrides(viewer, viewer.userId),
  ]);
  return (
    <div className="flex min-h-dvh flex-col">
      <PublicHeader>Step 1 of 2</PublicHeader>
      <SetupForm
        account={viewer.userId}
        profile={profile}
        overrides={overrides}
        today={today(profile.timeZone)}
        notice={SAFETY_NOTICE.text}
      />
    </div>
  );
}
