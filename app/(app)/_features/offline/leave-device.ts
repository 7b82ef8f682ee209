/**
 * Removes what this device keeps of whoever was signed in: pages and the local copy. What waits to be sent stays, and is
 * sent by its own account only.
 */
export const leaveDevice = async (): Promise<void> => {
  const { tellWorker } = await import("./host/register-worker");
  tellWorker({ kind: "left" });
  const { forgetCopies } = await import("./copy");
  await forgetCopies(null);
};
