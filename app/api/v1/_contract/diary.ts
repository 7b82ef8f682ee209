import { z } from "zod";
import {
  batchInput,
  diaryQuery,
  entryId,
  entryInput,
  entryView,
  foodEntry,
  planInput,
} from "@/lib/diary/schemas";
import { anyId, localDate } from "@/lib/fields";
import { operation } from "@/lib/http";
import { gone, id, page } from "./shapes";

/** Entries of the diary, batches of changes, and plans. */
export const diary = {
  listDiary: operation({
    method: "get",
    path: "/diary",
    summary: "The entries of a day in the order they were logged",
    access: "read",
    query: diaryQuery,
    responses: { 200: { description: "The entries", body: page(entryView) } },
  }),

  getEntry: operation({
    method: "get",
    path: "/diary/{id}",
    summary: "One entry",
    access: "read",
    params: id(anyId),
    responses: { 200: { description: "The entry", body: entryView } },
  }),

  putEntry: operation({
    method: "put",
    path: "/diary/{id}",
    summary: "Create or replace an entry; sending it again changes nothing",
    access: "write",
    params: id(entryId),
    body: entryInput,
    responses: {
      200: { description: "The same again, or replaced", body: entryView },
      201: { description: "New", body: entryView },
    },
  }),

  deleteEntry: operation({
    method: "delete",
    path: "/diary/{id}",
    summary: "Delete an entry",
    access: "write",
    params: id(anyId),
    responses: { 204: gone },
  }),

  changeDiary: operation({
    method: "post",
    path: "/diary/batch",
    summary:
      "Put, copy, move, delete and restore several entries, all or none; sending it again changes nothing. A copy is a new entry with an id of your making, computed with today's tables",
    access: "write",
    body: batchInput,
    responses: {
      200: {
        description: "The entries that are left, in the order of the changes",
        body: z.object({ items: z.array(entryView) }),
      },
    },
  }),

  listPlans: operation({
    method: "get",
    path: "/plans",
    summary:
      "What is planned for a day and not eaten yet; an entry of the diary with a plan's id is the plan eaten",
    access: "read",
    query: z.object({ date: localDate }),
    responses: { 200: { description: "The plans, as their entries would be now", body: page(foodEntry) } },
  }),

  putPlan: operation({
    method: "put",
    path: "/plans/{id}",
    summary: "Plan a food for a day, or change the plan; it counts nowhere until it is eaten",
    access: "write",
    params: id(entryId),
    body: planInput,
    responses: {
      200: { description: "The same again, or changed", body: foodEntry },
      201: { description: "Planned", body: foodEntry },
    },
  }),

  deletePlan: operation({
    method: "delete",
    path: "/plans/{id}",
    summary: "Take a plan back",
    access: "write",
    params: id(anyId),
    responses: { 204: gone },
  }),
};
