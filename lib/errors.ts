/**
 * The one error the features throw on purpose. Everything else is a bug and reaches a client as "internal".
 * The table below is the only place that maps a code to an HTTP status.
 */
const STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  other_account: 403,
  confirmation_required: 403,
  second_factor_required: 401,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  changed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** Messages by the path of the field they belong to, as in `{"amount.grams": "must be above 0"}`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** How somebody who is signed in can prove again who they are. */
export type ConfirmationMeans = "password" | "totp" | "passkey" | "oidc";

type Details = {
  readonly means?: readonly ConfirmationMeans[];
  readonly fields?: FieldErrors;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
  readonly current?: unknown;
  readonly misfits?: readonly Misfit[];
};

/** An entry of a batch that was changed since, as it is now; null where it is not there. */
export type Misfit = { readonly id: string; readonly current: unknown };

export class AppError extends Error {
  override readonly name = "AppError";
  readonly fields: FieldErrors | undefined;
  /** Whole seconds until trying again makes sense; only with `rate_limited`. */
  readonly retryAfterSeconds: number | undefined;
  /** With `confirmation_required`: what the account can confirm by. */
  readonly means: readonly ConfirmationMeans[] | undefined;
  /** With `changed`: what is there now, as a GET would answer it; null where it was deleted. */
  readonly current: unknown;
  /** With `changed`, of a batch. */
  readonly misfits: readonly Misfit[] | undefined;

  /** @param message a sentence a person can act on; it is shown as it is. */
  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.fields = details.fields;
    this.means = details.means;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.current = details.current;
    this.misfits = details.misfits;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/**
 * Whether an error is ours. By its name and code: Next puts a copy of this module into each of its bundles, and what one
 * of them throws is no instance of another's class.
 */
export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error &&
  error.name === "AppError" &&
  "code" in error &&
  typeof error.code === "string" &&
  Object.hasOwn(STATUS, error.code);

/** What is said of a thing that is missing and of a thing that belongs to somebody else: the same. */
export const notFound = (what = "Nothing"): AppError => new AppError("not_found", `${what} was not found.`);

/** What a write gets that rests on another version. @param current what is there now; null where it was deleted. */
export const changed = (current: unknown): AppError =>
  new AppError(
    "changed",
    current === null
      ? "This was deleted in the meantime. Nothing was changed."
      : "This was changed in the meantime. Nothing was overwritten.",
    { current },
  );

/** What a batch gets of which a change rests on another version. */
export const batchChanged = (misfits: readonly Misfit[]): AppError =>
  new AppError("changed", "Some of this was changed in the meantime. Nothing of it was done.", { misfits });

/**
 * Keeps a rejection that nobody awaits yet from ending the process. For a part of a page that is sent when it is ready:
 * the component that awaits the promise later still sees the rejection.
 */
export const ignoreUnhandledRejection = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};
