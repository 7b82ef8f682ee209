"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/inputs";
import { Segmented } from "@/components/ui/segmented";
import { ALERT_TYPES } from "@/lib/insights/client";
import type { AlertSettings, AlertSettingsView, AlertType } from "@/lib/insights/schemas";
import { sendTest } from "../actions";
import { Section } from "./section";

/** How each kind of alert is called, and what it says. */
export const ALERT_TYPE_WORDS: { readonly [T in AlertType]: { label: string; about: string } } = {
  day: { label: "Safety alarms", about: "A single day with far more of something than is safe." },
  limit: { label: "Upper limits", about: "Usual intake, or supplements alone, above an upper limit." },
  intake: { label: "Low intake", about: "Usual intake that is probably below your need." },
  pairing: {
    label: "Pairing",
    about: "Supplements and medicines that want distance, and what comes with meals that bring iron.",
  },
  absorption: { label: "Absorption", about: "Phytate beside zinc, and oxalate beside calcium." },
  data: { label: "Missing data", about: "What is needed before something can be said." },
};

const OPTIONS = [
  { value: "none", label: "No mail" },
  { value: "weekly", label: "Weekly review" },
  { value: "at-once", label: "Review and alerts" },
] as const;

const UNREACHABLE = {
  "no-server": "This server sends no e-mail. Whoever runs it can set it up.",
  "no-address": "This account has no e-mail address, so nothing can be mailed.",
  unconfirmed:
    "Your address is not confirmed yet, so nothing is mailed there. Settings, “Account and data” sends you the link.",
} as const;

type Props = {
  draft: AlertSettings;
  change: (part: Partial<AlertSettings>) => void;
  reach: AlertSettingsView["mailReach"];
  address: string | null;
};

/** Whether to be told by mail, of what, and how much a mail says. Off until somebody switches it on. */
export const MailFields = ({ draft, change, reach, address }: Props) => {
  if (reach !== "yes")
    return (
      <Section id="mail" title="E-mail">
        <p className="text-ink-2">{UNREACHABLE[reach]}</p>
      </Section>
    );
  return (
    <Section
      id="mail"
      title="E-mail"
      lead={`To ${address}. Each mail has a link that stops all mail with one click.`}
    >
      <Segmented
        label="Mail"
        options={OPTIONS}
        value={draft.mail}
        onValueChange={(mail) => change({ mail })}
        className="max-w-[480px]"
      />
      {draft.mail !== "none" && (
        <Checkbox
          label="Say in the mail what was found"
          description="Mail can be read on its way and on a locked screen. Unticked, it only says that there is something to read here."
          checked={draft.mailDetails}
          onChange={({ target }) => change({ mailDetails: target.checked })}
        />
      )}
      {draft.mail === "at-once" && (
        <fieldset>
          <legend className="mb-1 font-medium">Mail me about</legend>
          <div className="grid gap-x-6 sm:grid-cols-3">
            {ALERT_TYPES.map((type) => (
              <Checkbox
                key={type}
                label={ALERT_TYPE_WORDS[type].label}
                checked={!draft.mailOffTypes.includes(type)}
                onChange={({ target }) =>
                  change({
                    mailOffTypes: target.checked
                      ? draft.mailOffTypes.filter((other) => other !== type)
                      : [...draft.mailOffTypes, type],
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      <TestMail />
    </Section>
  );
};

const TestMail = () => {
  const [said, setSaid] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const result = await sendTest({}).catch(() => null);
      if (result === null) setSaid("The server did not answer. Try again.");
      else setSaid(result.ok ? "Sent. It should arrive within a few minutes." : result.error.message);
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={send} aria-disabled={pending}>
        {pending ? "Sending…" : "Send me a test mail"}
      </Button>
      <p role="status" className="text-13 text-ink-2">
        {!pending && said}
      </p>
    </div>
  );
};
