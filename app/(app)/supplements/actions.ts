"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { takeDose } from "@/lib/diary";
import { deleteSupplement, putSupplement } from "@/lib/foods";
import { doseInput, doseParams, supplementId, supplementInput } from "@/lib/foods/schemas";
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

/** Logs a dose; the schedule's count when none is given. Sending it again changes nothing. */
export const logDose = action(
  doseParams.extend({ count: doseInput.shape.count }),
  async (viewer, { id, date, slot, count }) => {
    const { entry } = await takeDose(viewer, viewer.userId, { supplement: id, date, slot }, { count });
    changed();
    return entry;
  },
);
