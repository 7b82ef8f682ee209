import { z } from "zod";
import { operation } from "@/lib/http";
import { mineralField, profileInput, profileView, targetInput, targetsView } from "@/lib/profile/schemas";
import { gone } from "./shapes";

/** The person: life stage, conditions, targets. */
export const profile = {
  getProfile: operation({
    method: "get",
    path: "/profile",
    summary: "The profile",
    access: "read",
    responses: { 200: { description: "The profile", body: profileView } },
  }),

  putProfile: operation({
    method: "put",
    path: "/profile",
    summary: "Replace the profile; what is optional and left out stays as it was",
    access: "write",
    body: profileInput,
    responses: { 200: { description: "The profile", body: profileView } },
  }),

  getTargets: operation({
    method: "get",
    path: "/targets",
    summary: "Today's targets for the six minerals, and reference values of vitamins D and C",
    access: "read",
    responses: { 200: { description: "The targets", body: targetsView } },
  }),

  putTarget: operation({
    method: "put",
    path: "/targets/{mineral}",
    summary: "Set one's own target for a mineral, with the reason",
    access: "write",
    params: z.object({ mineral: mineralField }),
    body: targetInput,
    responses: { 200: { description: "All targets", body: targetsView } },
  }),

  deleteTarget: operation({
    method: "delete",
    path: "/targets/{mineral}",
    summary: "Go back to the published target",
    access: "write",
    params: z.object({ mineral: mineralField }),
    responses: { 204: gone },
  }),
};
