"use server";

import { z } from "zod";
import { createToken, revokeOtherSessions, revokeSession, revokeToken } from "@/lib/access";
import { newToken } from "@/lib/access/schemas";
import { action } from "@/lib/http";
import { changed } from "../_components/changed";

const one = z.strictObject({ id: z.string().max(200) });

/** Signs one browser out. */
export const endSession = action(one, async (viewer, { id }) => {
  await revokeSession(viewer, viewer.userId, id);
  changed();
});

/** Signs every other browser out. */
export const endOtherSessions = action(z.strictObject({}), async (viewer) => {
  await revokeOtherSessions(viewer, viewer.userId);
  changed();
});

/** Makes an access token. The secret is in this answer and nowhere else. */
export const makeToken = action(newToken, async (viewer, input) => {
  const made = await createToken(viewer, viewer.userId, input);
  changed();
  return made;
});

/** Makes a token useless. */
export const endToken = action(one, async (viewer, { id }) => {
  await revokeToken(viewer, viewer.userId, id);
  changed();
});
