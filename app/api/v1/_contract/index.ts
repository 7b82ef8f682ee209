import { z } from "zod";
import { deleteAccountInput, newAccount, newToken, tokenView } from "@/lib/access/schemas";
import {
  batchInput,
  dayMarkBody,
  dayMarkView,
  daySpan,
  diaryQuery,
  entryId,
  entryInput,
  entryView,
  foodEntry,
  planInput,
} from "@/lib/diary/schemas";
import { anyId, localDate } from "@/lib/fields";
import {
  barcodeField,
  barcodeView,
  doseInput,
  doseParams,
  favouriteInput,
  favouriteView,
  foodId,
  foodSearchQuery,
  foodSummary,
  foodView,
  ownFoodInput,
  recipeId,
  recipeInput,
  recipeSummary,
  recipeView,
  similarFood,
  similarQuery,
  supplementId,
  supplementInput,
  supplementView,
} from "@/lib/foods/schemas";
import { type Operation, operation } from "@/lib/http";
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
  dateParams,
  daysView,
  dayView,
  explainedMean,
  explainedParams,
  explainedTotal,
  sourcesParams,
  sourcesQuery,
  suggestionsQuery,
  suggestionsView,
  supplementsView,
  trendsQuery,
  trendsView,
} from "@/lib/insights/schemas";
import { reviewQuery, reviewView } from "@/lib/notices/schemas";
import { mineralField, profileInput, profileView, targetInput, targetsView } from "@/lib/profile/schemas";

/** Every call of the API, once: the routes validate with it and the OpenAPI document is made from it. */

const page = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
const id = <S extends z.ZodType>(schema: S) => z.object({ id: schema });
const gone = { description: "Gone, or was never there", body: null };

export const createAccount = operation({
  method: "post",
  path: "/account",
  summary: "Make an account",
  access: "open",
  body: newAccount,
  responses: { 201: { description: "Made", body: z.object({ id: z.string() }) } },
});

export const deleteAccount = operation({
  method: "delete",
  path: "/account",
  summary: "Delete the account and everything it owns, after the password again",
  access: "write",
  body: deleteAccountInput,
  responses: { 204: { description: "Deleted", body: null } },
});

export const listTokens = operation({
  method: "get",
  path: "/tokens",
  summary: "Personal access tokens, without their secrets",
  access: "read",
  responses: { 200: { description: "The tokens", body: page(tokenView) } },
});

export const createToken = operation({
  method: "post",
  path: "/tokens",
  summary: "Make a personal access token; its secret is shown once",
  access: "write",
  body: newToken,
  responses: { 201: { description: "Made", body: z.object({ id: z.string(), token: z.string() }) } },
});

export const revokeToken = operation({
  method: "delete",
  path: "/tokens/{id}",
  summary: "Revoke a token",
  access: "write",
  params: id(anyId),
  responses: { 204: gone },
});

export const searchFoods = operation({
  method: "get",
  path: "/foods",
  summary: "Find foods, best first",
  access: "read",
  query: foodSearchQuery,
  responses: { 200: { description: "What was found", body: page(foodSummary) } },
});

export const createFood = operation({
  method: "post",
  path: "/foods",
  summary: "Make a food of one's own; a nutrient left out or null is unknown",
  access: "write",
  body: ownFoodInput,
  responses: { 201: { description: "Made", body: foodView } },
});

export const getFood = operation({
  method: "get",
  path: "/foods/{id}",
  summary: "One food: amounts per 100 g, portions, and where each number is from",
  access: "read",
  params: id(anyId),
  responses: { 200: { description: "The food", body: foodView } },
});

export const replaceFood = operation({
  method: "put",
  path: "/foods/{id}",
  summary: "Replace a food of one's own; what was logged of it stays as it was",
  access: "write",
  params: id(foodId),
  body: ownFoodInput,
  responses: { 200: { description: "Replaced", body: foodView } },
});

export const deleteFood = operation({
  method: "delete",
  path: "/foods/{id}",
  summary: "Delete a food of one's own; what was logged of it stays",
  access: "write",
  params: id(foodId),
  responses: { 204: gone },
});

export const listRecipes = operation({
  method: "get",
  path: "/recipes",
  summary:
    "The recipes, the latest first, with what a serving holds; lowerBounds names the nutrients that not every ingredient has a value for",
  access: "read",
  responses: { 200: { description: "The recipes", body: page(recipeSummary) } },
});

export const createRecipe = operation({
  method: "post",
  path: "/recipes",
  summary:
    "Make a recipe from foods, foods of one's own and other recipes; it is logged as the food recipe:{id}, by its portion serving or by weight",
  access: "write",
  body: recipeInput,
  responses: { 201: { description: "Made", body: recipeView } },
});

export const getRecipe = operation({
  method: "get",
  path: "/recipes/{id}",
  summary: "One recipe: what each ingredient brings to the dish, and what a serving holds",
  access: "read",
  params: id(anyId),
  responses: { 200: { description: "The recipe", body: recipeView } },
});

export const putRecipe = operation({
  method: "put",
  path: "/recipes/{id}",
  summary:
    "Create or replace a recipe; sending it again changes nothing, and what was logged of it stays as it was",
  access: "write",
  params: id(recipeId),
  body: recipeInput,
  responses: {
    200: { description: "The same again, or replaced", body: recipeView },
    201: { description: "New", body: recipeView },
  },
});

export const deleteRecipe = operation({
  method: "delete",
  path: "/recipes/{id}",
  summary: "Delete a recipe; what was logged of it stays",
  access: "write",
  params: id(anyId),
  responses: { 204: gone },
});

export const getBarcode = operation({
  method: "get",
  path: "/foods/barcode/{code}",
  summary:
    "What a barcode stands for: one's own food, else the product as Open Food Facts has it where the host switched that on; a product is a proposal and is saved by nobody",
  access: "read",
  params: z.object({ code: barcodeField }),
  responses: { 200: { description: "One's own food, or a product", body: barcodeView } },
});

export const findSimilar = operation({
  method: "get",
  path: "/foods/similar",
  summary: "Foods of the table that are like a food by its name, energy and protein, the nearest first",
  access: "read",
  query: similarQuery,
  responses: { 200: { description: "At most three", body: z.object({ items: z.array(similarFood) }) } },
});

export const listFavourites = operation({
  method: "get",
  path: "/favourites",
  summary: "The foods that are wanted at hand, the latest first; one that was deleted since is left out",
  access: "read",
  responses: { 200: { description: "The favourites", body: page(favouriteView) } },
});

export const putFavourite = operation({
  method: "put",
  path: "/favourites/{id}",
  summary: "Make a food a favourite, with the amount that is usual; sending it again changes nothing",
  access: "write",
  params: id(anyId),
  body: favouriteInput,
  responses: {
    200: { description: "The same again, or with another amount", body: favouriteView },
    201: { description: "New", body: favouriteView },
  },
});

export const deleteFavourite = operation({
  method: "delete",
  path: "/favourites/{id}",
  summary: "Make a food no favourite any more",
  access: "write",
  params: id(anyId),
  responses: { 204: gone },
});

export const listDiary = operation({
  method: "get",
  path: "/diary",
  summary: "The entries of a day in the order they were logged",
  access: "read",
  query: diaryQuery,
  responses: { 200: { description: "The entries", body: page(entryView) } },
});

export const getEntry = operation({
  method: "get",
  path: "/diary/{id}",
  summary: "One entry",
  access: "read",
  params: id(anyId),
  responses: { 200: { description: "The entry", body: entryView } },
});

export const putEntry = operation({
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
});

export const deleteEntry = operation({
  method: "delete",
  path: "/diary/{id}",
  summary: "Delete an entry",
  access: "write",
  params: id(anyId),
  responses: { 204: gone },
});

export const changeDiary = operation({
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
});

export const listPlans = operation({
  method: "get",
  path: "/plans",
  summary:
    "What is planned for a day and not eaten yet; an entry of the diary with a plan's id is the plan eaten",
  access: "read",
  query: z.object({ date: localDate }),
  responses: { 200: { description: "The plans, as their entries would be now", body: page(foodEntry) } },
});

export const putPlan = operation({
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
});

export const deletePlan = operation({
  method: "delete",
  path: "/plans/{id}",
  summary: "Take a plan back",
  access: "write",
  params: id(anyId),
  responses: { 204: gone },
});

export const getDay = operation({
  method: "get",
  path: "/days/{date}",
  summary: "A day's totals, targets and gaps, with foods that close them",
  access: "read",
  params: dateParams,
  responses: { 200: { description: "The day", body: dayView } },
});

export const markDay = operation({
  method: "put",
  path: "/days/{date}",
  summary:
    "Say of a day that everything eaten is logged (complete: it counts towards usual intake), or that something is missing (incomplete: it does not); null takes either back. Sending it again changes nothing",
  access: "write",
  params: dateParams,
  body: dayMarkBody,
  responses: { 200: { description: "The mark", body: dayMarkView } },
});

export const explainTotal = operation({
  method: "get",
  path: "/days/{date}/{mineral}",
  summary:
    "The entries behind a day's total of a mineral: their amounts add up to it, each with its source; what is unknown, and how much it could matter",
  access: "read",
  params: explainedParams,
  responses: { 200: { description: "The total and its parts", body: explainedTotal } },
});

export const explainMean = operation({
  method: "get",
  path: "/minerals/{mineral}/average",
  summary:
    "The foods and supplements behind a span's average day of a mineral, day by day: their amounts add up to it; at most 400 days, the last 30 when no span is given",
  access: "read",
  params: sourcesParams,
  query: adequacyQuery,
  responses: { 200: { description: "The average and its parts", body: explainedMean } },
});

export const listDays = operation({
  method: "get",
  path: "/days",
  summary: "Totals day by day, at most 400 days; days without entries are absent",
  access: "read",
  query: daySpan,
  responses: { 200: { description: "The days", body: daysView } },
});

export const getProfile = operation({
  method: "get",
  path: "/profile",
  summary: "The profile",
  access: "read",
  responses: { 200: { description: "The profile", body: profileView } },
});

export const putProfile = operation({
  method: "put",
  path: "/profile",
  summary: "Replace the profile; what is optional and left out stays as it was",
  access: "write",
  body: profileInput,
  responses: { 200: { description: "The profile", body: profileView } },
});

export const getTargets = operation({
  method: "get",
  path: "/targets",
  summary: "Today's targets for the six minerals, and reference values of vitamins D and C",
  access: "read",
  responses: { 200: { description: "The targets", body: targetsView } },
});

export const putTarget = operation({
  method: "put",
  path: "/targets/{mineral}",
  summary: "Set one's own target for a mineral, with the reason",
  access: "write",
  params: z.object({ mineral: mineralField }),
  body: targetInput,
  responses: { 200: { description: "All targets", body: targetsView } },
});

export const deleteTarget = operation({
  method: "delete",
  path: "/targets/{mineral}",
  summary: "Go back to the published target",
  access: "write",
  params: z.object({ mineral: mineralField }),
  responses: { 204: gone },
});

export const getSuggestions = operation({
  method: "get",
  path: "/suggestions",
  summary:
    "Realistic portions that close a day's gaps, with what each adds and why; today when no date is given",
  access: "read",
  query: suggestionsQuery,
  responses: { 200: { description: "The suggestions", body: suggestionsView } },
});

export const getBestSources = operation({
  method: "get",
  path: "/minerals/{mineral}/sources",
  summary:
    "The foods richest in a mineral that fit the person's diet, exclusions and conditions, by realistic portion or by 100 kcal, the article's picks first; foods without a value are counted, not ranked",
  access: "read",
  params: sourcesParams,
  query: sourcesQuery,
  responses: { 200: { description: "The sources", body: bestSourcesView } },
});

export const getAdequacy = operation({
  method: "get",
  path: "/adequacy",
  summary:
    "How sure the days of a span make us that usual intake of the six minerals meets the need, or passes an upper limit; at most 400 days, the last 30 when no span is given",
  access: "read",
  query: adequacyQuery,
  responses: { 200: { description: "One item a mineral", body: adequacyView } },
});

export const getTrends = operation({
  method: "get",
  path: "/trends",
  summary:
    "A span of days at a glance: averages of the days that count, weeks, a calendar, balances and the share of refined food; at most 400 days, the last 90 when no span is given",
  access: "read",
  query: trendsQuery,
  responses: { 200: { description: "The span", body: trendsView } },
});

export const getTrendsComparison = operation({
  method: "get",
  path: "/trends/compare",
  summary:
    "Two spans held against each other: the difference of means with its 95 % interval; the span before when no other is named",
  access: "read",
  query: comparisonQuery,
  responses: { 200: { description: "One item a mineral", body: comparisonView } },
});

export const listAlerts = operation({
  method: "get",
  path: "/alerts",
  summary:
    "What is worth knowing of the last 30 days, the most pressing first: each finding with its evidence, and what was done with it",
  access: "read",
  responses: { 200: { description: "The alerts", body: alertsView } },
});

export const patchAlert = operation({
  method: "patch",
  path: "/alerts/{id}",
  summary:
    "Acknowledge an alert, mute it for some days, or take either back; sending it again changes nothing",
  access: "write",
  params: id(alertId),
  body: alertChange,
  responses: { 200: { description: "The alert", body: alertView } },
});

export const getReview = operation({
  method: "get",
  path: "/review",
  summary:
    "The review of an ISO week that is over, the last one when none is named: its days, averages against the four weeks before, what improved, what is open, and one thing to try",
  access: "read",
  query: reviewQuery,
  responses: { 200: { description: "The review", body: reviewView } },
});

export const getAlertSettings = operation({
  method: "get",
  path: "/settings/alerts",
  summary: "What to be told of, where and when, and whether mail can reach the account",
  access: "read",
  responses: { 200: { description: "The settings", body: alertSettingsView } },
});

export const putAlertSettings = operation({
  method: "put",
  path: "/settings/alerts",
  summary: "Replace them; single-day safety alarms are always told in the app",
  access: "write",
  body: alertSettingsInput,
  responses: { 200: { description: "The settings", body: alertSettingsView } },
});

export const listSupplements = operation({
  method: "get",
  path: "/supplements",
  summary:
    "The supplements, what those in use hold together against the upper limits, and what to know when taking them",
  access: "read",
  responses: { 200: { description: "The supplements and the plan they make", body: supplementsView } },
});

export const createSupplement = operation({
  method: "post",
  path: "/supplements",
  summary: "Make a supplement; each content is an elemental amount, or a compound with its form",
  access: "write",
  body: supplementInput,
  responses: { 201: { description: "Made", body: supplementView } },
});

export const getSupplement = operation({
  method: "get",
  path: "/supplements/{id}",
  summary: "One supplement, with the elemental share of each form",
  access: "read",
  params: id(anyId),
  responses: { 200: { description: "The supplement", body: supplementView } },
});

export const putSupplement = operation({
  method: "put",
  path: "/supplements/{id}",
  summary:
    "Create or replace a supplement; sending it again changes nothing, and doses taken of it stay as they were",
  access: "write",
  params: id(supplementId),
  body: supplementInput,
  responses: {
    200: { description: "The same again, or replaced", body: supplementView },
    201: { description: "New", body: supplementView },
  },
});

export const deleteSupplement = operation({
  method: "delete",
  path: "/supplements/{id}",
  summary: "Delete a supplement; doses taken of it stay",
  access: "write",
  params: id(anyId),
  responses: { 204: gone },
});

export const takeDose = operation({
  method: "put",
  path: "/supplements/{id}/doses/{date}/{slot}",
  summary:
    "Log a dose as taken: slot 1 is the first time of the schedule. Sending it again changes nothing; count and time are the schedule's when left out",
  access: "write",
  params: doseParams,
  body: doseInput,
  responses: {
    200: { description: "The same again, or replaced", body: entryView },
    201: { description: "Taken; the entry of the diary", body: entryView },
  },
});

export const deleteDose = operation({
  method: "delete",
  path: "/supplements/{id}/doses/{date}/{slot}",
  summary: "Take a dose back",
  access: "write",
  params: doseParams,
  responses: { 204: gone },
});

export const getHealth = operation({
  method: "get",
  path: "/health",
  summary: "Whether the server runs",
  access: "open",
  responses: { 200: { description: "It runs", body: z.object({ status: z.literal("ok") }) } },
});

export const getReady = operation({
  method: "get",
  path: "/ready",
  summary: "Whether the database answers and is migrated, and the food table is loaded",
  access: "open",
  responses: {
    200: { description: "Ready", body: z.object({ status: z.literal("ready") }) },
    503: { description: "Not ready", body: z.object({ status: z.literal("not ready"), reason: z.string() }) },
  },
});

export const operations: readonly Operation[] = [
  createAccount,
  deleteAccount,
  listTokens,
  createToken,
  revokeToken,
  searchFoods,
  createFood,
  getFood,
  replaceFood,
  deleteFood,
  listRecipes,
  createRecipe,
  getRecipe,
  putRecipe,
  deleteRecipe,
  getBarcode,
  findSimilar,
  listFavourites,
  putFavourite,
  deleteFavourite,
  listDiary,
  getEntry,
  putEntry,
  deleteEntry,
  changeDiary,
  listPlans,
  putPlan,
  deletePlan,
  getDay,
  markDay,
  explainTotal,
  explainMean,
  listDays,
  getProfile,
  putProfile,
  getTargets,
  putTarget,
  deleteTarget,
  getSuggestions,
  getBestSources,
  getAdequacy,
  getTrends,
  getTrendsComparison,
  listAlerts,
  patchAlert,
  getReview,
  getAlertSettings,
  putAlertSettings,
  listSupplements,
  createSupplement,
  getSupplement,
  putSupplement,
  deleteSupplement,
  takeDose,
  deleteDose,
  getHealth,
  getReady,
];
