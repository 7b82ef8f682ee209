"use server";

import { z } from "zod";
import { action } from "@/lib/http";
import { clearTarget, setTarget } from "@/lib/profile";
import { mineralField, targetInput } from "@/lib/profile/schemas";
import { changed } from "../_components/changed";

/** Sets the person's own target for a mineral. */
export const saveTarget = action(
  targetInput.extend({ mineral: mineralField }),
  async (viewer, { mineral, ...target }) => {
    await setTarget(viewer, viewer.userId, mineral, target);
    changed();
  },
);

/** Goes back to the published target. */
export const resetTarget = action(z.strictObject({ mineral: mineralField }), async (viewer, { mineral }) => {
  await clearTarget(viewer, viewer.userId, mineral);
  changed();
});
