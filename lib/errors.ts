/**
 * The one error the features throw on purpose. Everything else is a bug and reaches a client as "internal".
 * The table below is the only place that maps a code to an HTTP status.
 */
const STATUS = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
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

type Details = {
  readonly fields?: FieldErrors;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
};

export class AppError extends Error {
  override readonly name = "AppError";
  readonly fields: FieldErrors | undefined;
  /** Whole seconds until trying again makes sense; only with `rate_limited`. */
  readonly retryAfterSeconds: number | undefined;

  /** @param message a sentence a person can act on; it is shown as it is. */
  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.fields = details.fields;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** What is said of a thing that is missing and of a thing that belongs to somebody else: the same. */
export const notFound = (what = "Nothing"): AppError => new AppError("not_found", `${what} was not found.`);

/**
 * Keeps a rejection that nobody awaits yet from ending the process. For a part of a page that is sent when it is ready:
 * the component that awaits the promise later still sees the rejection.
 */
export const ignoreUnhandledRejection = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};
