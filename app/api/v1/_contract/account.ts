import { z } from "zod";
import { deleteAccountInput, newAccount, newToken, tokenView } from "@/lib/access/schemas";
import { anyId } from "@/lib/fields";
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
    summary: "Delete the account and everything it owns, after the password again",
    access: "write",
    body: deleteAccountInput,
    responses: { 204: { description: "Deleted", body: null } },
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
