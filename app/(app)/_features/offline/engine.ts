import { withDatabase } from "./database";
import { withLock } from "./lock";
import { type Marker, readMarker, writeMarker } from "./marker";
import { setQueueState } from "./queue-state";
import { openQueue } from "./queue-store";
import { resolved } from "./reconcile";
import { concernSame } from "./resources";
import { onTopOf, sendWaiting } from "./send";
import {
  CHANNEL,
  type ChannelMessage,
  type ConflictChoice,
  type Kept,
  type Outcome,
  type QueueItem,
  type StorageState,
  SYNC_TAG,
} from "./types";

/** Who else listens: the other tabs and the service worker. */
const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(CHANNEL) : null;
const tell = (message: ChannelMessage): void => channel?.postMessage(message);

const queue = openQueue();
/** Those who wait for what becomes of a write, by its id. */
const waiting = new Map<string, (outcome: Outcome) => void>();
let account: string | null = null;
let storage: StorageState = "best-effort";

const settle = (id: string, outcome: Outcome): void => {
  waiting.get(id)?.(outcome);
  waiting.delete(id);
};

/** Tells those who wait what another tab or the service worker made of their writes. */
const settleFound = (
  items: readonly QueueItem[],
  answered: readonly { id: string; revision: number | null; version: string | null }[],
): void => {
  for (const id of waiting.keys()) {
    const item = items.find((each) => each.id === id);
    const answer = answered.find((each) => each.id === id);
    if (item && item.state !== "waiting") settle(id, { state: item.state, item });
    else if (answer) settle(id, { state: "done", revision: answer.revision, version: answer.version });
    else if (!item) settle(id, { state: "discarded" });
  }
};

const born = (): Promise<string | null> =>
  withDatabase(async (database) => (await database.get("meta", "born")) as string | undefined)
    .then((id) => id ?? null)
    .catch(() => null);

/** Leaving the page would lose what is kept nowhere else; the browser asks first. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Whether something waited in another database than this one. */
const wasCleared = (marker: Marker | null, database: string): marker is Marker =>
  marker !== null && marker.born !== database && marker.count > 0;

let readings = 0;

/** Reads the queue and shows it. Of readings that overtake each other the latest is shown. */
const publish = async (): Promise<void> => {
  readings += 1;
  const mine = readings;
  // In this order: a write that is answered in between is found twice, not missed.
  const all = await queue.all();
  const found = await queue.answered();
  if (mine !== readings || account === null) return;
  const items = all.filter((item) => item.account === account);
  const left = new Set(items.map(({ id }) => id));
  const answered = found.filter((each) => each.account === account && !left.has(each.id));
  const trouble = queue.trouble();
  settleFound(items, answered);
  setQueueState({
    items,
    answered,
    others: all.length - items.length,
    storage: trouble ?? storage,
  });
  if (items.some(({ durable }) => durable === false))
    window.addEventListener("beforeunload", askBeforeLeaving);
  else window.removeEventListener("beforeunload", askBeforeLeaving);
  const database = await born();
  if (database === null) return;
  // What the browser clears while the page is open is told before the note of it is written over.
  if (wasCleared(readMarker(), database)) await noticeLoss(account);
  const [first] = items;
  writeMarker(first ? { born: database, account, count: items.length, since: first.at } : null);
};

const showAgain = (): void => {
  publish().catch((error: unknown) => console.warn("The queue could not be read.", error));
};

const changed = (): void => {
  tell({ kind: "queue" });
  showAgain();
};

let timer: ReturnType<typeof setTimeout> | undefined;
let running = false;
let wanted = false;
let forced = false;

/** Asks the browser to wake the service worker when there is a network, where it can. */
const registerSync = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  const { sync } = (registration ?? {}) as { sync?: { register: (tag: string) => Promise<void> } };
  await sync?.register(SYNC_TAG);
};

/** Asks that what waits is not cleared. Once, when it is first needed: Firefox asks the person. */
let asked = false;
const askToKeep = async (): Promise<void> => {
  if (asked) return;
  asked = true;
  const kept = (await navigator.storage?.persisted?.()) || (await navigator.storage?.persist?.());
  if (kept) {
    storage = "persistent";
    await publish();
  }
};

const round = async (force: boolean): Promise<void> => {
  const of = account;
  if (of === null) return;
  await withLock(async (renew) => {
    const { nextAt, reached, signedOut } = await sendWaiting(
      of,
      {
        queue,
        fetch: (path, init) => fetch(path, init),
        now: Date.now,
        random: Math.random,
        renew,
        onChange: (settled) => {
          if (settled) {
            const { item, outcome } = settled;
            settle(item.id, outcome);
            if (outcome.state === "done" && outcome.revision !== null)
              tell({ kind: "revision", account: item.account, revision: outcome.revision });
          }
          changed();
        },
      },
      force,
    );
    if (reached !== null) setQueueState({ online: reached, signedOut });
    if (reached === false) {
      void registerSync().catch(() => {});
      void askToKeep().catch(() => {});
    }
    clearTimeout(timer);
    if (nextAt !== null) timer = setTimeout(() => run(false), Math.max(0, nextAt - Date.now()));
  });
};

/** Sends what waits; one round after the other, and one more where something came in between. */
const run = (force: boolean): void => {
  wanted = true;
  forced ||= force;
  if (running) return;
  running = true;
  void (async () => {
    while (wanted) {
      wanted = false;
      const force = forced;
      forced = false;
      await round(force).catch((error: unknown) => console.warn("The queue could not be sent.", error));
    }
    running = false;
  })();
};

/** Whether the browser has cleared what waited, by the note that it left. */
const noticeLoss = async (of: string): Promise<void> => {
  const marker: Marker | null = readMarker();
  const database = await born();
  if (database === null) return;
  if (wasCleared(marker, database))
    await withDatabase((held) =>
      held.put("meta", { account: marker.account, count: marker.count, since: marker.since }, "lost"),
    );
  const lost = (await withDatabase((held) => held.get("meta", "lost"))) as
    | Pick<Marker, "account" | "count" | "since">
    | undefined;
  setQueueState({ lost: lost?.account === of ? { count: lost.count, since: lost.since } : null });
};

/** Begins with an account; see `startQueue`. @returns ends it. */
export const start = (of: string): (() => void) => {
  account = of;
  // For the service worker, which knows no page.
  void withDatabase((database) => database.put("meta", of, "account")).catch(() => {});
  const onReturn = () => {
    if (document.visibilityState === "visible") run(true);
  };
  const onOnline = () => {
    setQueueState({ online: true });
    run(true);
  };
  const onOffline = () => setQueueState({ online: false });
  const onMessage = ({ data }: MessageEvent<ChannelMessage>) => {
    if (data.kind === "queue") showAgain();
  };
  window.addEventListener("online", onOnline);
  window.addEventListener("offline", onOffline);
  window.addEventListener("focus", onReturn);
  document.addEventListener("visibilitychange", onReturn);
  channel?.addEventListener("message", onMessage);
  void navigator.storage?.persisted?.().then((kept) => {
    if (kept) storage = "persistent";
  });
  void noticeLoss(of)
    .catch(() => {})
    .then(publish)
    .then(() => run(true));
  if (!navigator.onLine) onOffline();
  return () => {
    window.removeEventListener("online", onOnline);
    window.removeEventListener("offline", onOffline);
    window.removeEventListener("focus", onReturn);
    document.removeEventListener("visibilitychange", onReturn);
    channel?.removeEventListener("message", onMessage);
    clearTimeout(timer);
  };
};

/** Keeps a write; see `submit`. */
export const keep = async (draft: QueueItem): Promise<Kept> => {
  account ??= draft.account;
  const answer = new Promise<Outcome>((answered) => waiting.set(draft.id, answered));
  const { item, durable } = await queue.add(onTopOf(await queue.answered(), draft));
  await publish();
  tell({ kind: "queue" });
  if (!navigator.onLine) void askToKeep().catch(() => {});
  run(true);
  return { item, durable, answer };
};

export const sendNow = (): void => run(true);

export const retry = async ({ seq }: QueueItem): Promise<void> => {
  await queue.change(seq, ({ message: _, fields: _fields, ...item }) => ({
    ...item,
    state: "waiting",
    nextAt: 0,
  }));
  changed();
  run(true);
};

export const discard = async ({ seq, id }: QueueItem): Promise<void> => {
  await queue.change(seq, () => null);
  settle(id, { state: "discarded" });
  changed();
  run(true);
};

export const withdraw = async (given: QueueItem): Promise<boolean> => {
  const item = (await queue.all()).find(({ id }) => id === given.id);
  if (!item) return false;
  const later = (await queue.all()).some((each) => each.seq > item.seq && concernSame(each, item));
  if (later) return false;
  let untried = false;
  await queue.change(item.seq, (kept) => {
    untried = kept.tries === 0;
    return untried ? null : kept;
  });
  if (untried) {
    settle(item.id, { state: "discarded" });
    changed();
  }
  return untried;
};

export const resolve = async (item: QueueItem, choice: ConflictChoice): Promise<void> => {
  await queue.change(item.seq, (kept) => (kept.state === "conflict" ? resolved(kept, choice) : kept));
  if (choice === "theirs") settle(item.id, { state: "discarded" });
  changed();
  run(true);
};

export const forgetLost = async (): Promise<void> => {
  setQueueState({ lost: null });
  await withDatabase((database) => database.delete("meta", "lost"));
};

export const leave = async (forget: boolean): Promise<void> => {
  const of = account;
  account = null;
  clearTimeout(timer);
  if (of === null) return;
  if (forget)
    for (const item of await queue.all()) if (item.account === of) await queue.change(item.seq, () => null);
  // The service worker sends nothing for it any more, and nothing of it is drawn.
  await withDatabase(async (database) => {
    await database.delete("meta", "account");
    for (const each of await database.getAll("answered"))
      if (each.account === of) await database.delete("answered", each.id);
  }).catch(() => {});
};
