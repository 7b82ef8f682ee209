"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http";
import { changeAlert } from "@/lib/insights";
import { alertChange, alertId } from "@/lib/insights/schemas";
import { readAlert } from "@/lib/notices";

/** Acknowledges or mutes an alert, or takes either back. The count beside Alerts changes with it. */
export const markAlert = action(
  z.strictObject({ id: alertId, change: alertChange }),
  async (viewer, { id, change }) => {
    await changeAlert(viewer, viewer.userId, id, change);
    revalidatePath("/", "layout");
  },
);

/** The person opened an alert: it is no longer counted as unread. */
export const openedAlert = action(z.strictObject({ id: alertId }), async (viewer, { id }) => {
  await readAlert(viewer, viewer.userId, id);
  revalidatePath("/", "layout");
});
