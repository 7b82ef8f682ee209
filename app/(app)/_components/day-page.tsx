import { requireViewer } from "@/lib/http";
import { todayPage } from "@/lib/insights";
import { type LocalDate, UPPER_LIMIT_NOTICE } from "@/lib/nutrition";
import { getProfile, getTargets } from "@/lib/profile";
import { DayBoard } from "./day-board";
import { groupWords } from "./group-words";
import { mealAt } from "./meal-words";
import { openAlerts } from "./open-alerts";
import { quickFoods } from "./quick-foods";
import { readRepeat } from "./read-repeat";
import { SafetyFooter } from "./safety-footer";
import { withShortNames } from "./short-names";
import { TopAlert } from "./top-alert";

/** The hour in a time zone, 0 to 23 and parts of it. */
const hourIn = (timeZone: string): number => {
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  const [hour = "0", minute = "0"] = clock.format(new Date()).split(":");
  return Number(hour) + Number(minute) / 60;
};

/** One day of the signed-in person: today when no date is given. */
export const DayPage = async ({ date }: { date?: LocalDate }) => {
  const viewer = await requireViewer();
  const [found, alerts] = await Promise.all([
    todayPage(viewer, viewer.userId, date),
    date === undefined ? openAlerts() : null,
  ]);
  const page = withShortNames(found);
  const empty = page.meals.every(({ entries }) => entries.length === 0);
  const [repeat, profile, targets, quick] = await Promise.all([
    readRepeat(viewer, viewer.userId, page.date),
    getProfile(viewer, viewer.userId),
    empty ? getTargets(viewer, viewer.userId, page.date) : null,
    empty ? quickFoods(viewer, viewer.userId, page) : [],
  ]);
  const group = targets?.items.find((item) => item.group !== null)?.group ?? null;
  return (
    <>
      <DayBoard
        page={page}
        group={group === null ? null : groupWords(group)}
        quick={quick}
        repeat={repeat}
        mealNow={page.date === page.today ? mealAt(hourIn(profile.timeZone)) : null}
        alert={alerts?.first && <TopAlert alert={alerts.first} open={alerts.open} />}
        limitNotice={UPPER_LIMIT_NOTICE.text}
        alarm={alerts?.first?.rule === "single-day-alarm"}
      />
      <SafetyFooter />
    </>
  );
};
