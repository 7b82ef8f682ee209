import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { deleteHealthData, getProfile } from "@/lib/profile";
import { makeApi } from "../../support/api";

it("deletes what somebody told of their health, keeps the rest, and only for its owner", async () => {
  const [api, other] = [await makeApi({ weightKg: 61 }), await makeApi()];
  const told = { conditions: ["coeliac-disease"], medicines: ["levothyroxine"], lifeStage: "pregnant" };
  expect((await api.call("PUT", "/profile", told)).status).toBe(200);
  await expect(deleteHealthData(other.viewer, api.userId)).rejects.toMatchObject({ code: "not_found" });
  const reader = { ...api.viewer, sessionId: randomUUID(), mayWrite: false };
  await expect(deleteHealthData(reader, api.userId)).rejects.toMatchObject({ code: "forbidden" });
  expect(await getProfile(api.viewer, api.userId)).toMatchObject(told);
  for (const _ of [1, 2]) await deleteHealthData(api.viewer, api.userId);
  const left = await getProfile(api.viewer, api.userId);
  expect(left).toMatchObject({
    conditions: [],
    medicines: [],
    lifeStage: "none",
    weightKg: 61,
    sex: "female",
  });
});
