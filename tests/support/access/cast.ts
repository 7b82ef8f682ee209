import { createECDH, randomBytes, randomUUID } from "node:crypto";
import { createAccount, createSampleAccount, createToken, openSession, viewerOfSession } from "@/lib/access";
import { makeLink } from "@/lib/access/links";
import { db } from "@/lib/db";
import { stopToken } from "@/lib/notices/push/stop-link";
import { stopUrl } from "@/lib/notices/unsubscribe";
import { addDays } from "@/lib/nutrition";
import { type Jar, signedInJar } from "./incoming";

/*
 * Who asks in the access matrix, and what belongs to the one whose data are asked for. Providers, households and links to
 * what is shared become roles of `Cast` when there are any: a browser or a key, and whether they may read or write.
 */

export const PASSWORD = "correct horse battery";
export const BANANA = "ndb:09040";
export const TODAY = new Date().toISOString().slice(0, 10);
export const YESTERDAY = addDays(TODAY, -1);

/** Somebody who asks: by the cookies of a browser or by a token. */
export type Role = { readonly userId: string | null; readonly jar: Jar; readonly bearer?: string };

export const ROLES = [
  "nobody",
  "other",
  "other's token",
  "sample",
  "administrator",
  "owner's read-only token",
  "owner's token",
  "owner",
] as const;
export type RoleName = (typeof ROLES)[number];
export type Cast = Readonly<Record<RoleName, Role>>;

/** The roles that own nothing of what is asked for. */
export const STRANGERS = ["nobody", "other", "other's token", "sample", "administrator"] as const;

/** Ids of what belongs to somebody, of the same shape as those of what is not there. */
export type Ids = Readonly<
  Record<
    | "entry"
    | "textEntry"
    | "plan"
    | "food"
    | "recipe"
    | "supplement"
    | "period"
    | "token"
    | "session"
    | "device"
    | "alert"
    | "barcode"
    | "stopMail"
    | "stopReminder"
    | "resetLink"
    | "verifyLink",
    string
  >
>;

/** Texts that nobody can guess: where one is found, something was told. */
export const canaries: string[] = [];
const canary = (): string => {
  const text = `zq${randomBytes(8).toString("hex")}`;
  canaries.push(text);
  return text;
};

/** What of the owner's texts is in an answer. */
export const canariesIn = (text: string): string[] => canaries.filter((each) => text.includes(each));

const browser = async (userId: string, userAgent = "Firefox"): Promise<Role & { sid: string }> => {
  const sid = await openSession(userId, { address: null, userAgent });
  return { userId, sid, jar: await signedInJar(userId, sid) };
};

const makeToken = async (userId: string, sid: string, scopes: ("read" | "write")[], name = "laptop") => {
  const viewer = await viewerOfSession(userId, sid);
  if (!viewer) throw new Error("The session is gone.");
  const { token } = await createToken(viewer, userId, { name, scopes });
  return { userId, jar: new Map(), bearer: token };
};

/** An account of everybody; the first one of a server is the administrator's. */
export const makeCast = async (): Promise<Cast> => {
  const account = (name: string) => createAccount({ email: `${name}@example.org`, password: PASSWORD });
  const administrator = await account("administrator");
  const owner = await account(canary());
  const other = await account("other");
  const sample = await createSampleAccount("UTC");
  const [asOwner, asOther] = [await browser(owner, canary()), await browser(other)];
  return {
    nobody: { userId: null, jar: new Map() },
    administrator: { userId: administrator, jar: (await browser(administrator)).jar },
    sample: { userId: sample, jar: (await browser(sample)).jar },
    other: asOther,
    "other's token": await makeToken(other, asOther.sid, ["read", "write"]),
    owner: asOwner,
    "owner's token": await makeToken(owner, asOwner.sid, ["read", "write"], canary()),
    "owner's read-only token": await makeToken(owner, asOwner.sid, ["read"], canary()),
  };
};

/** A barcode of 13 digits with its check digit. */
const barcode = (): string => {
  const digits = `40${String(randomBytes(5).readUIntBE(0, 5)).padStart(10, "0").slice(-10)}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

/** Ids of nothing. */
export const missingIds = (): Ids => ({
  entry: randomUUID(),
  textEntry: randomUUID(),
  plan: randomUUID(),
  food: `own:${randomUUID()}`,
  recipe: randomUUID(),
  supplement: randomUUID(),
  period: randomUUID(),
  token: randomUUID(),
  session: randomUUID(),
  device: randomUUID(),
  alert: `safety:${randomUUID()}`,
  barcode: barcode(),
  stopMail: `${randomUUID()}.${randomBytes(32).toString("base64url")}`,
  stopReminder: `${randomUUID()}.${randomUUID()}.${randomBytes(32).toString("base64url")}`,
  resetLink: randomBytes(32).toString("base64url"),
  verifyLink: randomBytes(32).toString("base64url"),
});

type Write = (method: string, target: string, body: unknown) => Promise<unknown>;

/** Gives the owner one of everything, with a canary in every text. @param write as the owner's browser */
export const plant = async (owner: string, write: Write): Promise<Ids> => {
  const id = missingIds();
  const place = { date: YESTERDAY, meal: "lunch" };
  const grams = { grams: 100 };
  await write("PUT", "/profile", { birthDate: "1990-05-17", sex: "female" });
  await write("PUT", `/foods/${id.food}`, {
    name: canary(),
    per100g: { iron: 1, energy: 100 },
    portions: [{ label: canary(), grams: 30 }],
    barcode: id.barcode,
  });
  await write("PUT", `/recipes/${id.recipe}`, {
    name: canary(),
    servings: 2,
    instructions: canary(),
    ingredients: [
      { food: BANANA, amount: grams },
      { text: canary(), amount: grams },
    ],
  });
  await write("PUT", `/supplements/${id.supplement}`, {
    name: canary(),
    doseLabel: canary(),
    contents: [{ nutrient: "zinc", amount: 90 }],
  });
  const words = { note: canary(), typed: canary() };
  await write("PUT", `/diary/${id.entry}`, { ...place, food: id.food, amount: grams, ...words });
  await write("PUT", `/diary/${id.textEntry}`, { ...place, text: canary(), note: canary() });
  await write("PUT", `/plans/${id.plan}`, { ...place, date: TODAY, food: id.food, amount: grams });
  await write("PUT", `/supplements/${id.supplement}/doses/${YESTERDAY}/1`, {});
  await write("PUT", `/favourites/${id.food}`, { amount: grams });
  await write("PUT", `/profile/periods/${id.period}`, {
    kind: "weight",
    from: "2020-01-01",
    to: null,
    weightKg: 61.25,
  });
  await write("PUT", "/targets/zinc", { target: 9.5, reason: canary() });
  await write("PUT", `/days/${YESTERDAY}`, { mark: "complete" });
  await write("PUT", "/settings/alerts", { mail: "none", hour: 9 });
  const { id: device } = (await write("PUT", "/reminders/current", reminders(canary()))) as { id: string };
  const { items } = (await write("GET", "/alerts", undefined)) as { items: { id: string }[] };
  const alert = items[0]?.id;
  if (alert === undefined) throw new Error("Nothing to be told of the diary.");
  const token = (await write("POST", "/tokens", { name: canary(), scopes: ["read"] })) as { id: string };
  const session = await openSession(owner, { address: "203.0.113.7", userAgent: canary() });
  const linkOf = async (purpose: "reset" | "verify-email"): Promise<string> =>
    (await makeLink(owner, purpose, "owner@example.org")).split("#")[1] ?? "";
  return {
    ...id,
    device,
    alert,
    session,
    token: token.id,
    stopMail: stopUrl(owner).split("/").at(-2) ?? "",
    stopReminder: await reminderLink(owner, device),
    resetLink: await linkOf("reset"),
    verifyLink: await linkOf("verify-email"),
  };
};

const PUSH_KEYS = {
  p256dh: createECDH("prime256v1").generateKeys("base64url"),
  auth: randomBytes(16).toString("base64url"),
};

/** What switches reminders on. @param name of the device, and in the address of its push service */
export const reminders = (name: string) => ({
  subscription: { endpoint: `https://push.example.com/${name}`, keys: PUSH_KEYS },
  name,
  nothingHour: 20,
  doses: true,
  alerts: true,
  details: false,
  quietFrom: 22,
  quietTo: 7,
});

/** The link in a reminder that was sent. */
const reminderLink = async (ownerId: string, subscriptionId: string): Promise<string> => {
  const now = new Date();
  const message = { id: randomUUID(), ownerId, subscriptionId, key: `nothing:${TODAY}`, kind: "nothing" };
  await db().pushMessage.create({
    data: {
      ...message,
      state: "sent",
      attempts: 1,
      nextAt: now,
      expiresAt: now,
      createdAt: now,
      updatedAt: now,
    },
  });
  return stopToken(ownerId, message.id);
};

/** Takes everything from somebody that they made by asking, so that the next one asked of knows nothing either. */
export const forgetOf = async ({ userId }: Role): Promise<void> => {
  if (userId === null) return;
  const where = { ownerId: userId };
  const { ownFood, recipe, supplement, diaryEntry, plannedFood, favourite, lifePeriod, pushSubscription } =
    db();
  for (const table of [
    ownFood,
    recipe,
    supplement,
    diaryEntry,
    plannedFood,
    favourite,
    lifePeriod,
    pushSubscription,
  ])
    await (table as typeof ownFood).deleteMany({ where });
};
