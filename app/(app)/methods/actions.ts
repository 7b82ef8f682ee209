"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { action } from "@/lib/http";
import { getProfile, updateProfile } from "@/lib/profile";
import { profileInput } from "@/lib/profile/schemas";

/**
 * Uses the reference values of another standard from now on. Everything else in the profile stays.
 * @throws AppError invalid before birth date and sex are set.
 */
export const changeStandard = action(
  z.strictObject({ standard: profileInput.shape.standard }),
  async (viewer, { standard }) => {
    const { birthDate, sex, lifeStage } = await getProfile(viewer, viewer.userId);
    if (birthDate === null || sex === null) {
      throw new AppError("invalid", "Set birth date and sex first.", {
        fields: { birthDate: "is not set" },
      });
    }
    await updateProfile(viewer, viewer.userId, { birthDate, sex, lifeStage, standard });
    revalidatePath("/", "layout");
  },
);
