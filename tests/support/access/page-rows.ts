import { type Ids, type RoleName, TODAY, YESTERDAY } from "./cast";

/*
 * The rows of the access matrix for pages. A page shows what its viewer owns, or names something by an id; one without a
 * row fails the test.
 */

export type PageOutcome = "shown" | "missing" | "sign-in" | "elsewhere";

export type PageRow = {
  readonly params?: (ids: Ids) => Record<string, string>;
  readonly owner: PageOutcome;
  /** For everybody else who is signed in: of an id of the owner's as of one of nothing. */
  readonly strangers: PageOutcome;
  readonly nobody: PageOutcome;
  readonly but?: Partial<Record<RoleName, PageOutcome>>;
};

/** For whoever is signed in. */
const own = (params?: PageRow["params"], strangers: PageOutcome = "shown"): PageRow => ({
  ...(params && { params }),
  owner: "shown",
  strangers,
  nobody: "sign-in",
});
const named = (params: NonNullable<PageRow["params"]>): PageRow => own(params, "missing");
/** For everybody; `signedIn` where whoever is signed in is led elsewhere. */
const open = (signedIn: PageOutcome = "shown"): PageRow => ({
  owner: signedIn,
  strangers: signedIn,
  nobody: "shown",
});
/** Behind a link: the link is the key, whoever opens it, and of nothing there is no page. */
const linked = (name: "stopMail" | "stopReminder"): PageRow => ({
  ...open(),
  params: (ids) => ({ token: ids[name] }),
});

const day = { date: YESTERDAY, mineral: "zinc" };
/** The ISO week of a past day is a page for everybody who is signed in. */
const WEEK = "2026-W40";

/** By the page's path, as Next spells it. */
export const PAGE_ROWS: { readonly [path: string]: PageRow } = {
  "/": open("elsewhere"),
  "/alerts": own(),
  "/change-email": open(),
  "/confirm": open(),
  "/diary/[date]": own(() => day),
  "/diary/[date]/[mineral]": own(() => day),
  "/diary/without-values": own(),
  "/docs/api": open(),
  "/foods": own(),
  "/foods/[id]": named(({ food }) => ({ id: food })),
  "/foods/[id]/edit": named(({ food }) => ({ id: food })),
  "/foods/new": own(),
  "/forgot": open(),
  "/learn": own(),
  "/learn/[lesson]": own(() => ({ lesson: "magnesium" })),
  "/mail/[token]": linked("stopMail"),
  "/methods": own(),
  "/minerals/[mineral]": own(() => day),
  "/minerals/[mineral]/average": own(() => day),
  "/minerals/[mineral]/sources": own(() => day),
  "/offline": open(),
  "/recipes": own(),
  "/recipes/[id]": named(({ recipe }) => ({ id: recipe })),
  "/recipes/[id]/edit": named(({ recipe }) => ({ id: recipe })),
  "/recipes/new": own(),
  "/reminders/[token]": linked("stopReminder"),
  "/reset": open(),
  "/review": own(),
  "/review/[week]": own(() => ({ week: WEEK })),
  "/settings": own(),
  "/settings/about": own(),
  "/settings/access": own(),
  "/settings/account": own(),
  "/settings/activity": own(),
  "/settings/alerts": own(),
  // Nothing of an account is on it; the frame around it asks who is signed in.
  "/settings/appearance": { ...own(), nobody: "shown" },
  "/settings/foods": own(),
  "/settings/health": own(),
  "/settings/history": own(),
  "/settings/reminders": own(),
  "/settings/sign-in": own(),
  "/settings/targets": own(),
  "/setup": own(),
  "/sign-in": open("elsewhere"),
  "/sign-in/link": open(),
  // Whoever looks at the sample may make an account of their own.
  "/sign-up": { ...open("elsewhere"), but: { sample: "shown" } },
  "/sign-up/confirm": open(),
  "/sign-up/invited": open(),
  "/supplements": own(),
  "/supplements/[id]/edit": named(({ supplement }) => ({ id: supplement })),
  "/supplements/new": own(),
  "/today": own(() => ({ date: TODAY })),
  "/trends": own(),
};
