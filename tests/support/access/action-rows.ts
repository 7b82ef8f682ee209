import { randomUUID } from "node:crypto";
import { BANANA, type Ids, PASSWORD, type RoleName, YESTERDAY } from "./cast";

/*
 * The rows of the access matrix for server actions, by file and name: with what they are called, and what comes of it.
 * An action without a row fails the test.
 */

/** "ok" or the code of the error. */
type Outcome = string;

export type ActionRow = {
  readonly input: (ids: Ids) => unknown;
  readonly owner: Outcome;
  /** For everybody else who is signed in: with an id of the owner's as with one of nothing. */
  readonly strangers: Outcome;
  readonly but?: Partial<Record<RoleName, Outcome>>;
  /** Anybody may call it. */
  readonly open?: true;
  /** Asked once in a role: afterwards nobody is left to ask, or the limit is used up. */
  readonly once?: true;
};

const none = () => ({});
const act = (
  input: ActionRow["input"],
  strangers: Outcome = "ok",
  owner: Outcome = "ok",
  more: Partial<ActionRow> = {},
): ActionRow => ({ input, owner, strangers, ...more });

const uuid = (): string => randomUUID();
const linkToken = ({ entry }: Ids): string => entry;
/** The account of a sample has no password. */
const PASSWORDLESS = { but: { sample: "forbidden" } } as const;

export const ACTION_ROWS: { readonly [name: string]: ActionRow } = {
  "(app)/alerts/actions#markAlert": act(
    ({ alert }) => ({ id: alert, change: { acknowledged: true } }),
    "not_found",
  ),
  "(app)/alerts/actions#openedAlert": act(({ alert }) => ({ id: alert })),
  "(app)/diary/actions#readPalette": act(none),
  "(app)/diary/actions#readDayMinerals": act(() => ({ date: YESTERDAY })),
  "(app)/diary/actions#findFoods": act(() => ({ q: "a banana" })),
  "(app)/diary/actions#findFood": act(({ food }) => ({ food }), "not_found"),
  "(app)/diary/actions#searchReplacement": act(() => ({ q: "banana" })),
  "(app)/diary/actions#previewReplacement": act(({ entry }) => ({ of: entry, to: BANANA }), "not_found"),
  "(app)/foods/actions#readBarcode": act(({ barcode }) => ({ code: barcode }), "not_found"),
  "(app)/foods/actions#seekSimilar": act(() => ({ name: "bread", energy: 250 })),
  "(app)/methods/actions#changeStandard": act(() => ({ standard: "efsa" }), "invalid"),
  "(app)/settings/actions#savePeriod": act(({ period }) => ({
    id: period,
    kind: "weight",
    from: "2018-01-01",
    to: null,
    weightKg: 60,
  })),
  "(app)/settings/actions#removePeriod": act(({ period }) => ({ id: period })),
  "(app)/settings/actions#removeTable": act(() => ({ version: "none" }), "forbidden", "forbidden", {
    but: { administrator: "ok" },
  }),
  "(app)/settings/actions#excludeFood": act(({ food }) => ({ food, excluded: true }), "not_found"),
  "(app)/settings/actions#findFoods": act(() => ({ q: "banana" })),
  "(app)/settings/actions#saveTarget": act(() => ({ mineral: "zinc", target: 9, reason: "Doctor" })),
  "(app)/settings/actions#resetTarget": act(() => ({ mineral: "zinc" })),
  // This server sends no mail.
  "(app)/settings/actions#sendTest": act(none, "unavailable", "unavailable"),
  "(app)/settings/actions#saveAppearance": act(() => ({ theme: "dark", singleKeys: true }), "ok", "ok", {
    open: true,
  }),
  "(app)/settings/actions#putProductHintAway": act(() => undefined, "nothing", "nothing"),
  "(app)/settings/actions#makeToken": act(() => ({ name: "phone", scopes: ["read"] })),
  "(app)/settings/actions#endToken": act(({ token }) => ({ id: token })),
  "(app)/settings/actions#endSession": act(({ session }) => ({ id: session })),
  "(app)/settings/actions#endOtherSessions": act(none),
  "(app)/settings/actions#startTotp": act(none, "ok", "ok", PASSWORDLESS),
  "(app)/settings/actions#finishTotp": act(() => ({ code: "000000" }), "invalid", "invalid", {
    but: { sample: "conflict" },
  }),
  "(app)/settings/actions#renewCodes": act(none, "conflict", "conflict"),
  "(app)/settings/actions#endTotp": act(none),
  "(app)/settings/actions#endIdentity": act(({ entry }) => ({ id: entry })),
  "(app)/settings/account/actions#saveFirstPassword": act(
    () => ({ password: PASSWORD }),
    "conflict",
    "conflict",
    PASSWORDLESS,
  ),
  // This server has no provider, and nobody holds an offer of one.
  "_auth/provider-actions#startProvider": act(
    () => ({ purpose: "link", next: "/today", timeZone: "UTC" }),
    "unavailable",
    "unavailable",
    { open: true },
  ),
  "_auth/provider-actions#consentToLink": act(none, "not_found", "not_found"),
  "_auth/provider-actions#declineLink": act(none, "ok", "ok", { open: true }),
  "(public)/mail/actions#stopAllMail": act(() => ({ token: "nothing" }), "not_found", "not_found", {
    open: true,
  }),
  "(public)/reset/actions#askForReset": act(
    () => ({ email: "a@example.org" }),
    "unavailable",
    "unavailable",
    { open: true },
  ),
  "(public)/reset/actions#setNewPassword": act(
    (ids) => ({ token: linkToken(ids), password: "another horse battery" }),
    "not_found",
    "not_found",
    { open: true },
  ),
  "(public)/reset/actions#moveToAddress": act(
    (ids) => ({ token: linkToken(ids) }),
    "not_found",
    "not_found",
    {
      open: true,
    },
  ),
  "(public)/sign-up/actions#makeAccount": act(
    () => ({ email: `${uuid()}@example.org`, password: PASSWORD }),
    "ok",
    "ok",
    { open: true },
  ),
  "(public)/sign-up/actions#confirm": act((ids) => ({ token: linkToken(ids) }), "not_found", "not_found", {
    open: true,
  }),
  "(app)/settings/account/actions#sendVerification": act(none, "unavailable", "unavailable"),
  "(app)/settings/account/actions#saveEmail": act(
    () => ({ email: `${uuid()}@example.org`, password: PASSWORD }),
    "ok",
    "ok",
    PASSWORDLESS,
  ),
  "(app)/settings/account/actions#savePassword": act(
    () => ({ current: PASSWORD, password: PASSWORD }),
    "ok",
    "ok",
    PASSWORDLESS,
  ),
  // What is theirs is gone after these.
  "(app)/settings/actions#removeHealthData": act(none),
  "(app)/foods/actions#removeFood": act(({ food }) => ({ id: food })),
  "(app)/recipes/actions#removeRecipe": act(({ recipe }) => ({ id: recipe })),
  "(app)/supplements/actions#removeSupplement": act(({ supplement }) => ({ id: supplement })),
  "(app)/settings/actions#removeAccount": act(none, "ok", "ok", { once: true }),
};
