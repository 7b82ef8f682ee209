import type { PushPayload } from "../reminder-schemas";

// What reminders say. Without details nothing of anybody's health: a locked screen is read by others.

type Words = Omit<PushPayload, "stop">;

/** No more names than this in one message; a notification shows about three lines. */
const NAMED = 3;

const named = (names: readonly string[]): string => {
  const shown = names.slice(0, NAMED).join(", ");
  return names.length > NAMED ? `${shown} and ${names.length - NAMED} more` : shown;
};

export const nothingLoggedWords = (): Words => ({
  title: "Nothing logged today yet",
  body: "A minute is enough to log what you remember.",
  tag: "nothing",
  url: "/today",
});

/** @param doses what is due and not taken, as in "Magnesium citrate, 2 capsules". */
export const dosesWords = (time: string, doses: readonly string[], details: boolean): Words => ({
  title: details ? `Due at ${time}` : `Planned for ${time}`,
  body: details ? named(doses) : "Open Assay to see what, and mark it when it is done.",
  tag: `doses-${time}`,
  url: "/today",
});

/** @param findings the sentences of the alerts, without figures. */
export const alertWords = (findings: readonly string[], details: boolean): Words => ({
  title: "Something new in your alerts",
  body: details
    ? named(findings)
    : `Your diary says ${findings.length === 1 ? "something" : `${findings.length} things`} that you were not told before.`,
  tag: "alerts",
  url: "/alerts",
});

export const testWords = (): Words => ({
  title: "A test message from Assay",
  body: "Reminders reach this device.",
  tag: "test",
  url: "/settings/reminders",
});
