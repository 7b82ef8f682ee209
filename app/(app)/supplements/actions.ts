"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { deleteSupplement } from "@/lib/foods";
import { supplementId } from "@/lib/foods/schemas";
import { action } from "@/lib/http";

/** Supplements and their doses show on the day, on the minerals' pages and here. */
const changed = (): void => revalidatePath("/", "layout");

/** Deletes a supplement; logged doses stay. */
export const removeSupplement = action(z.strictObject({ id: supplementId }), async (viewer, { id }) => {
  await deleteSupplement(viewer, viewer.userId, id);
  changed();
});
