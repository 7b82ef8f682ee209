import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { NOT_THERE } from "@/lib/versions";
import { type Answer, type Api, makeApi } from "@/tests/support/api";

/* Issue 13, "Versions, not last writer wins". */

const DATE = "2026-11-23";
const OATS = { date: DATE, meal: "breakfast", food: "ndb:20038", amount: { grams: 60 } } as const;
const PROFILE = { birthDate: "1994-01-15", sex: "female" } as const;
const RECIPE = { name: "Soup", servings: 2, ingredients: [{ food: "ndb:16069", amount: { grams: 100 } }] };
const SUPPLEMENT = { name: "Mg", doseLabel: "tablet", contents: [{ nutrient: "magnesium", amount: 100 }] };
const FOOD = { name: "Bread", per100g: { magnesium: 60 } };

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const ifMatch = (version: string) => ({ "if-match": `"${version}"` });
const versionOf = ({ body }: Answer): string => (body as { version: string }).version;
const codeOf = ({ body }: Answer): string => (body as { error: { code: string } }).error.code;

/** The kinds of resources that have versions: how each is put, twice differently, and where it is read. */
const resources = () => {
  const id = randomUUID();
  return [
    { name: "entry", path: `/diary/${id}`, one: OATS, two: { ...OATS, amount: { grams: 80 } }, reads: true },
    { name: "plan", path: `/plans/${id}`, one: OATS, two: { ...OATS, amount: { grams: 80 } }, reads: false },
    {
      name: "mark",
      path: `/days/${DATE}`,
      one: { mark: "complete" },
      two: { mark: "incomplete" },
      reads: true,
    },
    { name: "own food", path: `/foods/own:${id}`, one: FOOD, two: { ...FOOD, name: "Rye" }, reads: true },
    { name: "recipe", path: `/recipes/${id}`, one: RECIPE, two: { ...RECIPE, servings: 3 }, reads: true },
    {
      name: "supplement",
      path: `/supplements/${id}`,
      one: SUPPLEMENT,
      two: { ...SUPPLEMENT, name: "Magnesium" },
      reads: true,
    },
    {
      name: "profile",
      path: "/profile",
      one: { ...PROFILE, diet: "vegan" },
      two: { ...PROFILE, diet: "vegetarian" },
      reads: true,
    },
    { name: "alert settings", path: "/settings/alerts", one: { hour: 9 }, two: { hour: 10 }, reads: true },
  ];
};

describe("a write that rests on a version", () => {
  for (const { name, path, one, two, reads } of resources()) {
    it(`${name}: fits once, is refused with what is there now, and the same again is answered`, async () => {
      const first = await api.call("PUT", path, one);
      expect([200, 201]).toContain(first.status);
      const version = versionOf(first);
      expect(first.headers.get("etag")).toBe(`"${version}"`);
      if (reads) {
        const read = await api.call("GET", path);
        expect(versionOf(read)).toBe(version);
        expect(read.headers.get("etag")).toBe(`"${version}"`);
      }

      const second = await api.call("PUT", path, two, ifMatch(version));
      expect(second.status).toBe(200);
      expect(versionOf(second)).not.toBe(version);

      const again = await api.call("PUT", path, two, ifMatch(version));
      expect(again.status).toBe(200);
      expect(versionOf(again)).toBe(versionOf(second));

      const stale = await api.call("PUT", path, one, ifMatch(version));
      expect(stale.status).toBe(412);
      expect(codeOf(stale)).toBe("changed");
      expect((stale.body as { current: object }).current).toMatchObject({ version: versionOf(second) });
      if (reads) expect(versionOf(await api.call("GET", path))).toBe(versionOf(second));

      // Without it whatever is there is replaced, as before.
      expect((await api.call("PUT", path, one)).status).toBe(200);
    });
  }

  const made = resources().filter(({ name }) => !["mark", "profile", "alert settings"].includes(name));
  for (const { name, path, one, two } of made) {
    it(`${name}: what was deleted elsewhere is not brought back, and a stale delete deletes nothing`, async () => {
      const version = versionOf(await api.call("PUT", path, one));
      const changed = versionOf(await api.call("PUT", path, two));
      expect((await api.call("DELETE", path, undefined, ifMatch(version))).status).toBe(412);
      expect((await api.call("DELETE", path, undefined, ifMatch(changed))).status).toBe(204);
      // The same delete again is answered as the first.
      expect((await api.call("DELETE", path, undefined, ifMatch(changed))).status).toBe(204);
      const late = await api.call("PUT", path, one, ifMatch(changed));
      expect([late.status, (late.body as { current: unknown }).current]).toEqual([412, null]);
      expect([200, 201]).toContain((await api.call("PUT", path, one)).status);
    });

    it(`${name}: "0" makes it where there is none, and refuses what another made under the id`, async () => {
      const fresh = path.replace(/[\da-f-]{36}$/, randomUUID());
      expect((await api.call("PUT", fresh, one, ifMatch("0"))).status).toBe(201);
      expect((await api.call("PUT", fresh, one, ifMatch("0"))).status).toBe(200);
      expect((await api.call("PUT", fresh, two, ifMatch("0"))).status).toBe(412);
    });
  }

  it("own target: fits once, and says what is there now", async () => {
    const own = { target: 400, reason: "By my doctor" };
    const first = (await api.call("PUT", "/targets/magnesium", own, ifMatch("0"))).body;
    const { version } = (first as { items: { mineral: string; version: string }[] }).items.find(
      ({ mineral }) => mineral === "magnesium",
    ) ?? { version: "" };
    expect(
      (await api.call("PUT", "/targets/magnesium", { ...own, target: 410 }, ifMatch(version))).status,
    ).toBe(200);
    const stale = await api.call("PUT", "/targets/magnesium", { ...own, target: 420 }, ifMatch(version));
    expect(stale).toMatchObject({ status: 412, body: { current: { mineral: "magnesium", target: 410 } } });
    expect((await api.call("DELETE", "/targets/magnesium", undefined, ifMatch(version))).status).toBe(412);
    expect((await api.call("DELETE", "/targets/magnesium")).status).toBe(204);
  });

  it("a mark that is taken back has the version of none", async () => {
    const path = "/days/2026-11-20";
    const version = versionOf(await api.call("PUT", path, { mark: "complete" }, ifMatch("0")));
    const gone = await api.call("PUT", path, { mark: null }, ifMatch(version));
    expect(gone.body).toEqual({ date: "2026-11-20", mark: null, version: "0" });
    const late = await api.call("PUT", path, { mark: "incomplete" }, ifMatch(version));
    expect(late).toMatchObject({ status: 412, body: { current: { mark: null, version: "0" } } });
  });

  it("two changes within one millisecond have two versions", async () => {
    const path = `/diary/${randomUUID()}`;
    const seen = new Set<string>();
    for (let grams = 1; grams <= 12; grams += 1)
      seen.add(versionOf(await api.call("PUT", path, { ...OATS, amount: { grams } })));
    expect(seen.size).toBe(12);
  });

  it("a delete that is sent again after somebody restored the entry is refused", async () => {
    const id = randomUUID();
    const version = versionOf(await api.call("PUT", `/diary/${id}`, OATS));
    await api.call("DELETE", `/diary/${id}`, undefined, ifMatch(version));
    await api.call("POST", "/diary/batch", { changes: [{ op: "restore", id }] });
    expect((await api.call("DELETE", `/diary/${id}`, undefined, ifMatch(version))).status).toBe(412);
  });

  it("a dose is a resource like its entry", async () => {
    const { id } = (await api.call("POST", "/supplements", SUPPLEMENT)).body as { id: string };
    const path = `/supplements/${id}/doses/${DATE}/1`;
    const version = versionOf(await api.call("PUT", path, {}, ifMatch("0")));
    expect((await api.call("PUT", path, { count: 2 }, ifMatch(version))).status).toBe(200);
    expect((await api.call("PUT", path, { count: 3 }, ifMatch(version))).status).toBe(412);
    expect((await api.call("DELETE", path, undefined, ifMatch(version))).status).toBe(412);
  });

  it("refuses an If-Match that is no version", async () => {
    for (const sent of ["*", "abc", '"a", "b"', `"${"a".repeat(100)}"`])
      expect((await api.call("PUT", `/diary/${randomUUID()}`, OATS, { "if-match": sent })).status).toBe(400);
  });
});

describe("a batch", () => {
  it("of which one change does not fit does nothing and says which, and what is there", async () => {
    const [kept, stale, deleted, target] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const versions = new Map<string, string>();
    for (const id of [kept, stale, deleted])
      versions.set(id, versionOf(await api.call("PUT", `/diary/${id}`, { ...OATS, date: "2026-11-18" })));
    await api.call("PUT", `/diary/${stale}`, { ...OATS, date: "2026-11-18", note: "by the other" });
    await api.call("DELETE", `/diary/${deleted}`);
    const place = { date: "2026-11-19", meal: "lunch" };
    const changes = [
      { op: "move", id: kept, ...place, ifMatch: versions.get(kept) },
      { op: "put", id: stale, entry: { ...OATS, note: "mine" }, ifMatch: versions.get(stale) },
      { op: "replace", id: target, of: deleted, food: "ndb:09040", ifMatch: versions.get(deleted) },
    ];
    const refused = await api.call("POST", "/diary/batch", { changes });
    expect(refused.status).toBe(412);
    expect(codeOf(refused)).toBe("changed");
    const { misfits } = refused.body as { misfits: { id: string; current: { note: string } | null }[] };
    expect(misfits.map(({ id, current }) => [id, current?.note ?? null]).toSorted()).toEqual(
      [
        [stale, "by the other"],
        [deleted, null],
      ].toSorted(),
    );
    expect((await api.call("GET", `/diary/${kept}`)).body).toMatchObject({ date: "2026-11-18" });
    expect((await api.call("GET", `/diary/${target}`)).status).toBe(404);
    const fits = await api.call("POST", "/diary/batch", { changes: changes.slice(0, 1) });
    expect(fits.status).toBe(200);
    // The same again, though the version is another by now.
    expect((await api.call("POST", "/diary/batch", { changes: changes.slice(0, 1) })).status).toBe(200);
  });
});

describe("the account", () => {
  it("refuses a write that is meant for another account, and does nothing", async () => {
    const other = await makeApi();
    const path = `/diary/${randomUUID()}`;
    const refused = await api.call("PUT", path, OATS, { "assay-account": other.userId });
    expect(refused.status).toBe(403);
    expect(codeOf(refused)).toBe("other_account");
    expect((await api.call("GET", path)).status).toBe(404);
    expect((await api.call("PUT", path, OATS, { "assay-account": api.userId })).status).toBe(201);
  });

  it("counts its changes, of which an answer and /changes tell the number", async () => {
    const mine = await makeApi();
    const revisionOf = async () =>
      ((await mine.call("GET", "/changes")).body as { revision: number }).revision;
    const before = await revisionOf();
    const written = await mine.call("PUT", `/diary/${randomUUID()}`, OATS);
    expect(Number(written.headers.get("assay-revision"))).toBe(before + 1);
    expect(await revisionOf()).toBe(before + 1);
    const refused = await mine.call("PUT", `/diary/${randomUUID()}`, { ...OATS, food: "ndb:0" });
    expect(refused.headers.get("assay-revision")).toBeNull();
    await mine.call("GET", `/days/${DATE}`);
    expect(await revisionOf()).toBe(before + 1);
    await Promise.all([1, 2, 3, 4].map(() => mine.call("PUT", `/diary/${randomUUID()}`, OATS)));
    expect(await revisionOf()).toBe(before + 5);
  });

  it("brings the daily look forward while it counts", async () => {
    const mine = await makeApi();
    const far = new Date(Date.now() + 86_400_000);
    await db().profile.updateMany({ where: { ownerId: mine.userId }, data: { dailyDueAt: far } });
    await mine.call("PUT", `/diary/${randomUUID()}`, OATS);
    const { dailyDueAt } = (await db().profile.findFirst({ where: { ownerId: mine.userId } })) ?? {};
    expect(dailyDueAt?.getTime()).toBeLessThan(far.getTime());
  });

  it("tells the person's local day", async () => {
    const there = await makeApi({ timeZone: "Pacific/Kiritimati" });
    const { today } = (await there.call("GET", "/changes")).body as { today: string };
    expect(today).toBe(new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10));
  });
});

describe("a profile that is put in part", () => {
  it("fault 13: a saved pregnancy does not become none, nor a standard nasem", async () => {
    const mine = await makeApi();
    await mine.call("PUT", "/profile", { ...PROFILE, lifeStage: "pregnant", standard: "efsa" });
    expect((await mine.call("PUT", "/profile", { ...PROFILE, diet: "vegan" })).body).toMatchObject({
      lifeStage: "pregnant",
      standard: "efsa",
      diet: "vegan",
    });
    expect((await mine.call("PUT", "/profile", { units: "us" })).body).toMatchObject({
      ...PROFILE,
      lifeStage: "pregnant",
      units: "us",
    });
  });

  it("holds an answer against the sex that is stored", async () => {
    const mine = await makeApi();
    await mine.call("PUT", "/profile", { birthDate: "1990-01-01", sex: "male" });
    expect((await mine.call("PUT", "/profile", { lifeStage: "pregnant" })).status).toBe(422);
    expect((await mine.call("PUT", "/profile", { menstruating: true })).status).toBe(422);
  });

  it("fault 13: a profile keeps at most 1,000 periods, however they come about", async () => {
    const mine = await makeApi();
    await mine.call("PUT", "/profile", PROFILE);
    const day = (n: number) => new Date(Date.UTC(1995, 0, 1 + 2 * n)).toISOString().slice(0, 10);
    await db().lifePeriod.createMany({
      data: Array.from({ length: 1000 }, (_, n) => ({
        ownerId: mine.userId,
        id: randomUUID(),
        kind: "weight",
        weightKg: 50 + (n % 2),
        fromDate: day(n),
        toDate: day(n),
        updatedAt: new Date(),
      })),
    });
    expect((await mine.call("PUT", "/profile", { lifeStage: "pregnant" })).status).toBe(409);
    expect((await mine.call("PUT", "/profile", { diet: "vegan" })).status).toBe(200);
  });

  it("has another version when a period changes", async () => {
    const mine = await makeApi();
    const version = versionOf(await mine.call("PUT", "/profile", PROFILE));
    const period = `/profile/periods/${randomUUID()}`;
    await mine.call("PUT", period, { kind: "pregnant", from: "2026-01-01", to: "2026-02-01" });
    const stale = await mine.call("PUT", "/profile", { diet: "vegan" }, ifMatch(version));
    expect(stale).toMatchObject({ status: 412, body: { current: { diet: "everything" } } });
  });
});

describe("alert settings", () => {
  it("fault 3: a whole answer of GET is taken by PUT, and changes nothing but what was changed in it", async () => {
    await api.call("PUT", "/settings/alerts", { hour: 11 });
    const read = (await api.call("GET", "/settings/alerts")).body as { hour: number; version: string };
    const same = await api.call("PUT", "/settings/alerts", read, ifMatch(read.version));
    expect(same.status).toBe(200);
    expect(same.body).toEqual(read);
    const changed = await api.call("PUT", "/settings/alerts", { ...read, hour: 12 });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      ...read,
      hour: 12,
      version: expect.not.stringMatching(read.version),
    });
    expect((await api.call("PUT", "/settings/alerts", { ...read, other: 1 })).status).toBe(422);
  });
});

describe("bringing back what was deleted", () => {
  for (const [name, path, one, two] of [
    ["an entry", `/diary/${randomUUID()}`, OATS, { ...OATS, amount: { grams: 80 } }],
    ["an own food", `/foods/own:${randomUUID()}`, FOOD, { ...FOOD, name: "Rye" }],
  ] as const) {
    it(`${name}: the first who does it has it; the second is told, as nobody overwrites it unseen`, async () => {
      const made = versionOf(await api.call("PUT", path, one));
      await api.call("DELETE", path, undefined, ifMatch(made));
      const first = await api.call("PUT", path, two, ifMatch(NOT_THERE));
      expect([200, 201]).toContain(first.status);
      const second = await api.call("PUT", path, one, ifMatch(NOT_THERE));
      expect(second.status).toBe(412);
      expect((second.body as { current: unknown }).current).toMatchObject({ version: versionOf(first) });
    });
  }
});
