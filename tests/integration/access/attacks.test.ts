import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { savePassword } from "@/app/(app)/settings/account/actions";
import { operations } from "@/app/api/v1/_contract";
import { db } from "@/lib/db";
import { gateOf } from "@/lib/http/gate";
import { callAs, callRoute } from "@/tests/support/access/call";
import { type Cast, canariesIn, type Ids, PASSWORD, type Role, TODAY } from "@/tests/support/access/cast";
import { HOSTILE_TEXTS } from "@/tests/support/access/hostile";
import { comeFrom, signedInJar } from "@/tests/support/access/incoming";
import { PAGE_ROWS } from "@/tests/support/access/page-rows";
import { ROUTE_ROWS } from "@/tests/support/access/route-rows";
import { setStage } from "@/tests/support/access/stage";
import { digestDatabase } from "@/tests/support/digest";

/* Attacks on a signed-in owner, each by every route or field that it could come by. */

vi.mock("next/headers", async () => (await import("@/tests/support/access/incoming")).nextHeaders);
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

let cast: Cast;
let owned: Ids;
let ownerId: string;
beforeAll(async () => {
  ({ cast, owned, ownerId } = await setStage());
});

const PROFILE = "/api/v1/profile";
const statusFor = async (role: Role) => (await callAs(role, "GET", PROFILE)).status;

describe("session fixation", () => {
  const withJar = (jar: Role["jar"]): Role => ({ userId: ownerId, jar });

  it("a session id that the server did not give stands for nobody", async () => {
    for (const sid of ["chosen-by-an-attacker", "", ownerId, "../"])
      expect(await statusFor(withJar(await signedInJar(ownerId, sid)))).toBe(401);
  });

  it("a session stands for its own account only", async () => {
    const other = cast.other.userId ?? "";
    expect(await statusFor(withJar(await signedInJar(other, owned.session)))).toBe(401);
    expect(await statusFor(withJar(await signedInJar(ownerId, owned.session)))).toBe(200);
  });

  it("a cookie of another secret, a changed one and an unsigned one are nobody's", async () => {
    const [name = "", real = ""] = [...(await signedInJar(ownerId, owned.session))][0] ?? [];
    const token = { sub: ownerId, sid: owned.session };
    const forged = await encode({ token, secret: "a guess of the secret, long enough" });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify(token)).toString("base64url")}.`;
    const changed = `${real.slice(0, -20)}${real.slice(-20, -10).split("").reverse().join("")}${real.slice(-10)}x`;
    for (const value of [forged, unsigned, changed, `${real}.${real}`])
      expect(await statusFor(withJar(new Map([[name, value]])))).toBe(401);
  });

  it("the id from before a change of the password is worth nothing, nor is any other session", async () => {
    const old = new Map(cast.owner.jar);
    comeFrom(cast.owner.jar, { host: "localhost:3000" });
    expect(await savePassword({ current: PASSWORD, password: PASSWORD })).toMatchObject({ ok: true });
    expect([...cast.owner.jar.values()]).not.toEqual([...old.values()]);
    expect(await statusFor(cast.owner)).toBe(200);
    expect(await statusFor(withJar(old))).toBe(401);
    expect(await statusFor(withJar(await signedInJar(ownerId, owned.session)))).toBe(401);
  });
});

const ELSEWHERE = [
  "https://evil.example",
  "http://localhost:3001",
  "http://localhost:3000.evil.example",
  "http://localhost",
  "null",
  "",
] as const;
const WRITES = ROUTE_ROWS.filter(
  ({ at, open }) => !open && at.includes(" /api/v1/") && !at.startsWith("GET"),
);

describe("cross-site requests", () => {
  it.each([...new Set(WRITES.map(({ at }) => at))])("%s with the owner's cookie is refused", async (at) => {
    const row = WRITES.find((each) => each.at === at);
    if (!row) throw new Error(at);
    const before = await digestDatabase();
    for (const origin of ELSEWHERE) {
      const { status } = await callAs(cast.owner, at.split(" ")[0] ?? "", row.to(owned), row.body?.(owned), {
        origin,
      });
      expect([origin, status]).toEqual([origin, 403]);
    }
    expect(await digestDatabase()).toEqual(before);
  });

  it("a form, which a page of a stranger can send, is no JSON", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const body = JSON.stringify({ name: "x", per100g: {} });
      const { status } = await callAs(cast.owner, "POST", "/api/v1/foods", body, { "content-type": type });
      expect([type, status]).toEqual([type, 415]);
    }
  });

  it("server actions are called by our own pages only, at whatever page they are posted to", () => {
    const refusalOf = gateOf(operations);
    const hosts = ["localhost:3000"];
    for (const path of Object.keys(PAGE_ROWS)) {
      const url = path.replaceAll(/\[\w+\]/g, "x");
      for (const origin of ELSEWHERE)
        expect([url, origin, refusalOf({ method: "POST", url, origin, hosts })?.status]).toEqual([
          url,
          origin,
          403,
        ]);
      expect(refusalOf({ method: "POST", url, origin: "http://localhost:3000", hosts })).toBeNull();
    }
  });
});

const INJECTED = [
  "a\r\nset-cookie: sid=x",
  "a\nlocation: https://evil.example",
  "a\r\n\r\n<script>",
  "%0d%0aset-cookie:x",
];

describe("header injection", () => {
  it.each(INJECTED)("%j stays inside its value", async (text) => {
    const form = new URLSearchParams({ text });
    const shared = await callAs(cast.nobody, "POST", "/share", form.toString(), {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(shared.headers.get("set-cookie")).toBeNull();
    expect(new URL(shared.headers.get("location") ?? "", "http://x").searchParams.get("line")).toBe(text);
    for (const what of ["mail", "reminders"]) {
      const url = new URL("http://localhost:3000/");
      const { headers } = await callRoute(cast.nobody, "GET", `/${what}/[token]/stop`, { token: text }, url);
      expect(headers.get("location")).toBe(`/${what}/${encodeURIComponent(text)}`);
      expect(headers.get("set-cookie")).toBeNull();
    }
  });

  it("an address that would add a header to a mail is refused", async () => {
    for (const email of [
      "a@example.org\r\nbcc: b@example.org",
      "a@example.org%0abcc:b@example.org",
      "\na@example.org,b@x.org",
    ]) {
      const { status } = await callAs(cast.nobody, "POST", "/api/v1/account/reset", { email });
      expect([email, status]).toEqual([email, 422]);
    }
  });
});

const PATHS = HOSTILE_TEXTS.filter(
  (text) => /\.\.|%2e|__proto__|constructor/.test(text) || text.includes("\0"),
);

describe("path traversal", () => {
  it.each(PATHS)("%j names no file, as a version or an id", async (text) => {
    const url = new URL("http://localhost:3000/");
    const table = await callRoute(cast.nobody, "GET", "/catalogue/[version]", { version: text }, url);
    expect([table.status, table.text]).toEqual([404, ""]);
    for (const path of ["/foods/[id]", "/recipes/[id]", "/supplements/[id]", "/diary/[id]"]) {
      const answer = await callRoute(cast["owner's token"], "GET", `/api/v1${path}`, { id: text }, url);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const removed = await callRoute(
      cast.administrator,
      "DELETE",
      "/api/v1/food-tables/[version]",
      { version: text },
      url,
    );
    expect(removed.status).toBe(204);
  });

  it.each(["../a.csv", "..\\a.csv", "/etc/a.csv", "a/b.csv", ".env", "..", "a\u0000.csv", "C:\\a.csv"])(
    "an upload named %j is refused and writes nothing",
    async (name) => {
      const folder = process.env.FOOD_TABLES_DIR ?? join(tmpdir(), "none");
      const beside = () => readdirSync(dirname(folder)).filter((file) => /a\.csv|\.env/.test(file));
      const [before, inside] = [beside(), existsSync(folder) ? readdirSync(folder) : []];
      for (const id of [owned.entry, "..%2f..%2fx"]) {
        const url = new URL(`http://localhost:3000/?name=${encodeURIComponent(name)}`);
        const path = "/api/v1/food-tables/uploads/[id]";
        const { status } = await callRoute(
          cast.administrator,
          "PUT",
          path,
          { id: decodeURIComponent(id) },
          url,
          "a,b",
        );
        expect(status).toBe(422);
      }
      expect(beside()).toEqual(before);
      expect(existsSync(folder) ? readdirSync(folder) : []).toEqual(inside);
    },
  );
});

describe("prototype pollution", () => {
  const POLLUTION = '"__proto__":{"polluted":1,"mayWrite":true},"constructor":{"prototype":{"polluted":1}}';

  it.each([...new Set(WRITES.filter(({ body }) => body).map(({ at }) => at))])("%s", async (at) => {
    const row = WRITES.find((each) => each.at === at);
    const body = row?.body?.(owned);
    if (!row || typeof body !== "object") return;
    const text = JSON.stringify(body).replace(
      /^\{/,
      `{${POLLUTION}${JSON.stringify(body) === "{}" ? "" : ","}`,
    );
    const before = await digestDatabase();
    // As a reader, whom a polluted prototype would let write.
    const asReader = await callAs(
      cast["owner's read-only token"],
      at.split(" ")[0] ?? "",
      row.to(owned),
      text,
    );
    expect([at, asReader.status]).toEqual([at, row.reads ? 422 : 403]);
    const asOwner = await callAs(cast.other, at.split(" ")[0] ?? "", row.to(owned), text);
    expect([at, asOwner.status < 500, canariesIn(asOwner.text)]).toEqual([at, true, []]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    if (asOwner.status >= 400) expect(await digestDatabase()).toEqual(before);
  });
});

describe("SQL in a text", () => {
  const SQL = [
    '\'; DROP TABLE "DiaryEntry"; --',
    '" OR ""="',
    'Robert\'); DELETE FROM "User";--',
    "\\'; SELECT 1; --",
    "$1 ?1 :a",
  ];

  it.each(SQL)("%s is kept as typed, found again and does nothing", async (text) => {
    const tables = Object.keys(await digestDatabase());
    const users = await db().user.count();
    const as = cast["owner's token"];
    const write = async (method: string, target: string, body: unknown) => {
      const { status, text: answer } = await callAs(as, method, `/api/v1${target}`, body);
      expect([target, status < 300]).toEqual([target, true]);
      return answer;
    };
    const quoted = JSON.stringify(text).slice(1, -1);
    const food = { name: text, per100g: { iron: 1 }, portions: [{ label: text, grams: 30 }] };
    expect(await write("PUT", `/foods/${owned.food}`, food)).toContain(`"label":"${quoted}"`);
    const words = { date: TODAY, meal: "lunch", text, note: text, typed: text };
    expect(await write("PUT", `/diary/${owned.textEntry}`, words)).toContain(`"note":"${quoted}"`);
    const reason = await write("PUT", "/targets/zinc", { target: 9, reason: text });
    expect(reason).toContain(quoted);
    const dose = { name: text, doseLabel: text.slice(0, 40), contents: [{ nutrient: "zinc", amount: 5 }] };
    expect(await write("PUT", `/supplements/${owned.supplement}`, dose)).toContain(`"name":"${quoted}"`);
    const found = await callAs(as, "GET", `/api/v1/foods?q=${encodeURIComponent(text)}`);
    expect(found.status).toBe(200);
    for (const id of [text, `own:${text}`])
      expect((await callAs(as, "GET", `/api/v1/foods/${encodeURIComponent(id)}`)).status).toBe(404);
    expect(Object.keys(await digestDatabase())).toEqual(tables);
    expect(await db().user.count()).toBe(users);
  });
});
