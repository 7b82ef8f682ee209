import { describe, expect, it } from "vitest";
import { bestSources, mineralPage, suggestions, todayPage, trends } from "@/lib/insights";
import { sourcesQuery } from "@/lib/insights/schemas";
import { weeklyReview } from "@/lib/notices";
import { addDays, CONDITIONS, type Condition, eachDay, MINERALS, type Mineral } from "@/lib/nutrition";
import { getTargets } from "@/lib/profile";
import { today } from "@/lib/time";
import { type Api, makeApi } from "@/tests/support/api";
import { eat } from "@/tests/support/eating";

/*
 * What one page suppresses no other page says: every condition against every mineral, over everything that is shown of
 * them. Which condition switches which mineral off is written out here, as safety.md asks for it.
 */

const OFF: { readonly [C in Condition]: readonly Mineral[] } = {
  "chronic-kidney-disease": ["calcium", "potassium"],
  "potassium-affecting-medicine": ["potassium"],
  "heart-failure": ["potassium"],
  hypertension: [],
  "addisons-disease": ["potassium"],
  "iron-overload": ["iron"],
  "iron-overload-uncertain": ["iron"],
  "kidney-stones": [],
  "high-blood-calcium": ["calcium"],
  diabetes: [],
  gout: [],
  "coeliac-disease": [],
  "irritable-bowel": [],
  "absorption-condition": [],
  "wilsons-disease": ["zinc"],
  "low-copper": ["zinc"],
  "eating-disorder-history": [],
  "trying-to-conceive": [],
};

/** A man of 40 or so who has eaten the same, too little of everything, on each of the last 30 days. */
const person = async (profile: Parameters<typeof makeApi>[0]): Promise<Api> => {
  const api = await makeApi({ birthDate: "1985-06-15", sex: "male", ...profile });
  const now = today("UTC");
  for (const date of eachDay(addDays(now, -30), now)) {
    await eat(api.userId, date, {
      energy: 2000,
      magnesium: 150,
      zinc: 4,
      calcium: 300,
      iron: 3,
      selenium: 20,
      potassium: 1000,
      phytate: 300,
      vitaminC: 40,
    });
  }
  return api;
};

/** Everything that is shown of one mineral. */
const shownOf = async ({ viewer, userId }: Api, mineral: Mineral) => {
  const [day, span, review, page, sources, food, targets] = await Promise.all([
    todayPage(viewer, userId),
    trends(viewer, userId),
    weeklyReview(viewer, userId),
    mineralPage(viewer, userId, mineral, 30),
    bestSources(viewer, userId, mineral, sourcesQuery.parse({})),
    suggestions(viewer, userId),
    getTargets(viewer, userId),
  ]);
  const of = <T extends { readonly mineral: Mineral }>(items: readonly T[]) =>
    items.find((item) => item.mineral === mineral);
  const [{ adequacy, requirement }, { absorption }] = await Promise.all([page.days, page.foods]);
  return {
    target: of(targets.items),
    day: of(day.minerals),
    gap: of(day.gaps),
    added: food.items.some(({ adds }) => of(adds) !== undefined),
    trend: of(span.minerals),
    reviewed: of(review.minerals),
    reviewGap: of(review.gaps),
    left: review.switchedOff.includes(mineral),
    page,
    adequacy,
    requirement,
    absorption,
    sources,
  };
};

describe.each(CONDITIONS)("%s", (condition) => {
  it("is said, or not said, of each mineral on every page alike", async () => {
    const api = await person({ conditions: JSON.stringify([condition]) });
    for (const mineral of MINERALS) {
      const shown = await shownOf(api, mineral);
      const off = OFF[condition].includes(mineral);
      const state = off ? "switched-off" : "usual";
      expect([mineral, shown.target?.state, shown.day?.state, shown.trend?.state]).toEqual([
        mineral,
        state,
        state,
        state,
      ]);
      for (const { target, ear } of [shown.target, shown.day, shown.trend].flatMap((one) => one ?? [])) {
        expect([mineral, target === null]).toEqual([mineral, off]);
        if (off) expect(ear).toBeNull();
      }
      expect([mineral, shown.gap === undefined]).toEqual([mineral, off]);
      if (off) expect(shown.added).toBe(false);
      expect([shown.reviewed === undefined, shown.reviewGap === undefined, shown.left]).toEqual([
        off,
        off,
        off,
      ]);
      expect([mineral, shown.adequacy.reason === "switched-off"]).toEqual([mineral, off]);
      if (off) {
        expect(shown.adequacy.probability).toBeNull();
        expect([shown.requirement, shown.adequacy.reference]).toEqual([null, null]);
        expect(shown.absorption).toMatchObject({ zinc: null, iron: null, calcium: null, phytate: null });
        expect(shown.sources.reasons).toHaveLength(1);
      }
      expect([shown.page.noTips, shown.sources.offered]).toEqual([off, !off]);
      expect(shown.page.references.length > 0).toBe(!off);
      // Amounts stay: only what is made of them goes.
      expect(shown.day?.total.amount).toBeGreaterThan(0);
      expect(shown.trend?.mean).toBeGreaterThan(0);
    }
  });
});

describe("kidney disease", () => {
  it("speaks of each mineral on its own page", async () => {
    const { viewer, userId } = await person({ conditions: JSON.stringify(["chronic-kidney-disease"]) });
    const cautions = async (mineral: Mineral) => (await mineralPage(viewer, userId, mineral, 30)).cautions;
    expect((await cautions("potassium")).join()).toMatch(/^The usual potassium target is not meant for you/);
    expect((await cautions("calcium")).join()).toMatch(
      /calcium, phosphorus and vitamin D are left to your care team/,
    );
    expect((await cautions("magnesium")).join()).toMatch(/magnesium can build up/);
    for (const mineral of ["calcium", "magnesium"] as const) {
      expect((await cautions(mineral)).join()).not.toMatch(/potassium/i);
    }
    expect(await cautions("iron")).toEqual([]);
  });
});

describe("a target of the person's own", () => {
  it("stands where the usual one is off, and asks for nothing", async () => {
    const api = await person({ conditions: JSON.stringify(["chronic-kidney-disease"]) });
    await api.call("PUT", "/targets/potassium", { target: 2000, reason: "my dietitian" });
    const { day, gap, adequacy } = await shownOf(api, "potassium");
    expect(day).toMatchObject({ target: 2000, kind: "custom", state: "switched-off", short: null });
    expect(gap).toBeUndefined();
    expect(adequacy.reason).toBe("switched-off");
  });
});

describe("Wilson's disease", () => {
  it("compares zinc with no limit either: the dose is a doctor's", async () => {
    const api = await person({ conditions: JSON.stringify(["wilsons-disease"]) });
    await eat(api.userId, today("UTC"), { energy: 10, zinc: 100 });
    const { day, adequacy } = await shownOf(api, "zinc");
    expect(day).toMatchObject({ ul: null, overLimit: null });
    expect(adequacy.upperLimit).toBeNull();
  });
});

describe("who scores are hidden from", () => {
  it.each([
    ["a history of an eating disorder", { conditions: JSON.stringify(["eating-disorder-history"]) }],
    ["an infant", { birthDate: addDays(today("UTC"), -200) }],
  ])("%s: no share of a target, no count of days at target", async (_, profile) => {
    const api = await person(profile);
    const [day, span, review] = await Promise.all([
      todayPage(api.viewer, api.userId),
      trends(api.viewer, api.userId),
      weeklyReview(api.viewer, api.userId),
    ]);
    expect([day.hideScores, span.hideScores, review.hideScores]).toEqual([true, true, true]);
    for (const { percent, scores } of day.minerals) expect([percent, scores]).toEqual([null, false]);
    for (const { percent } of day.gaps) expect(percent).toBeNull();
    for (const { standing } of span.minerals) expect(standing).toBeNull();
    const list = await bestSources(api.viewer, api.userId, "magnesium", sourcesQuery.parse({}));
    for (const { share, energyKcal } of list.items) expect([share, energyKcal]).toEqual([null, null]);
  });

  it("nothing is suggested in the first year, and in halves to a child", async () => {
    const infant = await person({ birthDate: addDays(today("UTC"), -200) });
    expect(await todayPage(infant.viewer, infant.userId)).toMatchObject({
      referenceOnly: true,
      suggestions: { items: [] },
    });
    const child = await person({ birthDate: addDays(today("UTC"), -3400) });
    const { halfPortions, suggestions: some } = await todayPage(child.viewer, child.userId);
    expect(halfPortions).toBe(true);
    expect(some.items.length).toBeGreaterThan(0);
    for (const { portion } of some.items) expect(portion.count).toBe(0.5);
  });
});
