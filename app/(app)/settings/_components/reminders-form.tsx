"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { useSubmit } from "@/app/_forms/use-submit";
import { FormError, type FormState } from "@/components/forms/form-error";
import { LeaveGuard } from "@/components/forms/leave-guard";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Checkbox, TextInput } from "@/components/ui/inputs";
import { showToast } from "@/components/ui/toast";
import type { ReminderChoices, ReminderDevice, RemindersView } from "@/lib/notices/schemas";
import { browserName } from "./browser-name";
import { HourSelect } from "./hour-select";
import { hasSubscription, type PushSupport, pushSupport, subscribe, unsubscribe } from "./push-in-browser";
import { Section } from "./section";

const NO_ANSWER = "The server did not answer. Try again.";

/** Calls the API. @returns null where it worked, else what to tell and which fields it is about. */
const call = async (method: string, path: string, body?: object): Promise<FormState | null> => {
  const answer = await fetch(`/api/v1/reminders${path}`, {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  }).catch(() => null);
  if (answer?.ok) return null;
  const told = await answer?.json().catch(() => null);
  return told?.error ?? { message: NO_ANSWER };
};

type Draft = ReminderChoices & { readonly name: string };

const NEW: ReminderChoices = {
  nothingHour: 20,
  doses: true,
  alerts: false,
  details: false,
  quietFrom: 22,
  quietTo: 7,
};

const draftOf = (device: ReminderDevice | undefined): Draft => {
  const { name, nothingHour, doses, alerts, details, quietFrom, quietTo } = device ?? { ...NEW, name: "" };
  return { name, nothingHour, doses, alerts, details, quietFrom, quietTo };
};

const UNABLE: { readonly [S in Exclude<PushSupport, "yes">]: string } = {
  no: "This browser takes no messages from websites. Mail, in the alert settings, is the other way.",
  install:
    "On iPhone and iPad only the installed app takes messages: choose Share, then Add to Home Screen, open Assay from there and come back to this page.",
  blocked:
    "This browser is set to show no messages of Assay. Allow them in its settings for this site, then open this page again.",
};

/** Whether this device is reminded, of what and when; off until somebody switches it on. */
const ThisDevice = ({ view, device }: { view: RemindersView; device: ReminderDevice | undefined }) => {
  const router = useRouter();
  const [draft, setDraft] = useState<Draft>(() => draftOf(device));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const [support, setSupport] = useState<PushSupport | null>(null);
  /** The server has this device, but the browser has lost its address. */
  const [lost, setLost] = useState(false);
  useEffect(() => {
    setSupport(pushSupport());
    setDraft((before) =>
      before.name === "" ? { ...before, name: browserName(navigator.userAgent) } : before,
    );
    if (device)
      hasSubscription(view.publicKey).then(
        (has) => setLost(!has),
        () => {},
      );
  }, [device, view.publicKey]);
  const on = device !== undefined && !lost;
  const { form, state, fieldState, pending, button } = useSubmit(async (): Promise<FormState> => {
    let subscription: Awaited<ReturnType<typeof subscribe>>;
    try {
      subscription = await subscribe(view.publicKey);
    } catch (error) {
      setSupport(pushSupport());
      return { message: error instanceof Error ? error.message : NO_ANSWER };
    }
    const refused = await call("PUT", "/current", { ...draft, subscription });
    if (refused) return refused;
    setLost(false);
    router.refresh();
    return { ok: true };
  });
  const off = async () => {
    if (!device) return;
    const refused = await call("DELETE", `/${device.id}`);
    if (refused) return showToast(refused.message ?? NO_ANSWER);
    await unsubscribe().catch(() => {});
    showToast("This device is reminded no more");
    router.refresh();
  };
  if (support !== null && support !== "yes")
    return (
      <Section id="this-device" title="This device">
        <p className="max-w-[68ch] text-ink-2">{UNABLE[support]}</p>
      </Section>
    );
  return (
    <Section
      id="this-device"
      title="This device"
      lead={
        on
          ? "Reminders are on. What you choose here is for this device alone."
          : "Off. Choose what this device should remind you of, then switch it on; the browser asks whether it may."
      }
    >
      <form {...form} className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <LeaveGuard value={draft} submit={{ state, pending }} />
        <FormError state={state} />
        {lost && (
          <p className="text-13 text-ink-2">
            This browser no longer takes messages for Assay. Switch reminders on again.
          </p>
        )}
        <Checkbox
          label="Nothing is logged today"
          description="Once, at the hour you choose, on days without any food and without your word that the day is complete."
          checked={draft.nothingHour !== null}
          onChange={({ target }) => change({ nothingHour: target.checked ? NEW.nothingHour : null })}
        />
        {draft.nothingHour !== null && (
          <Field label="Ask me at" error={fieldState?.fields?.nothingHour}>
            <HourSelect hour={draft.nothingHour} onHour={(nothingHour) => change({ nothingHour })} />
          </Field>
        )}
        <Checkbox
          label="A dose is due"
          description="At the times of your supplements' schedules, unless it is marked as taken."
          checked={draft.doses}
          onChange={({ target }) => change({ doses: target.checked })}
        />
        <Checkbox
          label="A new alert"
          description="Once for each, of the kinds that are told in your alert settings, and not on their quiet days."
          checked={draft.alerts}
          onChange={({ target }) => change({ alerts: target.checked })}
        />
        <Checkbox
          label="Say what was found and what is due"
          description="A locked screen can be read by others. Unticked, a message only says that there is something."
          checked={draft.details}
          onChange={({ target }) => change({ details: target.checked })}
        />
        <fieldset>
          <legend className="mb-1 font-medium">Quiet hours</legend>
          <p className="text-13 text-ink-2">
            In the time zone of your profile, {view.timeZone}. A new alert waits until they end; a dose that
            is due in them is not told. The same hour twice means none.
          </p>
          <div className="mt-2 grid grid-cols-2 gap-5 sm:max-w-[340px]">
            <Field label="From">
              <HourSelect hour={draft.quietFrom} onHour={(quietFrom) => change({ quietFrom })} />
            </Field>
            <Field label="Until">
              <HourSelect hour={draft.quietTo} onHour={(quietTo) => change({ quietTo })} />
            </Field>
          </div>
        </fieldset>
        <Field label="Name of this device" error={fieldState?.fields?.name}>
          <TextInput
            name="name"
            maxLength={80}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
            className="max-w-80"
          />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Button {...button} variant="primary">
            {pending ? "Saving…" : on ? "Save" : "Switch on"}
          </Button>
          {device && <Button onClick={() => void off()}>Switch off</Button>}
          <p role="status" className="text-13 text-ink-2">
            {state?.ok && !pending && "Saved."}
          </p>
        </div>
      </form>
      {on && <TestMessage id={device.id} />}
    </Section>
  );
};

const TestMessage = ({ id }: { id: string }) => {
  const [said, setSaid] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const refused = await call("POST", `/${id}/test`);
      setSaid(refused ? (refused.message ?? NO_ANSWER) : "Sent. It should appear within a minute.");
    });
  return (
    <div className="flex flex-wrap items-center gap-3 border-line border-t pt-4">
      <Button onClick={send} aria-disabled={pending}>
        {pending ? "Sending…" : "Send a test message"}
      </Button>
      <p role="status" className="text-13 text-ink-2">
        {!pending && said}
      </p>
    </div>
  );
};

const wordsOf = ({ nothingHour, doses, alerts }: ReminderDevice): string =>
  [
    ...(nothingHour === null ? [] : ["nothing logged"]),
    ...(doses ? ["doses"] : []),
    ...(alerts ? ["new alerts"] : []),
  ].join(", ") || "nothing at the moment";

const OtherDevice = ({ device }: { device: ReminderDevice }) => {
  const router = useRouter();
  const [pending, start] = useTransition();
  const end = () =>
    start(async () => {
      const refused = await call("DELETE", `/${device.id}`);
      showToast(refused ? (refused.message ?? NO_ANSWER) : `${device.name} is reminded no more`);
      if (!refused) router.refresh();
    });
  return (
    <li className="flex items-center gap-3 border-line border-t py-3 first:border-t-0 first:pt-0">
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">{device.name}</p>
        <p className="text-13 text-ink-2">Reminds of: {wordsOf(device)}</p>
      </div>
      <Button onClick={end} aria-disabled={pending} aria-label={`End the reminders of ${device.name}`}>
        End
      </Button>
    </li>
  );
};

/** The reminders of this device, and the other devices that have some. */
export const RemindersForm = ({ view }: { view: RemindersView }) => {
  const device = view.items.find(({ current }) => current);
  const others = view.items.filter(({ current }) => !current);
  return (
    <>
      {/* Ended and switched on again it begins anew. */}
      <ThisDevice key={device?.id ?? "off"} view={view} device={device} />
      {others.length > 0 && (
        <Section
          id="other-devices"
          title="Other devices"
          lead="A device that is signed out is reminded of nothing."
        >
          <ul className="grid grid-cols-[minmax(0,1fr)]">
            {others.map((other) => (
              <OtherDevice key={other.id} device={other} />
            ))}
          </ul>
        </Section>
      )}
      <Section id="how-reminders-work" title="How reminders work">
        <ul className="grid max-w-[68ch] list-disc gap-1.5 pl-5 text-13 text-ink-2">
          <li>
            They go through your browser's push service, encrypted so that only this device can read them.
          </li>
          <li>Each message can end reminders of its kind: “Stop these reminders”.</li>
          <li>On iPhone and iPad they work in the installed app only: Share, then Add to Home Screen.</li>
          <li>Mail stays as the other way, in the alert settings.</li>
        </ul>
      </Section>
    </>
  );
};
