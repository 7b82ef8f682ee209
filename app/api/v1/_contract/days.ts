import { dayMarkBody, dayMarkView, daySpan } from "@/lib/diary/schemas";
import { operation } from "@/lib/http";
import {
  adequacyQuery,
  copyView,
  dateParams,
  daysView,
  dayView,
  explainedMean,
  explainedParams,
  explainedTotal,
  sourcesParams,
} from "@/lib/insights/schemas";

/** Days: totals, gaps, and what a total is made of. */
export const days = {
  getDay: operation({
    method: "get",
    path: "/days/{date}",
    summary: "A day's totals, targets and gaps, with foods that close them",
    access: "read",
    area: "insights",
    params: dateParams,
    responses: { 200: { description: "The day", body: dayView } },
  }),

  markDay: operation({
    method: "put",
    path: "/days/{date}",
    summary:
      "Say of a day that everything eaten is logged (complete: it counts towards usual intake), or that something is missing (incomplete: it does not); null takes either back. Sending it again changes nothing",
    access: "write",
    area: "diary",
    conditional: "resource",
    params: dateParams,
    body: dayMarkBody,
    responses: { 200: { description: "The mark", body: dayMarkView } },
  }),

  explainTotal: operation({
    method: "get",
    path: "/days/{date}/{mineral}",
    summary:
      "The entries behind a day's total of a mineral: their amounts add up to it, each with its source; what is unknown, and how much it could matter",
    access: "read",
    area: "insights",
    params: explainedParams,
    responses: { 200: { description: "The total and its parts", body: explainedTotal } },
  }),

  explainMean: operation({
    method: "get",
    path: "/minerals/{mineral}/average",
    summary:
      "The foods and supplements behind a span's average day of a mineral, day by day: their amounts add up to it; at most 400 days, the last 30 when no span is given",
    access: "read",
    area: "insights",
    params: sourcesParams,
    query: adequacyQuery,
    responses: { 200: { description: "The average and its parts", body: explainedMean } },
  }),

  getCopy: operation({
    method: "get",
    path: "/copy",
    summary:
      "What a device keeps to show and log days without a network: the entries, plans, marks and doses of the last 60 days and the week to come, what they are compared with, own foods, recipes and favourites",
    access: "read",
    area: ["diary", "foods", "insights", "profile"],
    responses: { 200: { description: "The copy", body: copyView } },
  }),

  listDays: operation({
    method: "get",
    path: "/days",
    summary: "Totals day by day, at most 400 days; days without entries are absent",
    access: "read",
    area: "insights",
    query: daySpan,
    responses: { 200: { description: "The days", body: daysView } },
  }),
};
