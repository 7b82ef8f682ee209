import type { Metadata } from "next";
import { DeleteButton } from "@/components/forms/delete-button";
import { requireViewer } from "@/lib/http";
import { SAFETY_NOTICE } from "@/lib/nutrition";
import { getProfile } from "@/lib/profile";
import { HealthForm } from "../_components/health-form";
import { Section } from "../_components/section";
import { removeHealthData } from "../actions";

export const metadata: Metadata = { title: "Conditions and medicines" };

export default async function HealthPage() {
  const viewer = await requireViewer();
  const profile = await getProfile(viewer, viewer.userId);
  return (
    <>
      <HealthForm profile={profile} />
      <Section
        id="delete-health-title"
        title="Delete these answers"
        lead="All of this is optional. Deleting it takes your conditions, your medicines and your periods of pregnancy, lactation, menstruation and hormones out of this server; they stay in its backups until those are replaced."
      >
        <DeleteButton name="Your health answers" remove={removeHealthData.bind(null, {})} then="/settings">
          Conditions, medicines and periods of life are deleted. Warnings and reference values that rest on
          them go back to those without. Your diary, weight and targets are kept.
        </DeleteButton>
      </Section>
      <p className="text-13 text-ink-2">{SAFETY_NOTICE.text}</p>
    </>
  );
}
