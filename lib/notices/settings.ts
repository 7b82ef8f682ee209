import "server-only";
import { getAccount, type Viewer } from "../access";
import { env } from "../env";
import { changed } from "../errors";
import { getAlertSettings, saveAlertSettings } from "../insights";
import type { AlertSettingsChange, AlertSettingsView } from "../insights/schemas";
import type { Expected } from "../versions";
import * as store from "./store";

const getMailReach = async (viewer: Viewer, ownerId: string): Promise<AlertSettingsView["mailReach"]> => {
  if (env().mail === null) return "no-server";
  const { email, emailVerified } = await getAccount(viewer, ownerId);
  if (email === null) return "no-address";
  return emailVerified ? "yes" : "unconfirmed";
};

/** The owner's alert settings, and whether mail can reach them. */
export const alertSettings = async (viewer: Viewer, ownerId: string): Promise<AlertSettingsView> => {
  const [settings, mailReach] = await Promise.all([
    getAlertSettings(viewer, ownerId),
    getMailReach(viewer, ownerId),
  ]);
  return { ...settings, mailReach };
};

/**
 * Changes the owner's alert settings; what is left out stays as it is, and repeating it changes nothing.
 * @throws AppError changed when it rests on another version.
 */
export const changeAlertSettings = async (
  viewer: Viewer,
  ownerId: string,
  change: AlertSettingsChange,
  expected?: Expected,
): Promise<AlertSettingsView> => {
  if (!(await saveAlertSettings(viewer, ownerId, change, expected)))
    throw changed(await alertSettings(viewer, ownerId));
  // Other hours have another turn.
  await store.setDue(ownerId, null);
  return alertSettings(viewer, ownerId);
};
