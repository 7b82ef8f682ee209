import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../../access";
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from "./schemas";
import * as store from "./store";

/** What the owner wants to be told of; the defaults while they have not said. */
export const getAlertSettings = async (viewer: Viewer, ownerId: string): Promise<AlertSettings> => {
  assertMayRead(viewer, ownerId);
  return (await store.findAlertSettings(ownerId)) ?? DEFAULT_ALERT_SETTINGS;
};

/** Replaces what the owner wants to be told of. */
export const saveAlertSettings = async (
  viewer: Viewer,
  ownerId: string,
  settings: AlertSettings,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.saveAlertSettings(ownerId, settings, new Date());
};
