"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  asInput,
  discard,
  type Fields,
  getQueue,
  type Kept,
  mergeFields,
  type QueueItem,
  sameValue,
  submit,
  tellInForm,
} from "@/app/(app)/_features/offline";
import type { FormState } from "@/components/forms/form-error";
import { onDemand } from "@/components/ui/on-demand";
import type { Choices } from "./changed-elsewhere";

const ChangedElsewhere = onDemand(() =>
  import("./changed-elsewhere").then((module) => module.ChangedElsewhere),
);

/** What is said of a form that is kept on this device and not sent yet. */
const KEPT_WORDS = "Saved on this device, sent when the network is back";
const UNSAFE_WORDS =
  "Sent when the network is back, as long as this tab stays open: this browser keeps nothing";

type Options<View> = {
  /** Where it is written, below the origin: "/api/v1/profile". */
  readonly path: string;
  /** The version that the form was filled from; "0" for what is new. */
  readonly version: string;
  /** What the form was filled from, in the shape that is written; null for what is new. */
  readonly base: Fields | null;
  /** Whether what is left out of a write stays as it is; then only what was changed is sent. */
  readonly partial?: boolean;
  /** What is said of the write while it waits. */
  readonly label: string;
  /** What the fields are called, by their names. */
  readonly labels: { readonly [field: string]: string };
  /** A value of a field as the person reads it. */
  readonly show?: (field: string, value: unknown) => ReactNode;
  /** Called once the server has it, with its answer; without one where another tab or the service worker sent it. */
  readonly onSaved: (view: View | undefined) => void;
  /**
   * Called when it is kept on this device and waits for the network.
   * @param words what to say of it.
   * @param durable whether it outlives the tab.
   */
  readonly onKept: (words: string, durable: boolean) => void;
  /** Called when what was deleted elsewhere is left deleted. */
  readonly onGone?: () => void;
};

/** How often it is looked whether a write waits, in milliseconds. */
const LOOK_MS = 150;

/** While the last try failed, a new one may still succeed for so long, in milliseconds. */
const TRY_MS = 2000;

/** Resolves when a write waits for the network, for its time or for signing in; not while it is being answered. */
const untilItWaits = (id: string): Promise<"waits"> =>
  new Promise((resolve) => {
    const from = Date.now();
    const timer = setInterval(() => {
      const { items, online, signedOut } = getQueue();
      const item = items.find((each) => each.id === id);
      if (item?.state === "waiting") {
        const failed = item.nextAt > Date.now() || (!online && Date.now() - from > TRY_MS);
        if (!failed && !signedOut) return;
        resolve("waits");
      }
      clearInterval(timer);
    }, LOOK_MS);
  });

/** Numbers that cannot be read, by their paths: JSON would make null of them, which is another answer. */
const unreadNumbers = (value: unknown, path = ""): Record<string, string> => {
  if (typeof value === "number") return Number.isFinite(value) ? {} : { [path]: "must be a number" };
  if (typeof value !== "object" || value === null) return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, part]) => unreadNumbers(part, path === "" ? key : `${path}.${key}`)),
  );
};

const CHECK = "Nothing was saved yet. Please check:";

const fieldsOf = (value: unknown): Fields => (value ?? {}) as Fields;

/** The fields that are not what they were. */
const changedFrom = (base: Fields, mine: Fields): Fields =>
  Object.fromEntries(Object.entries(mine).filter(([field, value]) => !sameValue(value, base[field])));

/** Those fields of a resource that a write names. */
const sameFields = (of: Fields, named: Fields): Fields =>
  Object.fromEntries(Object.keys(named).map((field) => [field, of[field] ?? null]));

const resourceOf = (path: string): string => path.replace(/^\/api\/v1/, "");

/**
 * Saves a form by the API and knows what it was filled from: what was changed on one side only is merged, where both
 * changed a field, or it was deleted elsewhere, the person chooses. Without a network it is kept on this device.
 * @returns `save`, which takes the fields as they are to be, and `question`, to be shown above the form.
 */
export const useSave = <View,>(options: Options<View>) => {
  const { path, version, base, partial = false, label, labels, show, onSaved, onKept, onGone } = options;
  const basis = useRef<{ version: string | null; base: Fields | null }>({ version, base });
  const [conflict, setConflict] = useState<QueueItem | null>(null);

  /** Ends that this form, and it alone, tells what became of its write. */
  const told = useRef(() => {});
  useEffect(() => () => told.current(), []);

  const settle = async (kept: Kept, mine: Fields): Promise<FormState> => {
    told.current();
    told.current = tellInForm(kept.item.id);
    const outcome = await Promise.race([kept.answer, untilItWaits(kept.item.id)]);
    if (outcome === "waits") {
      // From here on the form does not hear of it.
      told.current();
      basis.current = { ...basis.current, base: { ...basis.current.base, ...mine } };
      onKept(kept.durable ? KEPT_WORDS : UNSAFE_WORDS, kept.durable);
      return { ok: true };
    }
    switch (outcome.state) {
      case "done":
        basis.current = { version: outcome.version, base: { ...basis.current.base, ...mine } };
        onSaved(outcome.body as View | undefined);
        return { ok: true };
      case "refused": {
        const { message = "The server did not take it.", fields } = outcome.item;
        // It is corrected here and sent anew.
        await discard(outcome.item);
        return fields && Object.keys(fields).length > 0 ? { message: CHECK, fields } : { message };
      }
      case "conflict":
        setConflict(outcome.item);
        return {};
      default:
        return { message: "It was taken back before it was saved." };
    }
  };

  const save = async (mine: Fields): Promise<FormState> => {
    const unread = unreadNumbers(mine);
    if (Object.keys(unread).length > 0) return { message: CHECK, fields: unread };
    const { version: on, base: was } = basis.current;
    const body = partial && was !== null ? changedFrom(was, mine) : mine;
    if (partial && Object.keys(body).length === 0) {
      onSaved(undefined);
      return { ok: true };
    }
    // What the person has not answered yet is answered by saving again.
    if (conflict) {
      setConflict(null);
      await discard(conflict);
    }
    const kept = await submit({
      method: "PUT",
      path,
      body,
      ifMatch: on,
      base: was === null ? null : partial ? sameFields(was, body) : was,
      label,
    });
    return settle(kept, mine);
  };

  /** Writes what the person chose; what was kept before is given up once the choice is kept. */
  const choose = async (item: QueueItem, choices: Choices): Promise<FormState> => {
    const { current = null } = item;
    const sent = fieldsOf(item.body);
    const theirs = asInput(resourceOf(path), current);
    const merged = { ...mergeFields(item.base ?? {}, sent, theirs).merged };
    for (const [field, choice] of Object.entries(choices)) {
      if (choice === "mine") continue;
      if (partial || theirs[field] == null) delete merged[field];
      else merged[field] = theirs[field];
    }
    const now = fieldsOf(current).version;
    const on = typeof now === "string" ? now : null;
    const body = current === null ? sent : partial ? changedFrom(theirs, merged) : merged;
    basis.current = { version: on, base: current === null ? null : { ...basis.current.base, ...theirs } };
    if (Object.keys(body).length === 0) {
      await discard(item);
      onSaved(current as View);
      return { ok: true };
    }
    const kept = await submit({
      method: "PUT",
      path,
      body,
      ifMatch: on,
      base: current === null ? null : sameFields(theirs, body),
      label,
    });
    await discard(item);
    return settle(kept, body);
  };

  const leaveDeleted = async (item: QueueItem): Promise<void> => {
    await discard(item);
    setConflict(null);
    onGone?.();
  };

  return {
    save,
    question: conflict && (
      <ChangedElsewhere
        key={conflict.id}
        item={conflict}
        labels={labels}
        {...(show && { show })}
        onChoose={async (choices) => {
          const answer = await choose(conflict, choices);
          if (answer.ok) setConflict(null);
          return answer;
        }}
        onLeaveDeleted={() => leaveDeleted(conflict)}
      />
    ),
  };
};
