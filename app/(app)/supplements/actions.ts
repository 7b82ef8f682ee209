"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { deleteSupplement, putSupplement } from "@/lib/foods";
import { supplementId, supplementInput } from "@/lib/foods/schemas";
import { action } from "@/lib/http";

/** Supplements and their doses show on the day, on the minerals' pages and here. */
const changed = (): void => revalidatePath("/", "layout");

/** Creates or replaces a supplement. Sending it again changes nothing. */
export const saveSupplement = action(
  supplementInput.extend({ id: supplementId }),
  async (viewer, { id, ...input }) => {
    const { supplement } = await putSupplement(viewer, viewer.userId, input, id);
    changed();
    return supplement;
  },
);

/** Deletes a supplement; logged doses stay. */
export const removeSupplement = action(z.strictObject({ id: supplementId }), async (viewer, { id }) => {
  await deleteSupplement(viewer, viewer.userId, id);
  changed();
});
