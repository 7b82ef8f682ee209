import { describe, expect, it } from "vitest";
import { dueReminders, quietUntil, reminderKey } from "@/lib/notices/push/due-reminders";
import { isQuietHour, reminderInput } from "@/lib/notices/schemas";

const BERLIN = "Europe/Berlin";
const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const wishes = { nothingHour: 20, doses: true, quietFrom: 22, quietTo: 7, updatedAt: LONG_AGO };
const dose = (times: (string | null)[], days = [1, 2, 3, 4, 5, 6, 7], updatedAt = LONG_AGO) => ({
  active: true,
  schedule: { days, times: times.map((time) => ({ time, count: 1 })) },
  updatedAt: updatedAt.toISOString(),
});
const keysAt = (instant: string, given = wishes, schedules = [dose(["08:30"])], zone = BERLIN) =>
  dueReminders(new Date(instant), zone, given, schedules).due.map(reminderKey);
const nextAt = (instant: string, given = wishes, schedules = [dose(["08:30"])], zone = BERLIN) =>
  dueReminders(new Date(instant), zone, given, schedules).next.toISOString();

describe("what is due", () => {
  it("follows the person's clock: half past eight in Berlin", () => {
    expect(keysAt("2026-05-14T06:29:59Z")).toEqual([]);
    expect(keysAt("2026-05-14T06:30:00Z")).toEqual(["doses:2026-05-14:08:30"]);
    expect(keysAt("2026-05-14T18:00:00Z")).toEqual(["nothing:2026-05-14"]);
    expect(keysAt("2026-05-14T18:00:00Z", wishes, [], "America/New_York")).toEqual([]);
  });

  it("looks again at the next instant, and within a day where there is none", () => {
    expect(nextAt("2026-05-14T06:00:00Z")).toBe("2026-05-14T06:30:00.000Z");
    expect(nextAt("2026-05-14T06:30:00Z")).toBe("2026-05-14T18:00:00.000Z");
    expect(nextAt("2026-05-14T18:00:00Z")).toBe("2026-05-15T06:30:00.000Z");
    expect(nextAt("2026-05-14T18:00:00Z", { ...wishes, nothingHour: null as never }, [])).toBe(
      "2026-05-15T18:00:00.000Z",
    );
  });

  it("tells no dose two hours late, and of a day nothing when it is over", () => {
    expect(keysAt("2026-05-14T08:29:00Z")).toEqual(["doses:2026-05-14:08:30"]);
    expect(keysAt("2026-05-14T08:30:00Z")).toEqual([]);
    expect(keysAt("2026-05-14T21:59:00Z")).toEqual(["nothing:2026-05-14"]);
    expect(keysAt("2026-05-14T22:00:00Z")).toEqual([]);
  });

  it("tells nothing of before the choice was made, or the schedule", () => {
    const since = { ...wishes, updatedAt: new Date("2026-05-14T18:00:01Z") };
    expect(keysAt("2026-05-14T18:30:00Z", since)).toEqual([]);
    expect(keysAt("2026-05-15T18:30:00Z", since)).toEqual(["nothing:2026-05-15"]);
    const changed = [dose(["08:30"], undefined, new Date("2026-05-14T06:45:00Z"))];
    expect(keysAt("2026-05-14T07:00:00Z", wishes, changed)).toEqual([]);
  });

  it("is one reminder for doses of the same time, none on other days, without a time, or stopped", () => {
    const both = [dose(["08:30"]), dose(["08:30", "09:00"])];
    expect(keysAt("2026-05-14T07:00:00Z", wishes, both)).toEqual([
      "doses:2026-05-14:08:30",
      "doses:2026-05-14:09:00",
    ]);
    // 14 May 2026 is a Thursday, 4.
    expect(keysAt("2026-05-14T07:00:00Z", wishes, [dose(["08:30"], [1, 2, 3, 5, 6, 7])])).toEqual([]);
    expect(keysAt("2026-05-14T07:00:00Z", wishes, [dose([null])])).toEqual([]);
    expect(keysAt("2026-05-14T07:00:00Z", wishes, [{ ...dose(["08:30"]), active: false }])).toEqual([]);
    expect(keysAt("2026-05-14T07:00:00Z", { ...wishes, doses: false })).toEqual([]);
  });

  it("leaves out what falls into the quiet hours", () => {
    expect(keysAt("2026-05-14T20:45:00Z", wishes, [dose(["22:30"])])).toEqual(["nothing:2026-05-14"]);
    expect(keysAt("2026-05-14T04:45:00Z", wishes, [dose(["06:30"])])).toEqual([]);
    expect(keysAt("2026-05-14T05:00:00Z", wishes, [dose(["07:00"])])).toEqual(["doses:2026-05-14:07:00"]);
  });

  it("tells late in the evening what began before midnight", () => {
    const open = { ...wishes, nothingHour: 23, quietFrom: 0, quietTo: 0 };
    expect(keysAt("2026-05-14T22:10:00Z", open, [dose(["23:30"])])).toEqual(["doses:2026-05-14:23:30"]);
  });

  it("keeps to the clock on the days on which it is changed", () => {
    // Berlin: put on at 02:00 on 29 March 2026, put back at 03:00 on 25 October 2026.
    expect(nextAt("2026-03-28T20:00:00Z", wishes, [dose(["08:30"])])).toBe("2026-03-29T06:30:00.000Z");
    expect(nextAt("2026-10-24T20:00:00Z", wishes, [dose(["08:30"])])).toBe("2026-10-25T07:30:00.000Z");
    const night = { ...wishes, quietFrom: 0, quietTo: 0 };
    // 02:30 does not exist that day: half an hour after the clock was put on.
    expect(keysAt("2026-03-29T01:29:00Z", night, [dose(["02:30"])])).toEqual([]);
    expect(keysAt("2026-03-29T01:30:00Z", night, [dose(["02:30"])])).toEqual(["doses:2026-03-29:02:30"]);
  });
});

describe("quiet hours", () => {
  it("go over midnight, or do not, or are none", () => {
    const night = { quietFrom: 22, quietTo: 7 };
    expect([21, 22, 23, 0, 6, 7].map((hour) => isQuietHour(hour, night))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([12, 13, 14].map((hour) => isQuietHour(hour, { quietFrom: 13, quietTo: 14 }))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isQuietHour(5, { quietFrom: 5, quietTo: 5 })).toBe(false);
  });

  it("end at their hour of the person's clock", () => {
    const night = { quietFrom: 22, quietTo: 7 };
    const end = (instant: string) => quietUntil(new Date(instant), BERLIN, night)?.toISOString() ?? null;
    expect(end("2026-05-14T12:00:00Z")).toBeNull();
    expect(end("2026-05-14T20:30:00Z")).toBe("2026-05-15T05:00:00.000Z");
    expect(end("2026-05-14T22:30:00Z")).toBe("2026-05-15T05:00:00.000Z");
    // The nights on which the clock is put on, and back.
    expect(end("2026-03-28T22:30:00Z")).toBe("2026-03-29T05:00:00.000Z");
    expect(end("2026-10-24T22:30:00Z")).toBe("2026-10-25T06:00:00.000Z");
  });

  it("are refused around the hour of a reminder", () => {
    const input = {
      subscription: {
        endpoint: "https://push.example.org/x",
        keys: { p256dh: "B".repeat(87), auth: "a".repeat(22) },
      },
      name: "Phone",
      nothingHour: 23,
      doses: false,
      alerts: false,
      details: false,
      quietFrom: 22,
      quietTo: 7,
    };
    expect(reminderInput.safeParse(input).error?.issues).toMatchObject([
      { path: ["nothingHour"], message: "lies in the quiet hours" },
    ]);
    expect(reminderInput.safeParse({ ...input, nothingHour: 21 }).success).toBe(true);
    expect(reminderInput.safeParse({ ...input, nothingHour: null }).success).toBe(true);
  });
});
