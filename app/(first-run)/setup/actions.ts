"use server";

import { action } from "@/lib/http";
import { updateProfile } from "@/lib/profile";
import { profileInput } from "@/lib/profile/schemas";

/** Saves the first answers about oneself. */
export const saveProfile = action(profileInput, (viewer, input) =>
  updateProfile(viewer, viewer.userId, input),
);
