"use server";

import { z } from "zod";
import { action, countUse } from "@/lib/http";
import { alertSettingsInput } from "@/lib/insights/schemas";
import { changeAlertSettings, sendTestMail } from "@/lib/notices";
import { changed } from "../_components/changed";

/** Replaces what the person wants to be told of; the count beside Alerts follows. */
export const saveAlertSettings = action(alertSettingsInput, async (viewer, input) => {
  await changeAlertSettings(viewer, viewer.userId, input);
  changed();
});

/** Sends a mail to the person's own address; a few an hour. */
export const sendTest = action(z.strictObject({}), async (viewer) => {
  await countUse("testMail", viewer.userId);
  await sendTestMail(viewer, viewer.userId);
});
