import { SHARED, SHARED_PICTURE } from "./messages";

/** The picture that another app has shared, once; null where there is none. */
export const takeShared = async (): Promise<Blob | null> => {
  const found = await caches.match(SHARED_PICTURE).catch(() => undefined);
  await caches.delete(SHARED).catch(() => false);
  return found ? found.blob() : null;
};
