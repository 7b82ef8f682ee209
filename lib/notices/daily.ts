import "server-only";
import { getAccount, serverViewer } from "../access";
import { env } from "../env";
import { getAlertSettings } from "../insights";
import { alertTypeOf, isMailed } from "../insights/schemas";
import { purgeMails } from "../mail";
import { addDaysWithin } from "../nutrition";
import { localTime } from "../time";
import { isQuiet, recordNotices } from "./notices";
import { queueAlertMail, queueReviewMail, sendAllDueMails } from "./outbox";
import { queueAlertPushes, remindAll } from "./push";
import { nextDue, reviewDue } from "./schedule";
import * as store from "./store";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Accounts per query. */
const BATCH = 200;
/** Accounts per pass; the others wait for the next pass, a minute later. */
const MAX_A_PASS = 2000;
/** How long an account is locked for one process; after a crash another process takes it then. */
const TAKEN_MS = 15 * MINUTE;
/** Accounts without an entry for so many days are skipped. */
const ACTIVE_DAYS = 30;
const MAILS_KEPT_MS = 90 * DAY;

/** Whether mail can reach an account whose person wants some: only at an address that was shown to be theirs. */
const isReachable = async (ownerId: string): Promise<boolean> =>
  env().mail !== null && (await getAccount(serverViewer(ownerId), ownerId)).emailVerified;

/**
 * One account whose turn it is: the look at its alerts, mail about what is new, and the weekly review when it is due.
 * @param taken until when this process took the account.
 */
const processAccount = async (
  { ownerId, timeZone, dailyDay, dailyDueAt }: store.Due,
  taken: Date,
  active: boolean,
  now: Date,
): Promise<void> => {
  const viewer = serverViewer(ownerId);
  const settings = await getAlertSettings(viewer, ownerId);
  const { date, hour } = localTime(now, timeZone);
  // A change to the account may be one of its time zone or of a schedule.
  await store.lookAtSubscriptions(ownerId);
  const next = nextDue(now, timeZone, settings);
  if (!active) return store.endTurn(ownerId, taken, next);
  const look = hour >= settings.hour && dailyDay !== date;
  const wantsMail = settings.mail !== "none" && (await isReachable(ownerId));
  // Before the first hour of a new account or other settings there is nothing to process; any other turn that is not
  // the day's look was brought forward by a change.
  const changed = dailyDueAt !== null || dailyDay === date;
  if (look || changed || wantsMail) {
    const noticed = await recordNotices(viewer, ownerId);
    const quiet = isQuiet(noticed, date);
    const told = noticed.items.filter(
      ({ state, told: isShown, rule }) =>
        state === "open" &&
        isShown &&
        alertTypeOf(rule) !== "data" &&
        (!quiet || alertTypeOf(rule) === "day"),
    );
    await queueAlertPushes(
      ownerId,
      told.map(({ id }) => id),
      timeZone,
      now,
    );
    if (wantsMail && settings.mail === "at-once" && !quiet) {
      const open = noticed.items.filter((alert) => alert.state === "open" && isMailed(alert, settings));
      if (open.length > 0)
        await queueAlertMail(
          ownerId,
          open.map(({ id }) => id),
          now,
        );
    }
  }
  const week = wantsMail ? reviewDue(now, timeZone, settings) : null;
  if (week !== null) await queueReviewMail(ownerId, week, now);
  await store.endTurn(ownerId, taken, next, look ? date : undefined);
};

/**
 * Processes the accounts that are due, a batch at a time, and sends the reminders and mails that are due. Any number of processes may
 * run it at once: an account is locked for {@link TAKEN_MS}, and each notice and mail is made once. After a crash in the
 * middle the account is processed again when its lock has run out.
 * @returns how many accounts were due.
 */
export const dailyPass = async (now: Date = new Date()): Promise<number> => {
  let done = 0;
  while (done < MAX_A_PASS) {
    const due = await store.dueAccounts(now, BATCH);
    if (due.length === 0) break;
    // One day more, because local days begin at different times.
    const since = addDaysWithin(now.toISOString().slice(0, 10), -ACTIVE_DAYS - 1);
    const active = await store.activeSince(
      due.map(({ ownerId }) => ownerId),
      since,
    );
    for (const account of due) {
      const taken = new Date(now.getTime() + TAKEN_MS);
      if (!(await store.takeAccount(account, taken))) continue;
      try {
        await processAccount(account, taken, active.has(account.ownerId), now);
      } catch (error) {
        // It is due again when its lock runs out; the others do not wait.
        console.error("Daily job failed for an account.", error);
      }
    }
    done += due.length;
  }
  await remindAll(now);
  await sendAllDueMails(now);
  await purgeMails(new Date(now.getTime() - MAILS_KEPT_MS));
  return done;
};
