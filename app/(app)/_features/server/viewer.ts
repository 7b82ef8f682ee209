import "server-only";
import { cache } from "react";
import type { NavBadge } from "@/components/layout/nav-links";
import { countNoun } from "@/lib/format";
import { requireViewer } from "@/lib/http";
import { alertSummary } from "@/lib/notices";
import { getProfile, safetyGates } from "@/lib/profile";
import { today } from "@/lib/time";

/** What the age, life stage and conditions of the signed-in person switch off today; read once a request. */
export const viewerGates = cache(async () => {
  const viewer = await requireViewer();
  const profile = await getProfile(viewer, viewer.userId);
  return safetyGates(profile, today(profile.timeZone));
});

/** The alerts of the signed-in person in short; computed once a request, for the navigation and the day alike. */
export const openAlerts = cache(async () => {
  const viewer = await requireViewer();
  return alertSummary(viewer, viewer.userId);
});

/** The count beside Alerts in the navigation; null with nothing unread, or where a count would weigh on the person. */
export const alertBadge = async (): Promise<NavBadge | null> => {
  const { count } = await openAlerts();
  return count === null ? null : { count, label: countNoun(count, "unread alert") };
};
