"use client";

import { CloudOff, CloudUpload, HardDrive, type LucideIcon, Split } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { countNoun } from "@/lib/format";
import { discard, forgetLost, type QueueItem, resolve, retry, sendNow, useQueue } from "../offline";
import { conflictChoice, conflictWords } from "./conflict-words";
import type { DayChange } from "./day-change";

type RowProps = { icon: LucideIcon; tone?: "over" | "plain"; children: ReactNode; actions?: ReactNode };

const TONES = {
  over: { row: "border-over-line bg-over-bg", icon: "text-over" },
  plain: { row: "border-line bg-raised", icon: "text-ink-3" },
};

const Row = ({ icon: Icon, tone = "plain", children, actions }: RowProps) => (
  <li
    className={`flex items-start gap-3 rounded-lg border py-2.5 pr-3 pl-3.5 shadow-pop phone:flex-wrap phone:p-3.5 ${TONES[tone].row}`}
  >
    <Icon size={18} strokeWidth={1.75} className={`mt-0.5 flex-none ${TONES[tone].icon}`} aria-hidden />
    <div className="wrap-anywhere min-w-0 flex-1">{children}</div>
    {actions !== undefined && (
      <span className="flex flex-none flex-wrap gap-2 phone:w-full phone:pl-[30px]">{actions}</span>
    )}
  </li>
);

/** Whether discarding it loses data that is stored nowhere else. */
const isNew = ({ method, change, base }: QueueItem): boolean => {
  const known = change as DayChange | null;
  return known?.kind === "batch"
    ? known.steps.some(({ kind }) => kind === "copy" || kind === "put")
    : known?.kind === "put"
      ? known.before === null
      : method !== "DELETE" && base === null;
};

const Refused = ({ item }: { item: QueueItem }) => (
  <Row
    icon={CloudOff}
    tone="over"
    actions={
      <>
        <Button size="s" onClick={() => retry(item)}>
          Retry
        </Button>
        <Button size="s" variant="ghost" onClick={() => discard(item)}>
          {isNew(item) ? "Discard" : "Leave as it was"}
        </Button>
      </>
    }
  >
    <b className="font-semibold">Not saved: {item.label}.</b>{" "}
    <span className="text-ink-2">{item.message}</span>
  </Row>
);

const Conflict = ({ item }: { item: QueueItem }) => {
  const { said, mine, theirs } = conflictChoice(item);
  const fields = conflictWords(item);
  return (
    <Row
      icon={Split}
      tone="over"
      actions={
        <>
          <Button size="s" onClick={() => resolve(item, "mine")}>
            {mine}
          </Button>
          <Button size="s" onClick={() => resolve(item, "theirs")}>
            {theirs}
          </Button>
        </>
      }
    >
      <p>
        <b className="font-semibold">{item.label}.</b> <span className="text-ink-2">{said}</span>
      </p>
      {fields.length > 0 && (
        <dl className="mt-1.5 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-13">
          {fields.map(({ field, mine, theirs }) => (
            <div key={field} className="contents">
              <dt className="text-ink-2">{field}</dt>
              <dd>
                here <b className="font-medium">{mine}</b>, on the other device{" "}
                <b className="font-medium">{theirs}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Row>
  );
};

/** How safely what waits is kept, where that is not as it should be. */
const STORAGE: Readonly<Record<string, string>> = {
  memory: "This browser stores nothing on this device, as in some private windows: keep this page open.",
  full: "This device has no space left to keep it: keep this page open, or make space.",
  "best-effort": "It is kept on this device; a private window forgets it when it is closed.",
  persistent: "It is kept on this device, also when this page is closed.",
};

const Waiting = ({ items }: { items: readonly QueueItem[] }) => {
  const { online, signedOut, storage } = useQueue();
  const kept = items.every(({ durable }) => durable !== false);
  const count = `${countNoun(items.length, "change")} ${items.length === 1 ? "waits" : "wait"}`;
  const reason = items.find(({ message }) => message !== undefined)?.message;
  return (
    <Row
      icon={kept ? CloudUpload : HardDrive}
      tone={kept ? "plain" : "over"}
      actions={
        signedOut ? undefined : (
          <Button size="s" onClick={() => sendNow()}>
            Send now
          </Button>
        )
      }
    >
      <p>
        <b className="font-semibold">
          {signedOut
            ? `${count} until you sign in again.`
            : online
              ? `${count} to be saved.`
              : `${count} for the network.`}
        </b>{" "}
        <span className="text-ink-2">
          {online && !signedOut && reason !== undefined && `${reason} It is tried again by itself. `}
          {kept
            ? STORAGE[storage === "full" || storage === "memory" ? "best-effort" : storage]
            : STORAGE[storage]}
        </span>
      </p>
      <details className="mt-1 text-13">
        <summary className="link w-fit py-0.5">{items.length === 1 ? "Which one" : "Which ones"}</summary>
        <ul className="mt-1 grid gap-0.5 text-ink-2">
          {items.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      </details>
    </Row>
  );
};

const sinceWords = (since: number): string =>
  new Date(since).toLocaleString("en-GB", {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });

/** What waits on this device, what the server refused, and what was changed on two devices. */
export const WaitingList = () => {
  const { items, others, lost, online, inForm } = useQueue();
  const [dismissed, setDismissed] = useState(0);
  const waiting = items.filter(({ state }) => state === "waiting");
  return (
    <ul className="grid gap-2">
      {lost !== null && (
        <Row
          icon={HardDrive}
          tone="over"
          actions={
            <Button size="s" onClick={() => forgetLost()}>
              Understood
            </Button>
          }
        >
          <b className="font-semibold">
            {countNoun(lost.count, "change")} that waited on this device since {sinceWords(lost.since)}{" "}
            {lost.count === 1 ? "is" : "are"} gone.
          </b>{" "}
          <span className="text-ink-2">
            The browser’s storage was cleared before {lost.count === 1 ? "it" : "they"} could be sent. Please
            look whether something is missing.
          </span>
        </Row>
      )}
      {items.map((item) =>
        inForm.includes(item.id) ? null : item.state === "conflict" ? (
          <Conflict key={item.id} item={item} />
        ) : item.state === "refused" ? (
          <Refused key={item.id} item={item} />
        ) : null,
      )}
      {waiting.some(({ message, durable }) => !online || message !== undefined || durable === false) && (
        <Waiting items={waiting} />
      )}
      {others > dismissed && (
        <Row
          icon={CloudUpload}
          actions={
            <Button size="s" variant="ghost" onClick={() => setDismissed(others)}>
              Hide
            </Button>
          }
        >
          <b className="font-semibold">
            {countNoun(others, "change")} of another account {others === 1 ? "waits" : "wait"} on this device.
          </b>{" "}
          <span className="text-ink-2">
            {others === 1 ? "It is" : "They are"} sent when that account signs in here.
          </span>
        </Row>
      )}
    </ul>
  );
};
