// What the service worker takes of the queue: the same sending, without a page.

import { withDatabase } from "./database";
import { withLock } from "./lock";
import { openQueue } from "./queue-store";
import { sendWaiting } from "./send";
import { CHANNEL, type ChannelMessage } from "./types";

export { withDatabase } from "./database";
export { SYNC_TAG } from "./types";

/**
 * Sends what waits of the account that was signed in last on this device; the pages that are open are told.
 * @throws Error where something waits still, so that Background Sync calls again.
 */
export const sendInBackground = async (): Promise<void> => {
  const account = await withDatabase((database) => database.get("meta", "account"));
  if (typeof account !== "string") return;
  const channel = new BroadcastChannel(CHANNEL);
  const tell = (message: ChannelMessage) => channel.postMessage(message);
  const queue = openQueue();
  let unreachable = false;
  await withLock(async (renew) => {
    const { reached } = await sendWaiting(
      account,
      {
        queue,
        fetch: (path, init) => fetch(path, init),
        now: Date.now,
        random: Math.random,
        renew,
        onChange: (settled) => {
          if (settled?.outcome.state === "done" && settled.outcome.revision !== null)
            tell({ kind: "revision", account, revision: settled.outcome.revision });
          tell({ kind: "queue" });
        },
      },
      true,
    );
    unreachable = reached === false;
  });
  channel.close();
  if (unreachable) throw new Error("What waits could not be sent yet");
};
