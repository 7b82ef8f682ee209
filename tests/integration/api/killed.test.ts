import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { makeApi } from "@/tests/support/api";
import { killRounds } from "@/tests/support/kill-rounds";

// Issue 13. `npm run kill` does many more rounds.
it("fault 13: a server that is killed in the middle of replays loses nothing and doubles nothing", async () => {
  const { userId: ownerId, token } = await makeApi();
  const countRows = async () =>
    (await db().diaryEntry.count({ where: { ownerId } })) +
    (await db().ownFood.count({ where: { ownerId } }));
  const report = await killRounds(3, { env: process.env, token, countRows });
  expect(report.lost).toEqual([]);
  expect(report.doubled).toEqual([]);
  expect(report.writes).toBe(3 * 12 * 4);
});
