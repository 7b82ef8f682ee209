import { z } from "zod";
import {
  auditEventView,
  confirmation,
  deleteAccountInput,
  newAccount,
  newToken,
  tokenView,
} from "@/lib/access/schemas";
import { anyId, localDate, pageQuery } from "@/lib/fields";
import { operation } from "@/lib/http";
import { gone, id, page } from "./shapes";

/** Accounts and access tokens. */
export const account = {
  createAccount: operation({
    method: "post",
    path: "/account",
    summary: "Make an account",
    access: "open",
    body: newAccount,
    responses: { 201: { description: "Made", body: z.object({ id: z.string() }) } },
  }),

  deleteAccount: operation({
    method: "delete",
    path: "/account",
    summary:
      "Delete the account and everything it owns, after the password again: here, or by POST /account/confirmation",
    access: "write",
    body: deleteAccountInput,
    responses: { 204: { description: "Deleted", body: null } },
  }),

  confirmAccount: operation({
    method: "post",
    path: "/account/confirmation",
    summary:
      "Prove again who is signed in, for ten minutes of this session; calls that need it answer 403 with confirmation_required. The session gets a new cookie",
    access: "write",
    body: confirmation,
    responses: {
      200: { description: "Confirmed", body: z.object({ confirmedUntil: z.string() }) },
    },
  }),

  getChanges: operation({
    method: "get",
    path: "/changes",
    summary:
      "A number that grows with every change of the account, and the person's local day: what an open page asks to know whether it is still fresh",
    access: "read",
    responses: {
      200: {
        description: "The revision and the day",
        body: z.object({ revision: z.int(), today: localDate }),
      },
    },
  }),

  listEvents: operation({
    method: "get",
    path: "/account/events",
    summary:
      "What was done to the account, the latest first: sign-ins, changes of methods, exports, reads by others. Kept for a year, at most 1,000",
    access: "read",
    query: z.object(pageQuery),
    responses: { 200: { description: "The events", body: page(auditEventView) } },
  }),

  listTokens: operation({
    method: "get",
    path: "/tokens",
    summary: "Personal access tokens, without their secrets",
    access: "read",
    responses: { 200: { description: "The tokens", body: page(tokenView) } },
  }),

  createToken: operation({
    method: "post",
    path: "/tokens",
    summary: "Make a personal access token; its secret is shown once",
    access: "write",
    body: newToken,
    responses: { 201: { description: "Made", body: z.object({ id: z.string(), token: z.string() }) } },
  }),

  revokeToken: operation({
    method: "delete",
    path: "/tokens/{id}",
    summary: "Revoke a token",
    access: "write",
    params: id(anyId),
    responses: { 204: gone },
  }),
};
