import "server-only";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** So many uses in a window of so many seconds, which begins at the first of them. */
export type Limit = {
  readonly points: number;
  readonly seconds: number;
  /**
   * Counted in this process alone: it bounds load, not guesses, and a write to the database for each call would cost
   * more than what is limited.
   */
  readonly local?: true;
};

/** What is limited, and by what it is counted. */
export const LIMITS = {
  /** New accounts, by sender. */
  signUp: { points: 300, seconds: HOUR },
  /** Failed sign-ins, by account and sender: what stops guessing from one place. */
  signIn: { points: 10, seconds: 15 * MINUTE },
  /** Failed sign-ins, by sender: what stops trying one password on many accounts. */
  signInFrom: { points: 200, seconds: 15 * MINUTE },
  /** Failed sign-ins, by account and known device, which strangers cannot use up. */
  signInDevice: { points: 10, seconds: 15 * MINUTE },
  /** Failed sign-ins of strangers, by account: never full, each one above some makes the next wait longer. */
  signInAccount: { points: 1_000_000, seconds: HOUR },
  /** Who may try next where strangers have to wait, by account; its window is the wait. */
  signInTurn: { points: 1, seconds: 5 * MINUTE },
  /** Wrong passwords of somebody who is signed in (deletion, step-up), by account and session. */
  password: { points: 10, seconds: 15 * MINUTE },
  /** Wrong codes of a second factor, by account and sign-in. */
  secondFactor: { points: 10, seconds: 15 * MINUTE },
  /** Wrong codes of a second factor, by account, however many sign-ins were begun. */
  secondFactorAccount: { points: 50, seconds: HOUR },
  /** Ways to the provider and back, by sender: each makes this server ask the provider. */
  provider: { points: 300, seconds: 15 * MINUTE },
  /** Mails that let somebody in again, by address. */
  resetMail: { points: 3, seconds: HOUR },
  /** Mails that let somebody in again, by sender. */
  resetMailFrom: { points: 20, seconds: HOUR },
  /** Mails that prove an address, by account. */
  verifyMail: { points: 5, seconds: HOUR },
  /** Links that do not exist (reset, invitation, verification), by sender. */
  link: { points: 60, seconds: 15 * MINUTE },
  /** Products that are looked up elsewhere, by account. */
  product: { points: 30, seconds: MINUTE },
  /** Products that are looked up elsewhere, by the server asked: Open Food Facts allows one host 100 a minute. */
  products: { points: 90, seconds: MINUTE },
  /** Sample accounts, by sender. */
  sample: { points: 100, seconds: HOUR },
  /** Test mails, by account. */
  testMail: { points: 3, seconds: HOUR },
  /** Test reminders, by account. */
  testReminder: { points: 10, seconds: HOUR },
  /** Tokens that do not exist, by sender. They have 256 random bits: this bounds the look-ups. */
  bearer: { points: 100, seconds: 15 * MINUTE, local: true },
  /** Calls of the API, by account. */
  api: { points: 6000, seconds: MINUTE, local: true },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** Longer than any window: what is left of an older one was kept by another clock. */
export const MAX_WINDOW_SECONDS = Math.max(...Object.values(LIMITS).map(({ seconds }) => seconds));
