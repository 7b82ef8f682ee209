"use client";

import { type ReactNode, useEffect, useId, useRef, useState, useTransition } from "react";
import type { QueueItem } from "@/app/(app)/_features/offline";
import { FormError, type FormState } from "@/components/forms/form-error";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";

/** Whose value each field gets that was changed here and on another device. */
export type Choices = { readonly [field: string]: "mine" | "theirs" };

type Props = {
  /** A write that the server did not make because of the other one. */
  item: QueueItem;
  labels: { readonly [field: string]: string };
  show?: (field: string, value: unknown) => ReactNode;
  onChoose: (choices: Choices) => Promise<FormState>;
  onLeaveDeleted: () => Promise<void>;
};

/** A value that no form has words for. */
const plainly = (value: unknown): string => {
  if (value === null || value === undefined || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(plainly).join(", ");
  return typeof value === "object" ? Object.values(value).map(plainly).join(", ") : String(value);
};

/** What was changed here and on another device, both values side by side; nothing is written before the person chose. */
export const ChangedElsewhere = ({ item, labels, show, onChoose, onLeaveDeleted }: Props) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [choices, setChoices] = useState<Choices>({});
  const [state, setState] = useState<FormState | null>(null);
  const [pending, start] = useTransition();
  const conflicts = item.conflicts ?? [];
  const deleted = item.current === null;
  useEffect(() => box.current?.focus(), []);
  const choose = (made: Choices) => start(async () => setState(await onChoose(made)));
  const all = (side: "mine" | "theirs"): Choices =>
    Object.fromEntries(conflicts.map(({ field }) => [field, side]));
  const open = conflicts.filter(({ field }) => choices[field] === undefined).length;
  const said = (field: string, value: unknown) => show?.(field, value) ?? plainly(value);
  return (
    <Card aria-labelledby={id}>
      <div ref={box} role="alert" tabIndex={-1} className="outline-none">
        <CardHeader id={id} title={deleted ? "Deleted on another device" : "Changed on another device"} />
        <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <p className="-mt-2 max-w-[68ch] text-13 text-ink-2">
            {deleted
              ? "It was deleted there after this page was opened. What you changed here is kept until you choose."
              : "The same was changed there after this page was opened. Choose what stands; everything else of both is kept."}
          </p>
          <FormError state={state} />
          {conflicts.map(({ field, mine, theirs }) => (
            <fieldset key={field} className="rounded-lg border border-line px-3.5 pt-2 pb-3">
              <legend className="px-1 font-medium">{labels[field] ?? field}</legend>
              {(["mine", "theirs"] as const).map((side) => (
                <label key={side} className="flex min-h-9 items-center gap-2.5 py-1">
                  <input
                    type="radio"
                    name={`${id}${field}`}
                    checked={choices[field] === side}
                    onChange={() => setChoices((before) => ({ ...before, [field]: side }))}
                    className="size-4 flex-none accent-ink"
                  />
                  <span className="wrap-anywhere min-w-0">
                    <span className="text-ink-2">{side === "mine" ? "Here: " : "There: "}</span>
                    {said(field, side === "mine" ? mine : theirs)}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
          <div className="flex flex-wrap gap-3">
            {deleted ? (
              <>
                <Button variant="primary" aria-disabled={pending} onClick={() => choose({})}>
                  Bring it back with my changes
                </Button>
                <Button aria-disabled={pending} onClick={() => start(onLeaveDeleted)}>
                  Leave it deleted
                </Button>
              </>
            ) : (
              <>
                <Button
                  variant="primary"
                  aria-disabled={pending || open > 0}
                  onClick={() => open === 0 && choose(choices)}
                >
                  Save what I chose
                </Button>
                <Button aria-disabled={pending} onClick={() => choose(all("mine"))}>
                  Keep all from here
                </Button>
                <Button aria-disabled={pending} onClick={() => choose(all("theirs"))}>
                  Take all from there
                </Button>
              </>
            )}
          </div>
        </CardBody>
      </div>
    </Card>
  );
};
