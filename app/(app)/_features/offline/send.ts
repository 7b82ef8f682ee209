import { NO_VERSION } from "@/lib/versions";
import type { QueueStore } from "./queue-store";
import { type Changed, reconcile } from "./reconcile";
import { batchChanges, heldUp, resourceOf, restsOn } from "./resources";
import type { Answered, Outcome, QueueItem, VersionStep } from "./types";

/** What sending needs of the world around it. */
export type Surroundings = {
  readonly queue: QueueStore;
  /** Sends a request; fails where the server cannot be reached. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** The present instant, in milliseconds since 1970. */
  readonly now: () => number;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Called after each change of the queue, and with what became of a write once that is known. */
  readonly onChange: (settled?: { readonly item: QueueItem; readonly outcome: Outcome }) => void;
  /** Called between two writes by whoever holds the lock. */
  readonly renew?: () => Promise<void>;
};

/** How a round of sending ended. */
export type Round = {
  /** When to try again, in milliseconds since 1970; null where nothing waits for a time. */
  readonly nextAt: number | null;
  /** Whether the server could be reached, as far as it was tried. */
  readonly reached: boolean | null;
  /** Whether the server asks to sign in, or is signed in as somebody else. */
  readonly signedOut: boolean;
};

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5 * 60 * 1000;
/** A request that is not answered within so long is given up, in milliseconds; sending it again does no harm. */
const PATIENCE_MS = 30_000;
/** How often a write is merged in one round: each time another device was faster. */
const MAX_MERGES = 5;

/** How long to wait after so many tries: 1 s, doubled up to 5 min, of which up to half is left to chance. */
const pauseAfter = (tries: number, random: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20)) * (1 - random / 2);

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110, 10.2.3); null where there is none. */
const retryAfter = (response: Response, now: number): number | null => {
  const value = response.headers.get("retry-after")?.trim();
  if (!value) return null;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
};

const versionOf = (response: Response, body: unknown): string | null => {
  const tag = /^(?:W\/)?"(.*)"$/.exec(response.headers.get("etag") ?? "")?.[1];
  const held = (body as { version?: unknown } | undefined)?.version;
  return tag ?? (typeof held === "string" ? held : null);
};

type Problem = Changed & {
  readonly error?: {
    readonly code?: string;
    readonly message?: string;
    readonly fields?: Readonly<Record<string, string>>;
  };
};

const readProblem = async (response: Response): Promise<Problem> =>
  ((await response.json().catch(() => null)) as Problem | null) ?? {};

const request = ({ method, path, body, ifMatch, account }: QueueItem): [string, RequestInit] => [
  path,
  {
    method,
    headers: {
      "assay-account": account,
      ...(ifMatch !== null && { "if-match": `"${ifMatch}"` }),
      ...(body !== null && { "content-type": "application/json" }),
    },
    ...(body !== null && { body: JSON.stringify(body) }),
    credentials: "same-origin",
    cache: "no-store",
    // The API leads nowhere else; what does is not the API.
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  },
];

/** The versions of resources after a write: its own, or those of the entries that a batch leaves. */
const versionsAfter = (
  sent: QueueItem,
  version: string | null,
  body: unknown,
): ReadonlyMap<string, string> => {
  const versions = new Map<string, string>();
  if (version !== null) versions.set(resourceOf(sent), version);
  const { items } = (body ?? {}) as { items?: unknown };
  if (batchChanges(sent) && Array.isArray(items))
    for (const entry of items as readonly { id: string; version?: unknown }[])
      if (typeof entry.version === "string") versions.set(`/diary/${entry.id}`, entry.version);
  return versions;
};

/**
 * What an answered write means for one that waits behind it and rests on a version: it was made on top of it, and rests
 * on the new version now. After a merge it does not: it was made without seeing what was merged, and the server has to
 * say so.
 */
const adaptTo =
  (sent: QueueItem, versions: ReadonlyMap<string, string>) =>
  (later: QueueItem): QueueItem => {
    if (versions.size === 0 || sent.merged || later.account !== sent.account) return later;
    const changes = batchChanges(later);
    if (changes) {
      const based = changes.map((change) => {
        const entry = restsOn(change);
        const version = versions.get(`/diary/${entry}`);
        return version !== undefined && (change.ifMatch !== undefined || later.base?.[entry] !== undefined)
          ? { ...change, ifMatch: version }
          : change;
      });
      return based.some((change, index) => change !== changes[index])
        ? { ...later, body: { changes: based } }
        : later;
    }
    const version = versions.get(resourceOf(later));
    return version !== undefined && (later.ifMatch !== null || later.base !== null)
      ? { ...later, ifMatch: version }
      : later;
  };

/** The version of a resource that a write rests on; where it names none, that of what is new. */
const versionUnder = (write: QueueItem, resource: string): string => {
  const change = batchChanges(write)?.find((each) => `/diary/${restsOn(each)}` === resource);
  return (change ? (change.ifMatch as string | null | undefined) : write.ifMatch) ?? NO_VERSION;
};

const stepsOf = (sent: QueueItem, versions: ReadonlyMap<string, string>): readonly VersionStep[] =>
  sent.merged
    ? []
    : [...versions].map(([resource, to]) => ({ resource, from: versionUnder(sent, resource), to }));

/**
 * A write that was made on a page which does not hold yet what was answered of late: it was drawn on top of that, and
 * rests on the versions after it.
 */
export const onTopOf = (answered: readonly Answered[], draft: QueueItem): QueueItem =>
  answered
    .filter(({ account }) => account === draft.account)
    .flatMap(({ steps = [] }) => steps)
    .reduce(
      (write, { resource, from, to }) =>
        write.base !== null && versionUnder(write, resource) === from
          ? adaptTo(draft, new Map([[resource, to]]))(write)
          : write,
      draft,
    );

const isGateway = (status: number): boolean => status === 502 || status === 503 || status === 504;

/**
 * Sends what waits of an account, one after the other, in the order in which it was made. A write that the server does
 * not take, or that fails by itself, holds up only those that have to do with it; where nothing can be sent at all the
 * round ends. Call it under {@link withLock}. Sending a write twice does what sending it once does.
 * @param force also sends what waits for its time, but for what the server itself put off.
 */
export const sendWaiting = async (
  account: string,
  { queue, fetch, now, random, onChange, renew }: Surroundings,
  force = false,
): Promise<Round> => {
  const tried = new Set<number>();
  const merges = new Map<number, number>();
  let reached: boolean | null = null;

  /** The next write to be sent; otherwise when there will be one. */
  const choose = async (): Promise<QueueItem | number | null> => {
    const held = heldUp();
    let soonest: number | null = null;
    for (const item of await queue.all()) {
      if (item.account !== account) continue;
      if (item.state !== "waiting" || held.isHeld(item)) {
        held.hold(item);
        continue;
      }
      const urgent = force && item.pause !== "told" && !tried.has(item.seq);
      if (item.nextAt <= now() || urgent) return item;
      if (item.pause !== "alone") return item.nextAt;
      soonest = Math.min(soonest ?? item.nextAt, item.nextAt);
      held.hold(item);
    }
    return soonest;
  };

  const putOff = (item: QueueItem, message: string, pause: "alone" | "all", wait: number | null = null) =>
    queue.change(item.seq, (kept) => ({
      ...kept,
      message,
      pause: wait === null ? pause : "told",
      nextAt: now() + (wait ?? pauseAfter(kept.tries, random())),
    }));

  for (;;) {
    await renew?.();
    const next = await choose();
    if (next === null || typeof next === "number") return { nextAt: next, reached, signedOut: false };
    tried.add(next.seq);
    // Noted before it is sent: from now on the server may have it.
    const item = await queue.change(next.seq, (kept) => ({ ...kept, tries: kept.tries + 1 }));
    if (item === null) continue;

    const stop = async (message: string, wait: number | null = null): Promise<Round> => {
      const kept = await putOff(item, message, "all", wait);
      onChange();
      return { nextAt: kept?.nextAt ?? null, reached, signedOut: false };
    };
    const settle = async (outcome: Extract<Outcome, { state: "done" }>): Promise<void> => {
      const { seq, id, path, change, label } = item;
      const { revision, version, body } = outcome;
      const versions = versionsAfter(item, version, body);
      const steps = stepsOf(item, versions);
      const answered: Answered = {
        seq,
        account,
        id,
        path,
        change,
        label,
        at: now(),
        revision,
        version,
        steps,
      };
      await queue.settle(answered, adaptTo(item, versions));
      onChange({ item, outcome });
    };

    let response: Response;
    try {
      response = await fetch(...request(item));
    } catch {
      reached = false;
      return stop("The server could not be reached.");
    }
    const { status, ok } = response;
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    // A page of a hotel's network that answers everything is not the server.
    if (ok && status !== 204 && !isJson) {
      reached = false;
      return stop("Something else than the server answered.");
    }
    reached = true;
    const told = response.headers.get("assay-revision");
    const revision = told !== null && /^\d+$/.test(told) ? Number(told) : null;
    if (ok) {
      const body: unknown = status === 204 ? null : await response.json().catch(() => null);
      await settle({ state: "done", revision, version: versionOf(response, body), body });
      continue;
    }

    const problem = await readProblem(response);
    const message = Object.values(problem.error?.fields ?? {})[0] ?? problem.error?.message;
    if (status === 401 || problem.error?.code === "other_account") {
      const words = status === 401 ? "Sign in again to save it." : "Sign in to its account to save it.";
      await putOff(item, words, "all");
      onChange();
      return { nextAt: null, reached, signedOut: true };
    }
    if (isGateway(status) || status === 429 || status === 408 || status === 425)
      return stop(message ?? "The server is busy.", retryAfter(response, now()));
    if (status >= 500) {
      const wait = retryAfter(response, now());
      await putOff(item, message ?? "Something went wrong on the server.", "alone", wait);
      onChange();
      continue;
    }
    if (status === 412) {
      const count = (merges.get(item.seq) ?? 0) + 1;
      merges.set(item.seq, count);
      const result = reconcile(item, problem);
      if (result.kind === "done") {
        await settle({ state: "done", revision, version: null });
        continue;
      }
      if (result.kind === "again") {
        const again = result.item;
        await queue.change(item.seq, (kept) => ({
          ...again,
          tries: kept.tries,
          pause: "alone",
          nextAt: count < MAX_MERGES ? 0 : now() + pauseAfter(count, random()),
        }));
        onChange();
        continue;
      }
      const { current, conflicts } = result;
      const asked = await queue.change(item.seq, (kept) => ({
        ...kept,
        state: "conflict",
        current,
        conflicts,
      }));
      onChange(asked ? { item: asked, outcome: { state: "conflict", item: asked } } : undefined);
      continue;
    }
    const fields = problem.error?.fields;
    const refused = await queue.change(item.seq, (kept) => ({
      ...kept,
      state: "refused",
      message: message ?? "The server did not take it.",
      ...(fields && { fields }),
    }));
    onChange(refused ? { item: refused, outcome: { state: "refused", item: refused } } : undefined);
  }
};
