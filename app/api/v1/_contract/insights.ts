import { operation } from "@/lib/http";
import {
  adequacyQuery,
  adequacyView,
  alertChange,
  alertId,
  alertSettingsInput,
  alertSettingsView,
  alertsView,
  alertView,
  bestSourcesView,
  comparisonQuery,
  comparisonView,
  sourcesParams,
  sourcesQuery,
  suggestionsQuery,
  suggestionsView,
  trendsQuery,
  trendsView,
} from "@/lib/insights/schemas";
import { reviewQuery, reviewView } from "@/lib/notices/schemas";
import { id } from "./shapes";

/** What the days mean: suggestions, adequacy, trends, alerts, the weekly review. */
export const insights = {
  getSuggestions: operation({
    method: "get",
    path: "/suggestions",
    summary:
      "Realistic portions that close a day's gaps, with what each adds and why; today when no date is given",
    access: "read",
    area: "insights",
    query: suggestionsQuery,
    responses: { 200: { description: "The suggestions", body: suggestionsView } },
  }),

  getBestSources: operation({
    method: "get",
    path: "/minerals/{mineral}/sources",
    summary:
      "The foods richest in a mineral that fit the person's diet, exclusions and conditions, by realistic portion or by 100 kcal, the article's picks first; foods without a value are counted, not ranked",
    access: "read",
    area: "insights",
    params: sourcesParams,
    query: sourcesQuery,
    responses: { 200: { description: "The sources", body: bestSourcesView } },
  }),

  getAdequacy: operation({
    method: "get",
    path: "/adequacy",
    summary:
      "How sure the days of a span make us that usual intake of the six minerals meets the need, or passes an upper limit; at most 400 days, the last 30 when no span is given",
    access: "read",
    area: "insights",
    query: adequacyQuery,
    responses: { 200: { description: "One item a mineral", body: adequacyView } },
  }),

  getTrends: operation({
    method: "get",
    path: "/trends",
    summary:
      "A span of days at a glance: averages of the days that count, weeks, a calendar, balances and the share of refined food; at most 400 days, the last 90 when no span is given",
    access: "read",
    area: "insights",
    query: trendsQuery,
    responses: { 200: { description: "The span", body: trendsView } },
  }),

  getTrendsComparison: operation({
    method: "get",
    path: "/trends/compare",
    summary:
      "Two spans held against each other: the difference of means with its 95 % interval; the span before when no other is named",
    access: "read",
    area: "insights",
    query: comparisonQuery,
    responses: { 200: { description: "One item a mineral", body: comparisonView } },
  }),

  listAlerts: operation({
    method: "get",
    path: "/alerts",
    summary:
      "What is worth knowing of the last 30 days, the most pressing first: each finding with its evidence, and what was done with it",
    access: "read",
    area: "insights",
    responses: { 200: { description: "The alerts", body: alertsView } },
  }),

  patchAlert: operation({
    method: "patch",
    path: "/alerts/{id}",
    summary:
      "Acknowledge an alert, mute it for some days, or take either back; sending it again changes nothing",
    access: "write",
    area: "insights",
    params: id(alertId),
    body: alertChange,
    responses: { 200: { description: "The alert", body: alertView } },
  }),

  getReview: operation({
    method: "get",
    path: "/review",
    summary:
      "The review of an ISO week that is over, the last one when none is named: its days, averages against the four weeks before, what improved, what is open, and one thing to try",
    access: "read",
    area: "insights",
    query: reviewQuery,
    responses: { 200: { description: "The review", body: reviewView } },
  }),

  getAlertSettings: operation({
    method: "get",
    path: "/settings/alerts",
    summary: "What to be told of, where and when, and whether mail can reach the account",
    access: "read",
    area: "profile",
    responses: { 200: { description: "The settings", body: alertSettingsView } },
  }),

  putAlertSettings: operation({
    method: "put",
    path: "/settings/alerts",
    summary: "Change them, what is left out stays; single-day safety alarms are always told in the app",
    access: "write",
    area: "profile",
    conditional: "resource",
    body: alertSettingsInput,
    responses: { 200: { description: "The settings", body: alertSettingsView } },
  }),
};
