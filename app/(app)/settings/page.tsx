import type { Metadata } from "next";
import { requireViewer } from "@/lib/http";
import { getOverrides, getProfile } from "@/lib/profile";
import { today } from "@/lib/time";
import { ProfileForm } from "./_components/profile-form";
import { Section } from "./_components/section";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const viewer = await requireViewer();
  const [profile, overrides] = await Promise.all([
    getProfile(viewer, viewer.userId),
    getOverrides(viewer, viewer.userId),
  ]);
  return (
    <Section
      id="profile"
      title="Profile"
      lead="Decides the targets, what is suggested, and when your day begins."
    >
      <ProfileForm profile={profile} overrides={overrides} today={today(profile.timeZone)} />
    </Section>
  );
}
