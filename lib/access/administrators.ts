import "server-only";
import { env } from "../env";
import { AppError } from "../errors";
import * as store from "./store";
import { assertMayRead, assertMayWrite, type Viewer } from "./viewer";

/** Whether the viewer may change what is everybody's: the administrators, and who ADMIN_EMAIL names. No sample account. */
export const isAdministrator = async ({ userId }: Viewer): Promise<boolean> => {
  const user = await store.findUser(userId);
  if (!user || user.email === null) return false;
  return user.administrator || user.email === env().adminEmail;
};

/** @throws AppError forbidden for everybody but an administrator, and for a key that only reads. */
export const assertAdministrator = async (viewer: Viewer): Promise<void> => {
  assertMayWrite(viewer, viewer.userId);
  if (!(await isAdministrator(viewer)))
    throw new AppError("forbidden", "Only an administrator of this server may do this.");
};

/** Whether the viewer is an administrator who has yet to be told what asking Open Food Facts means. */
export const isProductHintOpen = async (viewer: Viewer): Promise<boolean> => {
  assertMayRead(viewer, viewer.userId);
  const user = await store.findUser(viewer.userId);
  return user?.productHintClosed === false && (await isAdministrator(viewer));
};

/** Keeps that the administrator has read it; again changes nothing. @throws AppError forbidden. */
export const closeProductHint = async (viewer: Viewer): Promise<void> => {
  await assertAdministrator(viewer);
  await store.closeProductHint(viewer.userId);
};
