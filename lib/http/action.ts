import "server-only";
import type { z } from "zod";
import { accountChanged, type Viewer } from "../access";
import { AppError, type ConfirmationMeans, type ErrorCode, type FieldErrors } from "../errors";
import { parse, publicError } from "./problem";
import { currentViewer } from "./viewer";

/** What a server action answers: the result, or an error that a form can show. */
export type ActionResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly fields?: FieldErrors;
        readonly means?: readonly ConfirmationMeans[];
      };
    };

const attempt = async <T>(work: () => Promise<T>): Promise<ActionResult<T>> => {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    const { code, message, fields, means } = publicError(thrown);
    return { ok: false, error: { code, message, ...(fields && { fields }), ...(means && { means }) } };
  }
};

type Work<S extends z.ZodType, T> = (viewer: Viewer, input: z.output<S>) => Promise<T>;

const signedIn = async (): Promise<Viewer> => {
  const viewer = await currentViewer();
  if (!viewer) throw new AppError("unauthenticated", "You are signed out. Sign in again; nothing was saved.");
  return viewer;
};

/**
 * A server action of a signed-in person that may change something: it brings the server's next look at the account
 * forward. Next itself checks that the call comes from our own pages.
 */
export const action =
  <S extends z.ZodType, T>(schema: S, work: Work<S, T>) =>
  (input: z.input<S>): Promise<ActionResult<T>> =>
    attempt(async () => {
      const viewer = await signedIn();
      const value = await work(viewer, parse(schema, input));
      await accountChanged(viewer);
      return value;
    });

/** A server action of a signed-in person that only reads; it causes no write. */
export const readAction =
  <S extends z.ZodType, T>(schema: S, work: Work<S, T>) =>
  (input: z.input<S>): Promise<ActionResult<T>> =>
    attempt(async () => work(await signedIn(), parse(schema, input)));

/** A server action that anybody may call. */
export const openAction =
  <S extends z.ZodType, T>(schema: S, work: (input: z.output<S>) => Promise<T>) =>
  (input: z.input<S>): Promise<ActionResult<T>> =>
    attempt(() => work(parse(schema, input)));
