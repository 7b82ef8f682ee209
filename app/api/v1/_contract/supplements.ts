import { entryView } from "@/lib/diary/schemas";
import { anyId } from "@/lib/fields";
import { doseInput, doseParams, supplementId, supplementInput, supplementView } from "@/lib/foods/schemas";
import { operation } from "@/lib/http";
import { supplementsView } from "@/lib/insights/schemas";
import { gone, id } from "./shapes";

/** Supplements and their doses. */
export const supplements = {
  listSupplements: operation({
    method: "get",
    path: "/supplements",
    summary:
      "The supplements, what those in use hold together against the upper limits, and what to know when taking them",
    access: "read",
    area: "foods",
    responses: { 200: { description: "The supplements and the plan they make", body: supplementsView } },
  }),

  createSupplement: operation({
    method: "post",
    path: "/supplements",
    summary: "Make a supplement; each content is an elemental amount, or a compound with its form",
    access: "write",
    area: "foods",
    body: supplementInput,
    responses: { 201: { description: "Made", body: supplementView } },
  }),

  getSupplement: operation({
    method: "get",
    path: "/supplements/{id}",
    summary: "One supplement, with the elemental share of each form",
    access: "read",
    area: "foods",
    params: id(anyId),
    responses: { 200: { description: "The supplement", body: supplementView } },
  }),

  putSupplement: operation({
    method: "put",
    path: "/supplements/{id}",
    summary:
      "Create or replace a supplement; sending it again changes nothing, and doses taken of it stay as they were",
    access: "write",
    area: "foods",
    conditional: "resource",
    params: id(supplementId),
    body: supplementInput,
    responses: {
      200: { description: "The same again, or replaced", body: supplementView },
      201: { description: "New", body: supplementView },
    },
  }),

  deleteSupplement: operation({
    method: "delete",
    path: "/supplements/{id}",
    summary: "Delete a supplement; doses taken of it stay",
    access: "write",
    area: "foods",
    conditional: "resource",
    params: id(anyId),
    responses: { 204: gone },
  }),

  takeDose: operation({
    method: "put",
    path: "/supplements/{id}/doses/{date}/{slot}",
    summary:
      "Log a dose as taken: slot 1 is the first time of the schedule. Sending it again changes nothing; count and time are the schedule's when left out",
    access: "write",
    area: "diary",
    conditional: "resource",
    params: doseParams,
    body: doseInput,
    responses: {
      200: { description: "The same again, or replaced", body: entryView },
      201: { description: "Taken; the entry of the diary", body: entryView },
    },
  }),

  deleteDose: operation({
    method: "delete",
    path: "/supplements/{id}/doses/{date}/{slot}",
    summary: "Take a dose back",
    access: "write",
    area: "diary",
    conditional: "resource",
    params: doseParams,
    responses: { 204: gone },
  }),
};
