import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { doseId, moveEntry, restoreEntry } from "@/lib/diary";
import type { EntryView } from "@/lib/diary/schemas";
import type { SupplementView } from "@/lib/foods/schemas";
import { nextDoses, todayPage } from "@/lib/insights";
import type { AdequacyView, DayView, SupplementsView } from "@/lib/insights/schemas";
import { type Api, makeApi } from "@/tests/support/api";

const citrate = (over: Record<string, unknown> = {}) => ({
  name: "Magnesium citrate",
  doseLabel: "capsule",
  contents: [{ nutrient: "magnesium", amount: 100 }],
  ...over,
});
/** A Monday. */
const MONDAY = "2026-11-23";
const TUESDAY = "2026-11-24";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const put = (body: unknown, id: string = randomUUID(), by: Api = api) =>
  by.call("PUT", `/supplements/${id}`, body);
const made = async (over: Record<string, unknown> = {}, by: Api = api) =>
  (await put(citrate(over), randomUUID(), by)).body as SupplementView;
const take = (id: string, date: string, slot = 1, body: unknown = {}, by: Api = api) =>
  by.call("PUT", `/supplements/${id}/doses/${date}/${slot}`, body);
const untake = (id: string, date: string, slot = 1, by: Api = api) =>
  by.call("DELETE", `/supplements/${id}/doses/${date}/${slot}`);
const entriesOf = async (date: string, by: Api = api) =>
  ((await by.call("GET", `/diary?date=${date}`)).body as { items: EntryView[] }).items;
const dayOf = async (date: string, by: Api = api) => (await by.call("GET", `/days/${date}`)).body as DayView;
const planOf = async (by: Api) => ((await by.call("GET", "/supplements")).body as SupplementsView).plan;

describe("a supplement", () => {
  it("keeps what was typed, with everything left out filled in", async () => {
    const { status, body } = await put(citrate({ doseLabel: "1 capsule" }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: "Magnesium citrate",
      doseLabel: "capsule",
      contents: [
        { nutrient: "magnesium", amount: 100, unit: "mg", form: null, compound: null, prescribed: false },
      ],
      schedule: { days: [1, 2, 3, 4, 5, 6, 7], times: [{ time: null, count: 1 }] },
      active: true,
      notices: [],
    });
    const { id } = body as SupplementView;
    expect((await api.call("GET", `/supplements/${id}`)).body).toEqual(body);
  });

  it("computes what a compound holds of the nutrient, and shows the share", async () => {
    const { contents } = await made({
      contents: [
        { nutrient: "magnesium", compound: 500, form: "citrate" },
        { nutrient: "vitaminD", compound: 1000, form: "d3-iu" },
        { nutrient: "zinc", amount: 15, form: "picolinate" },
      ],
    });
    // Mg3(C6H5O7)2: 3 × 24.305 of 451.11 g/mol.
    expect(contents[0]?.amount).toBeCloseTo(80.82, 2);
    expect(contents[0]).toMatchObject({
      compound: { amount: 500, unit: "mg" },
      form: { id: "citrate", formula: "Mg3(C6H5O7)2" },
    });
    expect(contents[0]?.form?.share).toBeCloseTo(0.16163, 5);
    expect(contents[1]).toMatchObject({ amount: 25, unit: "µg", compound: { amount: 1000, unit: "IU" } });
    // An amount that the label states stands, whatever the form.
    expect(contents[2]).toMatchObject({ amount: 15, form: { id: "picolinate" }, compound: null });
  });

  it("is stored once, however often it is sent", async () => {
    const by = await makeApi();
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(citrate(), id, by)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    const again = await put(citrate(), id.toUpperCase(), by);
    expect(again.body).toEqual(answers[0]?.body);
    expect(((await by.call("GET", "/supplements")).body as SupplementsView).items).toHaveLength(1);
  });

  it("can be made without an id, replaced and deleted, again and again", async () => {
    const by = await makeApi();
    const { status, body } = await by.call("POST", "/supplements", citrate());
    expect(status).toBe(201);
    const { id } = body as SupplementView;
    const replaced = await put(citrate({ name: "Other", active: false }), id, by);
    expect(replaced.status).toBe(200);
    expect(replaced.body).toMatchObject({ id, name: "Other", active: false });
    expect((await by.call("DELETE", `/supplements/${id}`)).status).toBe(204);
    expect((await by.call("DELETE", `/supplements/${id}`)).status).toBe(204);
    expect((await by.call("GET", `/supplements/${id}`)).status).toBe(404);
  });

  it("with iron says to keep it from children, each time it is saved", async () => {
    const { notices } = await made({ contents: [{ nutrient: "iron", compound: 200, form: "sulfate" }] });
    expect(notices.map(({ code }) => code)).toEqual(["iron-notice"]);
    expect(notices[0]?.text).toContain("out of the reach of children");
    expect(notices[0]?.sources.length).toBeGreaterThan(0);
  });

  it("comes at most 200 times", async () => {
    const by = await makeApi();
    const ids = Array.from({ length: 200 }, () => randomUUID());
    for (const id of ids) expect((await put(citrate(), id, by)).status).toBe(201);
    expect((await put(citrate(), randomUUID(), by)).status).toBe(409);
    expect((await put(citrate({ name: "Changed" }), ids[0], by)).status).toBe(200);
  });
});

describe("a dose", () => {
  it("is logged apart from food, with the amounts of that day", async () => {
    const by = await makeApi();
    const { id } = await made({}, by);
    const { status, body } = await take(id, MONDAY, 1, {}, by);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: "supplement",
      food: `supplement:${id}`,
      name: "Magnesium citrate",
      grams: null,
      portion: { label: "capsule", count: 1 },
    });
    await by.call("PUT", `/diary/${randomUUID()}`, {
      date: MONDAY,
      meal: "snack",
      food: "ndb:09040",
      amount: { grams: 100 },
    });
    const day = await dayOf(MONDAY, by);
    expect(day.fromSupplements.magnesium).toMatchObject({ amount: 100, known: 1, entries: 1 });
    expect(day.totals.magnesium).toMatchObject({ amount: 127, known: 2, entries: 2 });
    // The label does not list zinc: the capsule is not among the entries that might hold some.
    expect(day.totals.zinc).toMatchObject({ known: 1, entries: 1 });
    expect(day.fromSupplements.zinc).toMatchObject({ amount: null, known: 0 });
    // Nor is it a food of the snack it is stored beside.
    const page = await todayPage(by.viewer, by.userId, MONDAY);
    expect(page.meals.flatMap(({ entries }) => entries.map(({ name }) => name))).toEqual(["Bananas, raw"]);
  });

  it("is logged once, however often and wherever it is tapped", async () => {
    const { id } = await made();
    const date = "2026-11-10";
    const answers = await Promise.all(Array.from({ length: 12 }, () => take(id, date)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(11);
    expect((await take(id.toUpperCase(), date)).status).toBe(200);
    expect(await entriesOf(date)).toHaveLength(1);
    expect((await entriesOf(date))[0]?.id).toBe(doseId({ supplement: id, date, slot: 1 }));
  });

  it("is taken back, and taken back again, and taken anew", async () => {
    const { id } = await made();
    const date = "2026-11-11";
    await take(id, date);
    expect((await untake(id, date)).status).toBe(204);
    expect((await untake(id, date)).status).toBe(204);
    expect(await entriesOf(date)).toEqual([]);
    expect((await take(id, date)).status).toBe(201);
    expect(await entriesOf(date)).toHaveLength(1);
  });

  it("keeps what the capsule held when it was taken", async () => {
    const { id } = await made();
    const date = "2026-11-12";
    await take(id, date);
    await put(
      citrate({
        name: "New label",
        doseLabel: "tablet",
        contents: [{ nutrient: "magnesium", amount: 250, prescribed: true }],
      }),
      id,
    );
    const again = (await take(id, date)).body as EntryView;
    expect(again).toMatchObject({ name: "Magnesium citrate", portion: { label: "capsule" } });
    expect(again.nutrients.magnesium).toBe(100);
    expect(again.prescribed).toBeUndefined();
    // Undo gives back what was logged.
    await untake(id, date);
    expect((await restoreEntry(api.viewer, api.userId, again.id)).nutrients.magnesium).toBe(100);
    // Taken back and taken anew, it is the capsule of today.
    await untake(id, date);
    expect(((await take(id, date)).body as EntryView).nutrients.magnesium).toBe(250);
    await api.call("DELETE", `/supplements/${id}`);
    expect((await entriesOf(date))[0]?.nutrients.magnesium).toBe(250);
    expect((await untake(id, date)).status).toBe(204);
    expect(await entriesOf(date)).toEqual([]);
    expect((await take(id, date)).status).toBe(404);
  });

  it("counts as many as the schedule says, or as many as were taken", async () => {
    const { id } = await made({
      schedule: {
        times: [
          { time: "08:00", count: 2 },
          { time: "20:30", count: 0.5 },
        ],
      },
    });
    const date = "2026-11-13";
    const [morning, evening, more, beyond] = [
      (await take(id, date, 1)).body as EntryView,
      (await take(id, date, 2)).body as EntryView,
      (await take(id, date, 2, { count: 3, time: "21:00" })).body as EntryView,
      (await take(id, date, 3)).body as EntryView,
    ];
    expect([morning.nutrients.magnesium, morning.time]).toEqual([200, "08:00"]);
    expect([evening.nutrients.magnesium, evening.time]).toEqual([50, "20:30"]);
    expect([more.id, more.nutrients.magnesium, more.time]).toEqual([evening.id, 300, "21:00"]);
    expect([beyond.nutrients.magnesium, beyond.time]).toEqual([100, null]);
    expect((await dayOf(date)).fromSupplements.magnesium.amount).toBe(600);
  });

  it("stays on its day", async () => {
    const { id } = await made();
    const entry = (await take(id, "2026-11-14")).body as EntryView;
    await expect(
      moveEntry(api.viewer, api.userId, entry.id, { date: "2026-11-15", meal: "lunch" }),
    ).rejects.toMatchObject({ code: "invalid" });
    expect(await entriesOf("2026-11-14")).toHaveLength(1);
    expect(await entriesOf("2026-11-15")).toEqual([]);
  });

  it("cannot be logged as a food", async () => {
    const { id } = await made();
    const { status } = await api.call("PUT", `/diary/${randomUUID()}`, {
      date: MONDAY,
      meal: "snack",
      food: `supplement:${id}`,
      amount: { grams: 1 },
    });
    expect(status).toBe(422);
  });
});

describe("the doses of a day", () => {
  it("are those of the weekday, in the order of the clock, taken or not", async () => {
    const by = await makeApi();
    const daily = await made(
      { name: "Daily", schedule: { times: [{ time: "20:00" }, { time: "08:00" }] } },
      by,
    );
    const mondays = await made({ name: "Mondays", schedule: { days: [1], times: [{ time: "12:00" }] } }, by);
    const needed = await made({ name: "As needed", schedule: { times: [] } }, by);
    await made({ name: "Stopped", active: false }, by);
    const brief = (day: DayView) =>
      day.doses.map((dose) => [dose.entry.name, dose.entry.time, dose.slot, dose.taken]);
    expect(brief(await dayOf(MONDAY, by))).toEqual([
      ["Daily", "08:00", 2, false],
      ["Mondays", "12:00", 1, false],
      ["Daily", "20:00", 1, false],
      ["As needed", null, 1, false],
    ]);
    expect(brief(await dayOf(TUESDAY, by)).map(([name]) => name)).toEqual(["Daily", "Daily", "As needed"]);

    await take(daily.id, MONDAY, 2, {}, by);
    await take(needed.id, MONDAY, 1, {}, by);
    // A dose of a supplement that the day does not ask for is a dose of the day all the same.
    await take(mondays.id, TUESDAY, 1, {}, by);
    expect(brief(await dayOf(MONDAY, by))).toEqual([
      ["Daily", "08:00", 2, true],
      ["Mondays", "12:00", 1, false],
      ["Daily", "20:00", 1, false],
      ["As needed", null, 1, true],
      ["As needed", null, 2, false],
    ]);
    expect(brief(await dayOf(TUESDAY, by))).toContainEqual(["Mondays", "12:00", 1, true]);
    await by.call("DELETE", `/supplements/${mondays.id}`);
    expect(brief(await dayOf(TUESDAY, by))).toContainEqual(["Mondays", "12:00", null, true]);
  });

  it("that are not taken count for nothing, and say what taking them will log", async () => {
    const by = await makeApi();
    const { id } = await made({}, by);
    const day = await dayOf(MONDAY, by);
    expect(day.totals.magnesium).toMatchObject({ amount: null, known: 0, entries: 0 });
    const planned = day.doses[0]?.entry;
    const { createdAt: _, updatedAt: __, version: ___, ...said } = planned as EntryView;
    expect((await take(id, MONDAY, 1, {}, by)).body).toMatchObject(said);
  });
});

describe("upper limits", () => {
  it("of magnesium count supplements only, and never what was prescribed", async () => {
    // Woman, 31–50: 350 mg from supplements.
    const by = await makeApi();
    const { id } = await made({ contents: [{ nutrient: "magnesium", amount: 400 }] }, by);
    await take(id, MONDAY, 1, {}, by);
    const over = async () =>
      (await todayPage(by.viewer, by.userId, MONDAY)).minerals.find(({ mineral }) => mineral === "magnesium");
    expect((await over())?.overLimit).toBe(50);
    await untake(id, MONDAY, 1, by);
    await put(citrate({ contents: [{ nutrient: "magnesium", amount: 400, prescribed: true }] }), id, by);
    await take(id, MONDAY, 1, {}, by);
    expect(await over()).toMatchObject({ overLimit: null, prescribed: 400 });
    // What comes on top without a prescription still counts.
    const own = await made({ contents: [{ nutrient: "magnesium", amount: 360 }] }, by);
    await take(own.id, MONDAY, 1, {}, by);
    expect((await over())?.overLimit).toBeCloseTo(10, 9);
    expect((await dayOf(MONDAY, by)).fromSupplements.magnesium.amount).toBe(760);
  });

  it("of a span leave out what was prescribed", async () => {
    const limitOf = async (prescribed: boolean) => {
      const by = await makeApi();
      const { id } = await made({ contents: [{ nutrient: "magnesium", amount: 500, prescribed }] }, by);
      for (const date of ["2026-09-07", "2026-09-08", "2026-09-09"]) {
        await by.call("PUT", `/diary/${randomUUID()}`, {
          date,
          meal: "lunch",
          food: "ndb:20036",
          amount: { grams: 500 },
        });
        await take(id, date, 1, {}, by);
      }
      const view = (await by.call("GET", "/adequacy?from=2026-09-07&to=2026-09-09")).body as AdequacyView;
      return view.items.find(({ mineral }) => mineral === "magnesium")?.upperLimit;
    };
    expect(await limitOf(false)).toMatchObject({ verdict: "above-as-logged", mean: 500, daysAbove: 3 });
    expect(await limitOf(true)).toMatchObject({ verdict: "within-as-logged", mean: 0, daysAbove: 0 });
  });

  it("are compared with the fullest day of the plan", async () => {
    const by = await makeApi();
    await made({ contents: [{ nutrient: "zinc", amount: 25 }], schedule: { days: [1, 3] } }, by);
    await made({ contents: [{ nutrient: "zinc", amount: 20 }], schedule: { days: [3, 5] } }, by);
    await made({ contents: [{ nutrient: "zinc", amount: 100 }], active: false }, by);
    const plan = await planOf(by);
    expect(plan.limits).toMatchObject([
      { nutrient: "zinc", amount: 45, ul: 40, ulScope: "total", overLimit: 5, prescribed: null },
    ]);
    expect(plan.notices.map(({ code }) => code)).toEqual(["upper-limit-meaning", "zinc-copper"]);
    const prescribed = await makeApi();
    await made({ contents: [{ nutrient: "zinc", amount: 60, prescribed: true }] }, prescribed);
    expect((await planOf(prescribed)).limits).toMatchObject([
      { amount: 60, prescribed: 60, overLimit: null },
    ]);
  });

  it("are unknown until the profile says whose", async () => {
    const by = await makeApi({ birthDate: null, sex: null });
    await made({}, by);
    expect((await planOf(by)).limits).toMatchObject([{ amount: 100, ul: null, overLimit: null }]);
  });
});

describe("what a plan calls for", () => {
  it("an alarm for a gram of potassium at once, unless it was prescribed", async () => {
    const plan = async (prescribed: boolean) => {
      const by = await makeApi();
      await made({ contents: [{ nutrient: "potassium", compound: 2000, form: "chloride", prescribed }] }, by);
      return (await planOf(by)).notices.filter(({ tone }) => tone === "alarm").map(({ code }) => code);
    };
    expect(await plan(false)).toEqual(["potassium-dose"]);
    expect(await plan(true)).toEqual([]);
  });

  it("conditions and medicines of the profile, where they meet what is taken", async () => {
    const profile = {
      conditions: JSON.stringify(["chronic-kidney-disease", "iron-overload"]),
      medicines: JSON.stringify(["levothyroxine"]),
    };
    const by = await makeApi(profile);
    await made({}, by);
    expect((await planOf(by)).notices.map(({ code }) => code)).toEqual([
      "chronic-kidney-disease",
      "levothyroxine",
    ]);
    const other = await makeApi(profile);
    await made({ contents: [{ nutrient: "vitaminC", amount: 80 }] }, other);
    expect((await planOf(other)).notices.map(({ code }) => code)).toEqual(["iron-overload"]);
  });

  it("nothing without supplements", async () => {
    const by = await makeApi({ conditions: JSON.stringify(["chronic-kidney-disease"]) });
    expect(await planOf(by)).toEqual({ limits: [], notices: [] });
  });

  it("iron and calcium at different meals, when they are taken at one time", async () => {
    const codes = async (time: string) => {
      const by = await makeApi();
      await made(
        { contents: [{ nutrient: "iron", amount: 14 }], schedule: { times: [{ time: "08:00" }] } },
        by,
      );
      await made({ contents: [{ nutrient: "calcium", amount: 500 }], schedule: { times: [{ time }] } }, by);
      return (await planOf(by)).notices.map(({ code }) => code);
    };
    expect(await codes("08:00")).toContain("iron-calcium");
    expect(await codes("20:00")).not.toContain("iron-calcium");
  });
});

describe("other people", () => {
  it("cannot see, take or delete a supplement", async () => {
    const other = await makeApi();
    const { id } = await made();
    expect((await other.call("GET", `/supplements/${id}`)).status).toBe(404);
    expect((await take(id, MONDAY, 1, {}, other)).status).toBe(404);
    expect((await other.call("DELETE", `/supplements/${id}`)).status).toBe(204);
    expect((await api.call("GET", `/supplements/${id}`)).status).toBe(200);
    // The same id is a new supplement of theirs and leaves ours alone.
    expect((await put(citrate({ name: "Theirs" }), id, other)).status).toBe(201);
    expect((await api.call("GET", `/supplements/${id}`)).body).toMatchObject({ name: "Magnesium citrate" });
    await take(id, "2026-11-16");
    expect((await untake(id, "2026-11-16", 1, other)).status).toBe(204);
    expect(await entriesOf("2026-11-16")).toHaveLength(1);
  });
});

describe("what bad input gets", () => {
  const content = (over: Record<string, unknown>) =>
    citrate({ contents: [{ nutrient: "magnesium", amount: 100, ...over }] });
  const refused: readonly (readonly [string, unknown, string])[] = [
    ["no name", citrate({ name: "" }), "name"],
    ["a name of 201 characters", citrate({ name: "x".repeat(201) }), "name"],
    ["a lone surrogate in the name", citrate({ name: "a\ud800" }), "name"],
    ["no dose label", citrate({ doseLabel: undefined }), "doseLabel"],
    ["no contents", citrate({ contents: [] }), "contents"],
    [
      "a nutrient twice",
      citrate({ contents: [1, 2].map((amount) => ({ nutrient: "zinc", amount })) }),
      "contents",
    ],
    ["an unknown nutrient", content({ nutrient: "gold" }), "contents.0.nutrient"],
    ["phytate", content({ nutrient: "phytate" }), "contents.0.nutrient"],
    ["nothing of it", content({ amount: 0 }), "contents.0.amount"],
    ["a negative amount", content({ amount: -1 }), "contents.0.amount"],
    ["1e308 mg", content({ amount: 1e308 }), "contents.0.amount"],
    ["a text", content({ amount: "100" }), "contents.0.amount"],
    ["null, as NaN becomes in JSON", content({ amount: null }), "contents.0.amount"],
    ["no amount at all", content({ amount: undefined }), "contents.0.amount"],
    ["a compound of no form", content({ amount: undefined, compound: 500 }), "contents.0.form"],
    ["an amount and a compound", content({ compound: 500, form: "citrate" }), "contents.0.compound"],
    ["a form of something else", content({ form: "picolinate" }), "contents.0.form"],
    [
      "too much of a compound",
      content({ amount: undefined, compound: 20_001, form: "oxide" }),
      "contents.0.compound",
    ],
    ["prescribed in words", content({ prescribed: "yes" }), "contents.0.prescribed"],
    ["an unknown key in a content", content({ percent: 30 }), "contents.0.percent"],
    ["no day", citrate({ schedule: { days: [] } }), "schedule.days"],
    ["day 8", citrate({ schedule: { days: [8] } }), "schedule.days.0"],
    ["a day twice", citrate({ schedule: { days: [1, 1] } }), "schedule.days"],
    ["25:00", citrate({ schedule: { times: [{ time: "25:00" }] } }), "schedule.times.0.time"],
    ["no doses", citrate({ schedule: { times: [{ count: 0 }] } }), "schedule.times.0.count"],
    ["21 doses at once", citrate({ schedule: { times: [{ count: 21 }] } }), "schedule.times.0.count"],
    ["nine times a day", citrate({ schedule: { times: Array(9).fill({}) } }), "schedule.times"],
    ["active in words", citrate({ active: "yes" }), "active"],
    ["an unknown key", citrate({ brand: "x" }), "brand"],
    ["a list", [], ""],
    ["null", null, ""],
  ];
  it.each(refused)("%s", async (_, body, field) => {
    const by = await makeApi();
    const answer = await put(body, randomUUID(), by);
    expect(answer.status).toBe(422);
    const { error } = answer.body as { error: { code: string; fields: Record<string, string> } };
    expect(error.code).toBe("invalid");
    expect(Object.keys(error.fields)).toContain(field);
    expect(((await by.call("GET", "/supplements")).body as SupplementsView).items).toEqual([]);
  });

  it("in a dose: a day, slot, count or time that cannot be is 422", async () => {
    const { id } = await made();
    expect((await take(id, "2026-02-31")).status).toBe(422);
    expect((await take(id, MONDAY, 0)).status).toBe(422);
    expect((await take(id, MONDAY, 25)).status).toBe(422);
    expect((await take(id, MONDAY, 1.5)).status).toBe(422);
    expect((await take(id, MONDAY, 1, { count: -1 })).status).toBe(422);
    expect((await take(id, MONDAY, 1, { count: 1e308 })).status).toBe(422);
    expect((await take(id, MONDAY, 1, { time: "8" })).status).toBe(422);
    expect((await take(id, MONDAY, 1, { grams: 1 })).status).toBe(422);
    expect((await take("%00", MONDAY)).status).toBe(404);
    expect((await untake("%00", MONDAY)).status).toBe(204);
    expect((await api.call("PUT", "/supplements/1", citrate())).status).toBe(422);
    expect((await api.call("GET", "/supplements/1")).status).toBe(404);
  });

  it("HTML in a name is kept as text", async () => {
    const name = '<img src=x onerror="alert(1)">';
    expect((await made({ name })).name).toBe(name);
  });

  it("whatever JSON is sent, the answer is 4xx or the supplement is good", async () => {
    const by = await makeApi();
    const id = randomUUID();
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            name: fc.oneof(fc.constant("x"), fc.string({ unit: "binary" })),
            doseLabel: fc.oneof(fc.constant("tablet"), fc.jsonValue()),
            contents: fc.oneof(
              fc.array(
                fc.record(
                  {
                    nutrient: fc.oneof(fc.constantFrom("iron", "zinc", "fibre"), fc.string()),
                    amount: fc.oneof(fc.double(), fc.integer()),
                    compound: fc.double(),
                    form: fc.oneof(fc.constantFrom("gluconate", "citrate", "__proto__"), fc.string()),
                    prescribed: fc.oneof(fc.boolean(), fc.jsonValue()),
                  },
                  { requiredKeys: ["nutrient"] },
                ),
              ),
              fc.jsonValue(),
            ),
            schedule: fc.oneof(
              fc.record({ days: fc.array(fc.integer({ min: 0, max: 8 })), times: fc.array(fc.jsonValue()) }),
              fc.jsonValue(),
            ),
          },
          { requiredKeys: ["name", "doseLabel", "contents"] },
        ),
        async (body) => {
          const answer = await put(body, id, by);
          expect([200, 201, 422]).toContain(answer.status);
          if (answer.status === 422) return;
          for (const { amount } of (answer.body as SupplementView).contents) {
            expect(amount).toBeGreaterThan(0);
            expect(Number.isFinite(amount)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a supplement written and deleted at once", () => {
  it("is either there or not, and no call fails", async () => {
    const id = randomUUID();
    const write = async (turn: number) => {
      const statuses: number[] = [];
      for (let i = 0; i < 20; i++) {
        const answer =
          turn % 2 === 0
            ? await put(citrate({ name: `Citrate ${turn} ${i}` }), id)
            : await api.call("DELETE", `/supplements/${id}`);
        statuses.push(answer.status);
      }
      return statuses;
    };
    const answers = (await Promise.all(Array.from({ length: 12 }, (_, turn) => write(turn)))).flat();
    const statuses = new Set(answers);
    expect([...statuses].filter((status) => ![200, 201, 204].includes(status))).toEqual([]);
  });
});

describe("the dose that is offered next", () => {
  it("is the first of the schedule that is not taken, then one besides", async () => {
    const person = await makeApi();
    const next = async () => {
      const offered = await nextDoses(person.viewer, person.viewer.userId, MONDAY);
      return offered.map(({ dose: { slot, asNeeded, entry } }) => [
        entry.name,
        slot,
        asNeeded,
        entry.portion?.count,
      ]);
    };
    const twice = await made(
      { name: "Zinc", schedule: { times: [{ time: "08:00", count: 2 }, { time: "20:00" }] } },
      person,
    );
    await made({ name: "Paused", active: false }, person);
    await made({ name: "Tuesdays", schedule: { days: [2], times: [{ time: null }] } }, person);
    const others = [["Tuesdays", 1, true, 1]];
    expect(await next()).toEqual([["Zinc", 1, false, 2], ...others]);
    await take(twice.id, MONDAY, 1, {}, person);
    expect(await next()).toEqual([["Zinc", 2, false, 1], ...others]);
    await take(twice.id, MONDAY, 2, {}, person);
    expect(await next()).toEqual([["Zinc", 3, true, 1], ...others]);
    await untake(twice.id, MONDAY, 1, person);
    expect(await next()).toEqual([["Zinc", 1, false, 2], ...others]);
  });
});
