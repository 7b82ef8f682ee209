"use server";

import { action } from "@/lib/http";
import { updateProfile } from "@/lib/profile";
import { profileInput } from "@/lib/profile/schemas";
import { changed } from "./_components/changed";

/** Replaces the profile. */
export const saveProfile = action(profileInput, async (viewer, input) => {
  await updateProfile(viewer, viewer.userId, input);
  changed();
});
