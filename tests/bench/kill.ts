import { randomUUID } from "node:crypto";
import { createAccount, createToken } from "@/lib/access";
import { db, disconnect } from "@/lib/db";
import { migrate } from "@/lib/db/migrate";
import { env } from "@/lib/env";
import { killRounds } from "@/tests/support/kill-rounds";

/*
 * npm run kill [ROUNDS]: kills the server of DATABASE_URL so many times (200) in the middle of replays, and prints what was
 * lost and what is there twice. Give it an empty database: it makes an account in it.
 */

const rounds = Number(process.argv[2] ?? 200);
await migrate(env().database);
const userId = await createAccount({ email: `${randomUUID()}@example.org`, password: randomUUID() });
const viewer = { userId, sessionId: randomUUID(), mayWrite: true, sample: false, confirmedAt: new Date() };
const { token } = await createToken(viewer, userId, { name: "kill", scopes: ["read", "write"] });
const where = { ownerId: userId };
const countRows = async () =>
  (await db().diaryEntry.count({ where })) + (await db().ownFood.count({ where }));
const { lost, doubled, ...counts } = await killRounds(rounds, { env: process.env, token, countRows });
await disconnect();
console.log(env().database.engine, counts, `lost ${lost.length}, doubled ${doubled.length}`);
for (const line of [...lost, ...doubled]) console.log(line);
if (lost.length + doubled.length > 0) process.exitCode = 1;
