import type { Metadata } from "next";
import { kindsAskedOf } from "@/app/_profile/asked";
import { requireViewer } from "@/lib/http";
import { getProfile } from "@/lib/profile";
import { today } from "@/lib/time";
import { PeriodForm } from "../_components/period-form";
import { PeriodsList } from "../_components/periods-list";
import { Section } from "../_components/section";

export const metadata: Metadata = { title: "What held when" };

export default async function HistoryPage() {
  const viewer = await requireViewer();
  const profile = await getProfile(viewer, viewer.userId);
  const { periods, sex, birthDate } = profile;
  const now = today(profile.timeZone);
  const choices = { periods, kinds: kindsAskedOf(profile, now), sex, birthDate, today: now };
  return (
    <>
      <Section
        id="history"
        title="What held when"
        lead="Each day is judged by what held on it. Here is what you entered, the latest first; each can be corrected."
      >
        <PeriodsList {...choices} />
      </Section>
      <Section
        id="history-add"
        title="Add something that is over"
        lead="A pregnancy, or a weight of last year. What holds now is set in the profile."
      >
        <PeriodForm period={null} {...choices} />
      </Section>
    </>
  );
}
