"use server";

import { action } from "@/lib/http";
import { updateHealth } from "@/lib/profile";
import { healthInput } from "@/lib/profile/schemas";
import { changed } from "../_components/changed";

/** Replaces what was ticked. */
export const saveHealth = action(healthInput, async (viewer, input) => {
  await updateHealth(viewer, viewer.userId, input);
  changed();
});
