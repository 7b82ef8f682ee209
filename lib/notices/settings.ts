import "server-only";
import { getAccount, type Viewer } from "../access";
import { env } from "../env";
import { getAlertSettings, saveAlertSettings } from "../insights";
import type { AlertSettings, AlertSettingsView } from "../insights/schemas";
import * as store from "./store";

const getMailReach = async (viewer: Viewer, ownerId: string): Promise<AlertSettingsView["mailReach"]> => {
  if (env().mail === null) return "no-server";
  return (await getAccount(viewer, ownerId)).email === null ? "no-address" : "yes";
};

/** The owner's alert settings, and whether mail can reach them. */
export const alertSettings = async (viewer: Viewer, ownerId: string): Promise<AlertSettingsView> => {
  const [settings, mailReach] = await Promise.all([
    getAlertSettings(viewer, ownerId),
    getMailReach(viewer, ownerId),
  ]);
  return { ...settings, mailReach };
};

/** Replaces the owner's alert settings; repeating it changes nothing. */
export const changeAlertSettings = async (
  viewer: Viewer,
  ownerId: string,
  settings: AlertSettings,
): Promise<AlertSettingsView> => {
  await saveAlertSettings(viewer, ownerId, settings);
  // Other hours have another turn.
  await store.setDue(ownerId, null);
  return alertSettings(viewer, ownerId);
};
