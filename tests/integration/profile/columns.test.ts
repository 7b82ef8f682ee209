import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { getAlertSettings } from "@/lib/insights";
import { alertSummary } from "@/lib/notices";
import { addNotice } from "@/lib/notices/store";
import { getProfile } from "@/lib/profile";
import { makeApi } from "@/tests/support/api";

/* A column of JSON that holds something else than its schema writes is an error that names it, not a wrong value. */

it.each(["exclusions", "excludedFoods", "conditions", "medicines"])(
  "a damaged Profile.%s is not read",
  async (column) => {
    const api = await makeApi();
    for (const text of ["", "null", '["private matter"]', "[1]"]) {
      await db().profile.update({ where: { ownerId: api.userId }, data: { [column]: text } });
      const reading = getProfile(api.viewer, api.userId);
      await expect(reading).rejects.toThrow(`Profile.${column}`);
      await expect(reading).rejects.not.toThrow("private matter");
    }
  },
);

it("damaged alert settings are not read", async () => {
  const api = await makeApi();
  const { body } = await api.call("GET", "/settings/alerts");
  const { mailReach: _, version: __, ...settings } = body as { mailReach: string; version: string };
  await api.call("PUT", "/settings/alerts", { ...settings, hour: 9 });
  await db().alertSettings.update({ where: { ownerId: api.userId }, data: { quietDays: '["Monday"]' } });
  await expect(getAlertSettings(api.viewer, api.userId)).rejects.toThrow("AlertSettings.quietDays");
});

it("a damaged notice is not read", async () => {
  const api = await makeApi();
  const finding = { key: "x", rule: "poor-pairing", nutrients: ["zinc"], finding: "x", severity: 0 } as const;
  await addNotice(api.userId, { ...finding, mean: null, probability: null, days: null }, 1, "2026-05-01");
  await db().notice.updateMany({ where: { ownerId: api.userId }, data: { nutrients: "{}" } });
  await expect(alertSummary(api.viewer, api.userId)).rejects.toThrow("Notice.nutrients");
});
