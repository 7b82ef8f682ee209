import type { z } from "zod";
import { AppError, type FieldErrors, isAppError } from "../errors";

type Issue = z.core.$ZodIssue;

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join(".");

/** Of a union's branches, the one the sender most likely meant: no strange keys, then the fewest problems. */
const likeliest = (branches: readonly (readonly Issue[])[]): readonly Issue[] => {
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? 10 * issue.keys.length : 1), 0);
  return [...branches].sort((a, b) => cost(a) - cost(b))[0] ?? [];
};

const collect = (
  issues: readonly Issue[],
  prefix: readonly PropertyKey[],
  into: Map<string, string>,
): void => {
  for (const issue of issues) {
    const path = [...prefix, ...issue.path];
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      collect(likeliest(issue.errors), path, into);
    } else if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) into.set(pathOf([...path, key]), "is not a known field");
    } else if (!into.has(pathOf(path))) {
      into.set(pathOf(path), issue.message);
    }
  }
};

/** The messages of a failed parse by the path of the field they belong to; "" is the whole. */
const fieldErrorsOf = (error: z.ZodError): FieldErrors => {
  const fields = new Map<string, string>();
  collect(error.issues, [], fields);
  return Object.fromEntries(fields);
};

/** Words for what a schema says nothing itself about. */
const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "invalid_type" && issue.input === undefined) return "is required";
  if (issue.code === "invalid_type") return `must be ${article(issue.expected)}`;
  if (issue.code === "invalid_value") return `must be ${issue.values.map(String).join(" or ")}`;
  if (issue.code === "too_big") return bound("at most", issue.maximum, issue.origin);
  if (issue.code === "too_small") return bound("at least", issue.minimum, issue.origin);
  return undefined;
};

const bound = (side: string, limit: number | bigint, origin: string): string =>
  origin === "array"
    ? `must have ${side} ${limit} items`
    : `must be ${side} ${limit}${origin === "string" ? " characters" : ""}`;

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);

/**
 * Parses with a schema.
 * @throws AppError invalid with a message for each field.
 */
export const parse = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value, { error: wording });
  if (result.success) return result.data;
  const fields = fieldErrorsOf(result.error);
  const [path, message] = Object.entries(fields)[0] ?? ["", "is not valid"];
  throw new AppError("invalid", path === "" ? `The request ${message}.` : `${path}: ${message}.`, { fields });
};

/** What a client learns of an error: ours as it is, any other only that it happened. */
export const publicError = (error: unknown): AppError => {
  if (isAppError(error)) return error;
  console.error(error);
  return new AppError("internal", "Something went wrong on the server. Nothing was changed half-way.");
};

/** The answer for an error, in the shape of the contract. */
export const errorResponse = (thrown: unknown): Response => {
  const { code, message, fields, means, status, retryAfterSeconds, current, misfits } = publicError(thrown);
  const headers = new Headers({ "cache-control": "no-store" });
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  if (code === "unauthenticated") headers.set("www-authenticate", 'Bearer realm="assay"');
  const body = {
    error: { code, message, ...(fields && { fields }), ...(means && { means }) },
    ...(current === undefined ? {} : { current }),
    ...(misfits === undefined ? {} : { misfits }),
  };
  return Response.json(body, { status, headers });
};
