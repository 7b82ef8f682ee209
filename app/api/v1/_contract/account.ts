import { z } from "zod";
import {
  accountView,
  auditEventView,
  confirmation,
  confirmInput,
  deleteAccountInput,
  emailChange,
  emailChangeInput,
  invitationInput,
  methodsView,
  newToken,
  passwordChange,
  resetInput,
  resetRequest,
  signUpInput,
  signUpResult,
  tokenView,
} from "@/lib/access/schemas";
import { anyId, localDate, pageQuery } from "@/lib/fields";
import { operation } from "@/lib/http";
import { gone, id, page } from "./shapes";

const confirmed = z.object({ email: z.string() });

/** Accounts and access tokens. */
export const account = {
  createAccount: operation({
    method: "post",
    path: "/account",
    summary:
      "Make an account. Where the server sends mail it begins with the link that is sent to the address, and an address that has an account is answered the same",
    access: "open",
    body: signUpInput,
    responses: { 201: { description: "Made, or to be confirmed by mail", body: signUpResult } },
  }),

  getAccount: operation({
    method: "get",
    path: "/account",
    summary: "The address of the account, and whether it is confirmed",
    access: "read",
    area: "account",
    responses: { 200: { description: "The account", body: accountView } },
  }),

  confirmAddress: operation({
    method: "post",
    path: "/account/confirm",
    summary:
      "Confirm an address by the link that was sent there; of a sign-up with the password that was chosen",
    access: "open",
    body: confirmInput,
    responses: { 200: { description: "Confirmed", body: confirmed } },
  }),

  requestVerification: operation({
    method: "post",
    path: "/account/verification",
    summary: "Have a link sent that confirms the account's address",
    access: "write",
    area: "account",
    body: z.strictObject({}),
    responses: { 204: { description: "On its way", body: null } },
  }),

  requestReset: operation({
    method: "post",
    path: "/account/reset",
    summary:
      "Have a link sent to set a new password, where the address has an account; the answer is the same without one",
    access: "open",
    body: resetRequest,
    responses: { 204: { description: "On its way, if the address has an account", body: null } },
  }),

  resetPassword: operation({
    method: "post",
    path: "/account/reset/password",
    summary: "Set a new password by such a link, once; every session ends",
    access: "open",
    body: resetInput,
    responses: { 204: { description: "Set", body: null } },
  }),

  changePassword: operation({
    method: "post",
    path: "/account/password",
    summary: "Change the password, after the present one; every other session ends. Not with a token",
    access: "write",
    area: "account",
    body: passwordChange,
    responses: { 204: { description: "Changed", body: null } },
  }),

  changeEmail: operation({
    method: "post",
    path: "/account/email",
    summary:
      "Change the address, after the password again. Where the server sends mail it changes when the new address is confirmed. Not with a token",
    access: "write",
    area: "account",
    body: emailChange,
    responses: {
      200: {
        description: "Changed, or to be confirmed by mail",
        body: z.object({ confirmByMail: z.boolean() }),
      },
    },
  }),

  confirmEmailChange: operation({
    method: "post",
    path: "/account/email/confirm",
    summary: "Confirm a new address by the link that was sent there, once",
    access: "open",
    body: emailChangeInput,
    responses: { 200: { description: "Changed", body: confirmed } },
  }),

  createInvitation: operation({
    method: "post",
    path: "/invitations",
    summary:
      "Invite somebody, as an administrator: by mail, or by a link to hand on where no address is given or no mail is sent. Not with a token",
    access: "write",
    area: "account",
    body: invitationInput,
    responses: {
      201: {
        description: "Made. `path` is the link's, below the server's own address; null where it was mailed",
        body: z.object({ path: z.string().nullable(), mailed: z.boolean() }),
      },
    },
  }),

  deleteAccount: operation({
    method: "delete",
    path: "/account",
    summary:
      "Delete the account and everything it owns, after the password again: here, or by POST /account/confirmation. Not with a token",
    access: "write",
    area: "account",
    body: deleteAccountInput,
    responses: { 204: { description: "Deleted", body: null } },
  }),

  confirmAccount: operation({
    method: "post",
    path: "/account/confirmation",
    summary:
      "Prove again who is signed in, for ten minutes of this session; calls that need it answer 403 with confirmation_required. The session gets a new cookie",
    access: "write",
    area: "account",
    body: confirmation,
    responses: {
      200: { description: "Confirmed", body: z.object({ confirmedUntil: z.string() }) },
    },
  }),

  listMethods: operation({
    method: "get",
    path: "/account/methods",
    summary: "The ways to sign in to the account, without their secrets",
    access: "read",
    area: "account",
    responses: { 200: { description: "The methods", body: methodsView } },
  }),

  getChanges: operation({
    method: "get",
    path: "/changes",
    summary:
      "A number that grows with every change of the account, and the person's local day: what an open page asks to know whether it is still fresh",
    access: "read",
    area: "any",
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
    area: "account",
    query: z.object(pageQuery),
    responses: { 200: { description: "The events", body: page(auditEventView) } },
  }),

  listTokens: operation({
    method: "get",
    path: "/tokens",
    summary: "Personal access tokens, without their secrets. Not with a token",
    access: "read",
    area: "account",
    responses: { 200: { description: "The tokens", body: page(tokenView) } },
  }),

  createToken: operation({
    method: "post",
    path: "/tokens",
    summary: "Make a personal access token; its secret is shown once. Not with a token",
    access: "write",
    area: "account",
    body: newToken,
    responses: { 201: { description: "Made", body: z.object({ id: z.string(), token: z.string() }) } },
  }),

  revokeToken: operation({
    method: "delete",
    path: "/tokens/{id}",
    summary: "Revoke a token. Not with a token",
    access: "write",
    area: "account",
    params: id(anyId),
    responses: { 204: gone },
  }),
};
