"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { z } from "zod";
import { SINGLE_KEYS_COOKIE, THEME_COOKIE } from "@/components/layout/appearance";
import {
  beginTotp,
  closeProductHint,
  confirmTotp,
  createToken,
  deleteAccount,
  removeTotp,
  renewRecoveryCodes,
  revokeOtherSessions,
  revokeSession,
  revokeToken,
  unlinkIdentity,
} from "@/lib/access";
import { newToken, totpCode } from "@/lib/access/schemas";
import { anyId, clientId } from "@/lib/fields";
import { listName, searchFoods } from "@/lib/foods";
import { foodSearchQuery } from "@/lib/foods/schemas";
import { removeFoodTable } from "@/lib/foodtables";
import { action, openAction, readAction, renewSession } from "@/lib/http";
import { countUse } from "@/lib/limits";
import { sendTestMail } from "@/lib/notices";
import {
  clearTarget,
  deleteHealthData,
  deletePeriod,
  putPeriod,
  setFoodExcluded,
  setTarget,
} from "@/lib/profile";
import { excludedFoodInput, mineralField, periodInput, targetInput } from "@/lib/profile/schemas";

/** Targets, names and the theme stand on every signed-in page: all are read again. */
const refreshAllPages = (): void => revalidatePath("/", "layout");

/** Says over which days something held, or corrects it. */
export const savePeriod = action(
  periodInput.safeExtend({ id: clientId }),
  async (viewer, { id, ...period }) => {
    await putPeriod(viewer, viewer.userId, id, period);
    refreshAllPages();
  },
);

/** Takes back that something held. */
export const removePeriod = action(z.strictObject({ id: anyId }), async (viewer, { id }) => {
  await deletePeriod(viewer, viewer.userId, id);
  refreshAllPages();
});

/** Removes an installed food table, as an administrator. */
export const removeTable = action(z.strictObject({ version: anyId }), async (viewer, { version }) => {
  await removeFoodTable(viewer, version);
  refreshAllPages();
});

/** Puts the hint on Open Food Facts away for good; a plain form sends it. Where that fails the hint stays. */
export const putProductHintAway = async (): Promise<void> => {
  await action(z.strictObject({}), async (viewer) => {
    await closeProductHint(viewer);
    refreshAllPages();
  })({});
};

/** Keeps a food from suggestions, or no longer. */
export const excludeFood = action(excludedFoodInput, async (viewer, input) => {
  await setFoodExcluded(viewer, viewer.userId, input);
  refreshAllPages();
});

/** Foods by what was typed, for the choice of one to keep from suggestions. */
export const findFoods = readAction(z.strictObject({ q: foodSearchQuery.shape.q }), async (viewer, { q }) =>
  (await searchFoods(viewer, viewer.userId, { q, limit: 8 })).map(({ id, name }) => ({
    id,
    name: listName(id, name),
  })),
);

/** Sets the person's own target for a mineral. */
export const saveTarget = action(
  targetInput.extend({ mineral: mineralField }),
  async (viewer, { mineral, ...target }) => {
    await setTarget(viewer, viewer.userId, mineral, target);
    refreshAllPages();
  },
);

/** Goes back to the published target. */
export const resetTarget = action(z.strictObject({ mineral: mineralField }), async (viewer, { mineral }) => {
  await clearTarget(viewer, viewer.userId, mineral);
  refreshAllPages();
});

/** Sends a mail to the person's own address; a few an hour. */
export const sendTest = action(z.strictObject({}), async (viewer) => {
  await countUse("testMail", viewer.userId);
  await sendTestMail(viewer, viewer.userId);
});

const YEAR = 365 * 24 * 60 * 60;

/** How this browser shows Assay; nothing of it is kept with the account. */
export const saveAppearance = openAction(
  z.strictObject({ theme: z.enum(["system", "light", "dark"]), singleKeys: z.boolean() }),
  async ({ theme, singleKeys }) => {
    const jar = await cookies();
    const options = { path: "/", sameSite: "lax", maxAge: YEAR } as const;
    if (theme === "system") jar.delete(THEME_COOKIE);
    else jar.set(THEME_COOKIE, theme, options);
    if (singleKeys) jar.delete(SINGLE_KEYS_COOKIE);
    else jar.set(SINGLE_KEYS_COOKIE, "off", options);
    refreshAllPages();
  },
);

const one = z.strictObject({ id: z.string().max(200) });

/** Signs one browser out. */
export const endSession = action(one, async (viewer, { id }) => {
  await revokeSession(viewer, viewer.userId, id);
  refreshAllPages();
});

/** Signs every other browser out. */
export const endOtherSessions = action(z.strictObject({}), async (viewer) => {
  await revokeOtherSessions(viewer, viewer.userId);
  refreshAllPages();
});

/** Deletes conditions, medicines and periods of life. */
export const removeHealthData = action(z.strictObject({}), async (viewer) => {
  await deleteHealthData(viewer, viewer.userId);
  refreshAllPages();
});

/** Makes an access token. The secret is in this answer and nowhere else. */
export const makeToken = action(newToken, async (viewer, input) => {
  const made = await createToken(viewer, viewer.userId, input);
  refreshAllPages();
  return made;
});

/** Makes a token useless. */
export const endToken = action(one, async (viewer, { id }) => {
  await revokeToken(viewer, viewer.userId, id);
  refreshAllPages();
});

/** Deletes the account and all it owns, in a session that was confirmed. */
export const removeAccount = action(z.strictObject({}), async (viewer) => {
  await deleteAccount(viewer, viewer.userId, undefined);
});

/** Makes the secret of an authenticator app; it counts once a first code was right. */
export const startTotp = action(z.strictObject({}), (viewer) => beginTotp(viewer, viewer.userId));

/** Takes the app's first code. The recovery codes are in this answer and nowhere else. */
export const finishTotp = action(totpCode, (viewer, { code }) => confirmTotp(viewer, viewer.userId, code));

/** Makes new recovery codes instead of the old ones. */
export const renewCodes = action(z.strictObject({}), (viewer) => renewRecoveryCodes(viewer, viewer.userId));

/** Signs in by the password alone again. */
export const endTotp = action(z.strictObject({}), async (viewer) => {
  await removeTotp(viewer, viewer.userId);
  refreshAllPages();
});

/** Takes away a way to sign in with the provider. */
export const endIdentity = action(one, async (viewer, { id }) => {
  await unlinkIdentity(viewer, viewer.userId, id);
  await renewSession(viewer);
  refreshAllPages();
});
