/**
 * A part of a page that comes when it is ready. When it fails, the card that waits for it tells; until then the failure
 * must not end the process.
 */
export const ignoreUnhandledRejection = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};
