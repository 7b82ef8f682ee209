import "server-only";
import type { z } from "zod";
import { accountChanged, coversArea, type Viewer } from "../access";
import { AppError, isAppError } from "../errors";
import { countUse } from "../limits";
import type { Expected } from "../versions";
import { readJsonBody } from "./body";
import { areasOf, type Operation } from "./operation";
import { assertAccount, expectedVersion, REVISION_HEADER, versionIn } from "./precondition";
import { errorResponse, parse } from "./problem";
import { viewerOfRequest } from "./viewer";

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

type Call<O extends Operation> = {
  readonly request: Request;
  readonly params: Parsed<O["params"]>;
  readonly query: Parsed<O["query"]>;
  readonly body: Parsed<O["body"]>;
  /** The version that the call rests on, where the operation is conditional. */
  readonly expected: Expected;
  /** Null only where the operation is open to everybody. */
  readonly viewer: O["access"] extends "open" ? null : Viewer;
};

/** What a handler answers with: a status of the operation, and a body unless it is 204. */
export type Reply = { readonly status: number; readonly body?: unknown };

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const nothing: Reply = { status: 204 };

type Context = { params: Promise<Record<string, string | string[] | undefined>> };

const queryOf = (request: Request): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const [key, value] of new URL(request.url).searchParams) {
    if (Object.hasOwn(query, key))
      throw new AppError("invalid", `${key} is given twice.`, { fields: { [key]: "is given twice" } });
    query[key] = value;
  }
  return query;
};

/**
 * What a failed call of a viewer is due to. An account that is deleted while something is being written to it makes
 * the database refuse the write; the caller is then no viewer any more, and that is the answer.
 */
const reasonOf = async (error: unknown, request: Request): Promise<unknown> => {
  if (isAppError(error)) return error;
  try {
    await viewerOfRequest(request);
    return error;
  } catch (gone) {
    return isAppError(gone) ? gone : error;
  }
};

/** @throws AppError forbidden for a token that does not cover the operation. */
const assertCovered = (viewer: Viewer, operation: Operation): void => {
  if (operation.access === "open" || viewer.sessionId !== null) return;
  if (operation.access === "write" && !viewer.mayWrite)
    throw new AppError("forbidden", "This token may read only.");
  for (const area of areasOf(operation)) {
    if (coversArea(viewer.scopes ?? [], area, operation.access)) continue;
    const lacking = area === "server" || area === "any" ? operation.access : `${area}:${operation.access}`;
    throw new AppError(
      "forbidden",
      area === "account"
        ? "The account itself needs a signed-in browser, not a token."
        : `This token lacks the scope ${lacking}.`,
    );
  }
};

/**
 * A route handler for one operation of the contract: finds the viewer, parses what was sent with the operation's
 * own schemas, calls one feature function, and maps errors. Nothing thrown reaches a client verbatim. A call that may
 * write brings the server's next look at the account forward; one that may only read causes no write.
 */
export const endpoint =
  <O extends Operation>(operation: O, handle: (call: Call<O>) => Promise<Reply>) =>
  async (request: Request, context: Context): Promise<Response> => {
    let viewer: Viewer | null = null;
    try {
      viewer = operation.access === "open" ? null : await viewerOfRequest(request);
      if (viewer) {
        assertAccount(request.headers, viewer.userId);
        await countUse("api", viewer.userId);
        assertCovered(viewer, operation);
      }
      const call = {
        request,
        viewer,
        params: operation.params && parse(operation.params, await context.params),
        query: operation.query && parse(operation.query, queryOf(request)),
        body: operation.body && parse(operation.body, await readJsonBody(request)),
        expected: operation.conditional === "resource" ? expectedVersion(request.headers) : undefined,
      } as Call<O>;
      const reply = await handle(call);
      const headers = new Headers({ "cache-control": "no-store" });
      if (viewer !== null && operation.access === "write") {
        const revision = await accountChanged(viewer);
        if (revision !== null) headers.set(REVISION_HEADER, String(revision));
      }
      const version =
        operation.method === "get" || operation.conditional === "resource" ? versionIn(reply.body) : null;
      if (version !== null) headers.set("etag", `"${version}"`);
      return reply.body === undefined
        ? new Response(null, { status: reply.status, headers })
        : Response.json(reply.body, { status: reply.status, headers });
    } catch (error) {
      return errorResponse(viewer === null ? error : await reasonOf(error, request));
    }
  };
