"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { linkIdentity, PURPOSES } from "@/lib/access";
import { timeZoneField } from "@/lib/access/schemas";
import {
  action,
  beginProvider,
  currentViewer,
  dropOffer,
  openAction,
  renewSession,
  takeOffer,
} from "@/lib/http";

/** Keeps in this browser what its person goes to the provider for: to sign in, to link, to confirm. */
export const startProvider = openAction(
  z.strictObject({
    purpose: z.enum(PURPOSES),
    next: z.string().max(2000),
    timeZone: timeZoneField.catch("UTC"),
  }),
  async (input) => beginProvider(await currentViewer(), input),
);

/** Links the identity that this browser came back with, as the person agreed to. */
export const consentToLink = action(z.strictObject({}), async (viewer) => {
  await takeOffer((offer) => linkIdentity(viewer, viewer.userId, offer));
  await renewSession(viewer);
  revalidatePath("/settings/sign-in");
});

/** Forgets the identity that this browser came back with. */
export const declineLink = openAction(z.strictObject({}), () => dropOffer());
