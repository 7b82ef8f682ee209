import "server-only";
import { cache } from "react";
import { requireViewer } from "@/lib/http";
import { getProfile, safetyGates } from "@/lib/profile";
import { today } from "@/lib/time";

/** What the age, life stage and conditions of the signed-in person switch off today; read once a request. */
export const viewerGates = cache(async () => {
  const viewer = await requireViewer();
  const profile = await getProfile(viewer, viewer.userId);
  return safetyGates(profile, today(profile.timeZone));
});
