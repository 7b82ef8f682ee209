import type { QueueStore } from "@/app/(app)/_features/offline/queue-store";
import { type Round, sendWaiting } from "@/app/(app)/_features/offline/send";
import type { Outcome, QueueItem } from "@/app/(app)/_features/offline/types";

export const ANNA = "account-anna";
export const BEN = "account-ben";

let written = 0;

/** A write that was just made. */
export const aWrite = (part: Partial<QueueItem> = {}): QueueItem => {
  written += 1;
  return {
    seq: 0,
    account: ANNA,
    id: `write-${written}`,
    method: "PUT",
    path: `/api/v1/diary/entry-${written}`,
    body: { meal: "lunch" },
    ifMatch: null,
    base: null,
    change: null,
    label: `Write ${written}`,
    at: written,
    state: "waiting",
    tries: 0,
    nextAt: 0,
    ...part,
  };
};

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly ifMatch: string | null;
  readonly account: string | null;
};

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

/** A world in which a queue is sent: a server that answers, and a clock that stands still. */
export const aWorld = (queue: QueueStore, answer: (sent: Sent) => Response | Promise<Response>) => {
  const sent: Sent[] = [];
  const outcomes: { id: string; outcome: Outcome }[] = [];
  const world = {
    sent,
    outcomes,
    time: 1_000_000,
    send: (force = false, account = ANNA): Promise<Round> =>
      sendWaiting(
        account,
        {
          queue,
          fetch: async (path, init) => {
            const headers = new Headers(init.headers);
            const request: Sent = {
              method: init.method ?? "GET",
              path,
              body: typeof init.body === "string" ? JSON.parse(init.body) : null,
              ifMatch: headers.get("if-match"),
              account: headers.get("assay-account"),
            };
            sent.push(request);
            return answer(request);
          },
          now: () => world.time,
          random: () => 0,
          onChange: (settled) => {
            if (settled) outcomes.push({ id: settled.item.id, outcome: settled.outcome });
          },
        },
        force,
      ),
  };
  return world;
};
