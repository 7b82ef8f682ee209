import { describe, expect, it } from "vitest";
import claims from "@/data/reference/claims.json";
import preparation from "@/data/reference/preparation.json";
import safety from "@/data/reference/safety.json";
import {
  type Condition,
  claimsFor,
  gatesFor,
  gateTextsAbout,
  type LocalDate,
  NUTRIENTS,
  type NutrientId,
} from "@/lib/nutrition";
import { safetyGates } from "@/lib/profile/person";
import type { ProfileView } from "@/lib/profile/schemas";

const claim = (id: string) => {
  const found = claims.claims.find((row) => row.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
};
/** Share of phytate that a preparation leaves, in percent. */
const left = (id: string): number => {
  const found = preparation.preparations.find((row) => row.id === id);
  if (!found) throw new Error(`no preparation ${id}`);
  return Math.round(found.phytate.typical * 100);
};

describe("11.18 what the texts say", () => {
  it("11.18 phytate and zinc: the shares of the table of preparations, sprouting by its days", () => {
    const { statement } = claim("phytate-zinc");
    expect(statement).toContain(`${left("sprouted-1-day")} % after one day`);
    expect(statement).toContain(`${left("sprouted-3-days")} % after two to three`);
    expect(statement).toContain(`sourdough about ${left("sourdough")} %`);
    expect(statement).toContain(`soaking about ${left("soaked")} %`);
    expect(statement).not.toMatch(/sprouting[^.;]*half/i);
  });

  it("11.18 magnesium oxide has the grade of small trials", () => {
    expect(claims.grades.B.meaning).toMatch(/^Small trials/);
    expect(claim("magnesium-oxide-laxative").grade).toBe("B");
  });

  it("11.18 vitamin D: the guideline of 2024 is cited, and not said where vitamin D is switched off", () => {
    const row = claim("vitamin-d-2024");
    expect(row.sources).toEqual(["demay2024"]);
    expect(claims.sources.demay2024.doi).toBe("10.1210/clinem/dgae290");
    for (const group of ["1 to 18", "75", "pregnan", "prediabetes"]) expect(row.statement).toContain(group);
    const said = (conditions: Condition[]) =>
      claimsFor(["vitamin-d-2024"], gatesFor({ conditions, age: 40, lifeStage: "none" }));
    expect(said([])).toHaveLength(1);
    expect(said(["chronic-kidney-disease"])).toEqual([]);
  });

  it("11.18 pregnancy, breastfeeding and planning point to folic acid, iodine, vitamin D and vitamin B12", () => {
    for (const code of ["pregnant", "trying-to-conceive"]) {
      const row = [...safety.lifeStages, ...safety.conditions].find((found) => found.code === code);
      for (const name of ["folic acid", "iodine", "vitamin D", "vitamin B12"])
        expect(row?.text, code).toContain(name);
      for (const id of ["uspstf2023", "ata2017", "demay2024", "and2016"])
        expect(row?.sources, code).toContain(id);
    }
    const lactating = safety.lifeStages.find(({ code }) => code === "lactating");
    for (const name of ["iodine", "vitamin B12"]) expect(lactating?.text).toContain(name);
  });

  it("11.18 a vegan diet points to vitamin B12, iodine and vitamin D, beside advice on each mineral", () => {
    const person = { conditions: [], age: 30, lifeStage: "none" } as const;
    const vegan = gatesFor({ ...person, diet: "vegan" });
    const [text] = vegan.texts;
    expect(text?.code).toBe("vegan");
    for (const name of ["vitamin B12", "iodine", "vitamin D"]) expect(text?.text).toContain(name);
    expect(gateTextsAbout(vegan, "zinc", "advice").map(({ code }) => code)).toEqual(["vegan"]);
    for (const diet of ["everything", "vegetarian"] as const)
      expect(gatesFor({ ...person, diet }).texts).toEqual([]);
    expect(gatesFor(person).texts).toEqual([]);
  });

  it("11.18 the diet of a profile reaches its gates", () => {
    const person = {
      birthDate: "1990-05-01",
      sex: "female",
      periods: [],
      conditions: [],
      medicines: [],
    };
    const codes = (diet: ProfileView["diet"]) =>
      safetyGates({ ...person, diet } as unknown as ProfileView, "2026-05-01" as LocalDate).texts.map(
        ({ code }) => code,
      );
    expect(codes("vegan")).toEqual(["vegan"]);
    expect(codes("everything")).toEqual([]);
  });
});

describe("11.18 a text says no more than the code does", () => {
  const named = (Object.keys(NUTRIENTS) as NutrientId[]).map(
    (id) => [id, NUTRIENTS[id].label.toLowerCase()] as const,
  );
  const rows = safety.conditions.map((row) => ({
    code: row.code,
    texts: [row.text, ...Object.values("about" in row ? (row.about ?? {}) : {})],
    gates: gatesFor({ conditions: [row.code as Condition], age: 60, lifeStage: "none", sex: "male" }),
  }));

  it.each(rows)(
    "11.18 $code: a food rich in a nutrient is said to be left out only where it is capped",
    ({ texts, gates }) => {
      for (const [id, label] of named) {
        const said = texts.some((text) =>
          new RegExp(`${label}-rich foods|foods rich in ${label}`, "i").test(text),
        );
        if (said) expect(gates.caps.has(id), label).toBe(true);
      }
    },
  );

  it.each(rows)("11.18 $code: a target is said to be hidden only where it is", ({ texts, gates }) => {
    for (const [id, label] of named) {
      const said = texts.some((text) => new RegExp(`no ${label} target`, "i").test(text));
      if (said) expect(gates.noTips.has(id), label).toBe(true);
    }
  });

  it("11.18 kidney disease: the text states the caps of a portion", () => {
    const row = safety.conditions.find(({ code }) => code === "chronic-kidney-disease");
    for (const [id, cap] of Object.entries(row?.caps ?? {}))
      expect(row?.text).toContain(`${cap} mg of ${id}`);
  });

  it("11.18 under 14: halved are the portions of suggestions, not those of lists", () => {
    const row = safety.lifeStages.find(({ code }) => code === "under-14");
    expect(row?.text).toMatch(/lists of foods show an adult's portions/i);
    expect(row?.text).not.toMatch(/day-to-day/);
  });
});
