import { z } from "zod";
import { anyId, clientId } from "@/lib/fields";
import { operation } from "@/lib/http";
import {
  mineralField,
  periodInput,
  periodsView,
  periodView,
  profileInput,
  profileView,
  targetInput,
  targetsView,
} from "@/lib/profile/schemas";
import { gone, id } from "./shapes";

/** The person: life stage, conditions, targets. */
export const profile = {
  getProfile: operation({
    method: "get",
    path: "/profile",
    summary: "The profile",
    access: "read",
    area: "profile",
    responses: { 200: { description: "The profile", body: profileView } },
  }),

  putProfile: operation({
    method: "put",
    path: "/profile",
    summary:
      "Change the profile; what is left out stays as it was, and what has a history changes from a day on",
    access: "write",
    area: "profile",
    conditional: "resource",
    body: profileInput,
    responses: { 200: { description: "The profile", body: profileView } },
  }),

  listPeriods: operation({
    method: "get",
    path: "/profile/periods",
    summary: "What held when: pregnancy, breastfeeding, menstruation and the like, and weight",
    access: "read",
    area: "profile",
    responses: { 200: { description: "The periods, the earliest first", body: periodsView } },
  }),

  putPeriod: operation({
    method: "put",
    path: "/profile/periods/{id}",
    summary: "Say that something held over a time, or correct it; days are judged by what held on them",
    access: "write",
    area: "profile",
    params: id(clientId),
    body: periodInput,
    responses: {
      200: { description: "The same again, or changed", body: periodView },
      201: { description: "Added", body: periodView },
    },
  }),

  deletePeriod: operation({
    method: "delete",
    path: "/profile/periods/{id}",
    summary: "Take a period back",
    access: "write",
    area: "profile",
    params: id(anyId),
    responses: { 204: gone },
  }),

  getTargets: operation({
    method: "get",
    path: "/targets",
    summary: "Today's targets for the six minerals, and reference values of vitamins D and C",
    access: "read",
    area: "profile",
    responses: { 200: { description: "The targets", body: targetsView } },
  }),

  putTarget: operation({
    method: "put",
    path: "/targets/{mineral}",
    summary: "Set one's own target for a mineral, with the reason",
    access: "write",
    area: "profile",
    conditional: "resource",
    params: z.object({ mineral: mineralField }),
    body: targetInput,
    responses: { 200: { description: "All targets", body: targetsView } },
  }),

  deleteTarget: operation({
    method: "delete",
    path: "/targets/{mineral}",
    summary: "Go back to the published target",
    access: "write",
    area: "profile",
    conditional: "resource",
    params: z.object({ mineral: mineralField }),
    responses: { 204: gone },
  }),
};
