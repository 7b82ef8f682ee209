import { z } from "zod";
import {
  batchInput,
  diaryQuery,
  entryId,
  entryInput,
  entryView,
  foodEntry,
  nameWithoutValues,
  planInput,
  replacementQuery,
  replacementView,
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
    area: "diary",
    query: diaryQuery,
    responses: { 200: { description: "The entries", body: page(entryView) } },
  }),

  getEntry: operation({
    method: "get",
    path: "/diary/{id}",
    summary: "One entry",
    access: "read",
    area: "diary",
    params: id(anyId),
    responses: { 200: { description: "The entry", body: entryView } },
  }),

  putEntry: operation({
    method: "put",
    path: "/diary/{id}",
    summary:
      "Create or replace an entry, of a `food` and an amount, or of a `text` without values; sending it again changes nothing",
    access: "write",
    area: "diary",
    conditional: "resource",
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
    area: "diary",
    conditional: "resource",
    params: id(anyId),
    responses: { 204: gone },
  }),

  changeDiary: operation({
    method: "post",
    path: "/diary/batch",
    summary:
      "Put, copy, move, replace, delete and restore several entries, all or none; sending it again changes nothing. A copy and a replacement are new entries with ids of your making, computed with today's tables. A change with `ifMatch` rests on that version of its entry; where one does not fit nothing is done (412, with `misfits`)",
    access: "write",
    area: "diary",
    conditional: "each-change",
    body: batchInput,
    responses: {
      200: {
        description: "The entries that are left, in the order of the changes",
        body: z.object({ items: z.array(entryView) }),
      },
    },
  }),

  listNamesWithoutValues: operation({
    method: "get",
    path: "/diary/without-values",
    summary:
      "The names of entries without values, each with how often and when it was logged, the latest first; at most 200. Such an entry is put with `text` in the place of `food`",
    access: "read",
    area: "diary",
    responses: { 200: { description: "The names", body: page(nameWithoutValues) } },
  }),

  previewReplacement: operation({
    method: "get",
    path: "/diary/replacement",
    summary:
      "What would change if another food stood in the place of an entry's, or of all entries of a food or a name: the entries (the latest 250), and the mean of their days before and after. Nothing is changed; POST /diary/batch with `replace` does it",
    access: "read",
    area: "diary",
    query: replacementQuery,
    responses: { 200: { description: "The entries and what would change", body: replacementView } },
  }),

  listPlans: operation({
    method: "get",
    path: "/plans",
    summary:
      "What is planned for a day and not eaten yet; an entry of the diary with a plan's id is the plan eaten",
    access: "read",
    area: "diary",
    query: z.object({ date: localDate }),
    responses: { 200: { description: "The plans, as their entries would be now", body: page(foodEntry) } },
  }),

  putPlan: operation({
    method: "put",
    path: "/plans/{id}",
    summary: "Plan a food for a day, or change the plan; it counts nowhere until it is eaten",
    access: "write",
    area: "diary",
    conditional: "resource",
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
    area: "diary",
    conditional: "resource",
    params: id(anyId),
    responses: { 204: gone },
  }),
};
