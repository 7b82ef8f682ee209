import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChange } from "@/app/(app)/_features/diary/day-change";
import {
  contentWords,
  nutrientWord,
  scheduleWords,
  shareWords,
} from "@/app/(app)/_features/food/supplement-words";
import {
  emptyContent,
  getMeasure,
  nutrientInDose,
  toSupplementDraft,
  toSupplementInput,
} from "@/app/(app)/supplements/_components/supplement-draft";
import type { EntryView } from "@/lib/diary/schemas";
import { supplementInput } from "@/lib/foods/schemas";
import type { DoseView } from "@/lib/insights/schemas";
import { composition, SUPPLEMENT_FORMS, SUPPLEMENT_NUTRIENTS } from "@/lib/nutrition";
import { aDay, anEntry, TODAY } from "../day-fixtures";

const plain = (text: string): string => text.replaceAll("\u00A0", " ");

describe("the words of a supplement", () => {
  it("say when it is taken", () => {
    const every = [1, 2, 3, 4, 5, 6, 7];
    const words = (days: number[], times: { time: string | null; count: number }[]) =>
      plain(scheduleWords({ days, times }, "capsule"));
    expect(words(every, [{ time: "08:00", count: 1 }])).toBe("Every day: 1 capsule at 08:00");
    expect(words([1, 4], [{ time: null, count: 2 }])).toBe("Mon and Thu: 2 capsules");
    expect(
      words(every, [
        { time: "08:00", count: 2 },
        { time: "20:30", count: 0.5 },
      ]),
    ).toBe("Every day: 2 capsules at 08:00 and ½ capsule at 20:30");
    expect(words(every, [])).toBe("As needed");
  });

  it("say what a dose holds, and of a compound the share that is the nutrient", () => {
    const form = SUPPLEMENT_FORMS.find(({ nutrient, id }) => nutrient === "magnesium" && id === "citrate");
    if (!form) throw new Error("no citrate");
    const content = { nutrient: "magnesium", unit: "mg", prescribed: false } as const;
    const shown = { ...form, sources: [...form.sources] };
    expect(plain(contentWords({ ...content, amount: 100, form: null, compound: null }))).toBe(
      "100 mg magnesium",
    );
    expect(plain(contentWords({ ...content, amount: 100, form: shown, compound: null }))).toBe(
      "100 mg magnesium, as magnesium citrate",
    );
    expect(
      plain(contentWords({ ...content, amount: 80.8, form: shown, compound: { amount: 500, unit: "mg" } })),
    ).toBe("81 mg magnesium, from 500 mg magnesium citrate (16 % of it is magnesium)");
    expect(plain(shareWords({ nutrient: "vitaminD", compoundUnit: "IU", share: 0.025 }))).toBe(
      "40 IU are 1 µg",
    );
    expect(nutrientWord("vitaminD")).toBe("vitamin D");
  });
});

describe("the form of a supplement", () => {
  const typed = { ...toSupplementDraft(undefined), name: "Iron", doseLabel: "tablet" };

  it("sends the nutrient's amount, or the compound's with its form", () => {
    const row = emptyContent("a", "iron");
    const sent = (content: typeof row) => toSupplementInput({ ...typed, contents: [content] }).contents[0];
    expect(sent({ ...row, amount: "14,5" })).toEqual({
      nutrient: "iron",
      form: null,
      prescribed: false,
      amount: 14.5,
    });
    const salt = { ...row, form: "sulfate", amount: "325" };
    expect(sent(salt)).toMatchObject({ form: "sulfate", amount: 325 });
    expect(sent({ ...salt, basis: "compound" })).toMatchObject({ form: "sulfate", compound: 325 });
    expect(nutrientInDose({ ...salt, basis: "compound" })).toBeCloseTo(65.3, 1);
    // Without a form there is no compound to weigh.
    expect(sent({ ...row, basis: "compound", amount: "14" })).toMatchObject({ amount: 14 });
    // Vitamin D in IU is never an amount in µg.
    const vitamin = { ...emptyContent("d", "vitaminD"), form: "d3-iu", amount: "1000" };
    expect(getMeasure(vitamin).basis).toBe("compound");
    expect(nutrientInDose(vitamin)).toBe(25);
  });

  it("knows no amount until one is typed", () => {
    for (const amount of ["", "abc", "0", "-1", "1e10"]) {
      expect(nutrientInDose({ ...emptyContent("a", "zinc"), amount })).toBeNull();
    }
  });

  it("sends what the server takes, and shows the same again", () => {
    const nutrient = fc.constantFrom(...SUPPLEMENT_NUTRIENTS);
    fc.assert(
      fc.property(
        nutrient,
        fc.nat(20),
        fc.boolean(),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom("daily", "days", "needed"),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (id, which, compound, amount, repeat, days) => {
          const forms = SUPPLEMENT_FORMS.filter((form) => form.nutrient === id);
          const form = forms[which % (forms.length + 1)]?.id ?? "";
          const draft = {
            ...typed,
            repeat,
            days: days.toSorted((a, b) => a - b),
            contents: [
              {
                ...emptyContent("c0", id),
                form,
                basis: compound ? ("compound" as const) : ("nutrient" as const),
                amount: String(amount),
              },
            ],
          };
          const input = supplementInput.parse(toSupplementInput(draft));
          expect(input.contents[0]?.nutrient).toBe(id);
          expect(input.schedule.times).toHaveLength(repeat === "needed" ? 0 : 1);
          expect(input.schedule.days).toEqual(repeat === "days" ? draft.days : [1, 2, 3, 4, 5, 6, 7]);
        },
      ),
    );
  });
});

describe("a dose ticked on the day", () => {
  const dose = (over: Partial<EntryView> = {}, slot: number | null = 1): DoseView => ({
    supplement: "s",
    slot,
    taken: false,
    asNeeded: false,
    entry: {
      ...anEntry({ id: "dose" }),
      kind: "supplement",
      grams: null,
      nutrients: composition({ magnesium: 400 }),
      ...over,
    },
  });
  const dayWith = (...doses: DoseView[]) => ({ ...aDay([anEntry({ id: "lentils" })]), doses });
  const of = (day: ReturnType<typeof dayWith>, wanted: string) =>
    day.minerals.find(({ mineral }) => mineral === wanted);

  it("counts at once, once, and apart from food", () => {
    const planned = dose();
    const day = dayWith(planned);
    const taken = applyChange(day, { kind: "take", dose: planned });
    expect(taken.doses[0]?.taken).toBe(true);
    expect(of(taken, "magnesium")).toMatchObject({
      total: { amount: 500, known: 2, entries: 2 },
      fromSupplements: { amount: 400, known: 1 },
      overLimit: 50,
    });
    // What the capsule does not list it is not asked for.
    expect(of(taken, "zinc")?.total).toMatchObject({ entries: 1 });
    expect(applyChange(taken, { kind: "take", dose: planned })).toBe(taken);
    const back = applyChange(taken, { kind: "untake", dose: planned });
    expect(back.doses[0]?.taken).toBe(false);
    expect(of(back, "magnesium")).toMatchObject({
      total: { amount: 100, known: 1, entries: 1 },
      fromSupplements: { amount: null, known: 0 },
      overLimit: null,
    });
    expect(applyChange(back, { kind: "untake", dose: planned })).toBe(back);
  });

  it("passes no limit where it was prescribed, and not when food is added after", () => {
    const planned = dose({ prescribed: ["magnesium"] });
    const taken = applyChange(dayWith(planned), { kind: "take", dose: planned });
    expect(of(taken, "magnesium")).toMatchObject({ overLimit: null, prescribed: 400 });
    const own = dose({ id: "own", nutrients: composition({ magnesium: 360 }) });
    const both = applyChange({ ...taken, doses: [...taken.doses, own] }, { kind: "take", dose: own });
    expect(of(both, "magnesium")?.overLimit).toBe(10);
    const left = applyChange(both, { kind: "untake", dose: planned });
    expect(of(left, "magnesium")).toMatchObject({ overLimit: 10 });
    // As the server says it: absent where nothing is prescribed.
    expect(of(left, "magnesium")).not.toHaveProperty("prescribed");
  });

  it("of another day changes nothing, and one of a supplement that is gone disappears with its tick", () => {
    const planned = dose();
    const day = dayWith(planned);
    expect(TODAY).not.toBe("2026-11-01");
    expect(applyChange(day, { kind: "take", dose: dose({ date: "2026-11-01" }) })).toBe(day);
    const gone = { ...dose({ id: "gone" }, null), taken: true };
    const held = applyChange(dayWith(), { kind: "take", dose: gone });
    expect(held.doses).toHaveLength(1);
    expect(applyChange(held, { kind: "untake", dose: gone }).doses).toEqual([]);
  });
});
