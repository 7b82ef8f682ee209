import type { Metadata } from "next";
import Link from "next/link";
import { getFoods, listName } from "@/lib/foods";
import { requireViewer } from "@/lib/http";
import { getOverrides, getProfile } from "@/lib/profile";
import { today } from "@/lib/time";
import { ExcludedFoods } from "./_components/excluded-foods";
import { ProfileForm } from "./_components/profile-form";
import { Section } from "./_components/section";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const viewer = await requireViewer();
  const [profile, overrides] = await Promise.all([
    getProfile(viewer, viewer.userId),
    getOverrides(viewer, viewer.userId),
  ]);
  const foods = await getFoods(viewer, viewer.userId, profile.excludedFoods);
  const excluded = profile.excludedFoods.map((id) => {
    const food = foods.get(id);
    return { id, name: food ? listName(id, food.name) : "A food that is gone" };
  });
  return (
    <>
      <Section
        id="profile"
        title="Profile"
        lead={
          <>
            Decides the targets, what is suggested, and when your day begins. What held before stands under{" "}
            <Link href="/settings/history" className="link">
              What held when
            </Link>
            .
          </>
        }
      >
        <ProfileForm profile={profile} overrides={overrides} today={today(profile.timeZone)} />
      </Section>
      <Section
        id="excluded-foods"
        title="Foods never to suggest"
        lead="Single foods by name, for whatever reason. They can still be logged and count like any other."
      >
        <ExcludedFoods foods={excluded} />
      </Section>
    </>
  );
}
