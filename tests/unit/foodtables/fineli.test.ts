import { describe, expect, it } from "vitest";
import { readOfficialTable } from "@/lib/foodtables/readers";
import { csv, type Files, latin1, officialFiles, zipped } from "@/tests/support/official-files";

const place = officialFiles();
const table = (...rows: readonly (readonly (string | number)[])[]) => latin1(csv(rows, ";"));

const PACKAGE: Files = {
  "descript.txt": latin1("Versio. Version. Release. 20.0\r\n"),
  "food.csv": table(
    ["FOODID", "FOODNAME", "FOODTYPE", "PROCESS", "EDPORT", "IGCLASS", "IGCLASSP", "FUCLASS", "FUCLASSP"],
    [1, "MAITO, RASVATON, UHT, D-VITAMIINIA", "FOOD", "IND", 100, "MILKFF", "MILKTOT", "MILKFF", "MILKDTOT"],
    [28934, "BANAANI, KUORINEEN", "FOOD", "RAW", "67,0", "FRUITOTH", "FRUITTOT", "FRUFRESH", "FRUDITOT"],
    [3, "SUOLA", "FOOD", "IND", 100, "SALT", "INGRTOT", "INGRMISC", "MISCTOT"],
  ),
  "foodname_EN.csv": table(
    ["FOODID", "FOODNAME", "LANG"],
    [1, "MILK, FAT-FREE, UHT, VITAMIN D", "EN"],
    [28934, "BANANA, WITH SKIN", "EN"],
    [3, "SALT", "EN"],
  ),
  "foodname_SV.csv": table(["FOODID", "FOODNAME", "LANG"], [1, "MJÖLK, FETTFRI", "SV"]),
  "foodname_FI.csv": table(["FOODID", "FOODNAME", "LANG"], [28934, "BANAANI, KUORINEEN", "FI"]),
  "fuclass_EN.csv": table(["THSCODE", "DESCRIPT", "LANG"], ["FRUFRESH", "Fruits", "EN"]),
  "component.csv": table(
    ["EUFDNAME", "COMPUNIT", "CMPCLASS", "CMPCLASSP"],
    ["ENERC", "KJ", "ENERGY", "MACROCMP"],
    ["MG", "MG", "MACROELM", "MINERAL"],
    ["SE", "UG", "TRACEELM", "MINERAL"],
    ["VITA", "UG", "FSVITAM", "VITAM"],
    ["FOL", "UG", "WSVITAM", "VITAM"],
    ["FAT", "G", "TOTALFAT", "MACROCMP"],
  ),
  "component_value.csv": table(
    ["FOODID", "EUFDNAME", "BESTLOC", "ACQTYPE", "METHTYPE", "METHIND"],
    [1, "ENERC", "418,40", "S", "S", "MI0107"],
    [1, "MG", "12,5", "F", "E", "MIR003"],
    [1, "SE", "", "X", "X", ""],
    [1, "VITA", "0", "S", "U", ""],
    [1, "FOL", "5,1", "A", "A", ""],
    [28934, "MG", "20,1", "D", "AG", ""],
    [28934, "SE", "0,67", "S", "R", ""],
    [3, "MG", "290", "L", "P", ""],
    [3, "SE", "0,1", "C", "E", ""],
    [3, "FAT", "0", "S", "U", ""],
  ),
  "foodaddunit.csv": table(
    ["FOODID", "FOODUNIT", "MASS"],
    [1, "DL", "102,00"],
    [1, "PORTM", "170,00"],
    [1, "PORT1000KJ", "700,00"],
    [28934, "KPL_S", "100,00"],
    [28934, "KPL_M", "190,00"],
    [28934, "KG", "1000"],
  ),
};

describe("Fineli", () => {
  it.each([
    ["a folder", () => place("fineli", PACKAGE)],
    ["a zip archive", () => place("fineli.zip", zipped(PACKAGE))],
  ])("reads %s in Latin-1 with semicolons and decimal commas", async (_, path) => {
    const read = await readOfficialTable(path());
    expect(read).toMatchObject({
      prefix: "fineli",
      edition: "Release 20.0",
      licence: expect.stringContaining("CC BY 4.0"),
    });
    expect(
      read.foods.map(({ code, name, otherNames, group }) => ({ code, name, otherNames, group })),
    ).toEqual([
      {
        code: "1",
        name: "Milk, fat-free, UHT, vitamin D",
        otherNames: ["Mjölk, fettfri", "Maito, rasvaton, UHT, d-vitamiinia"],
        group: "dairyEgg",
      },
      { code: "28934", name: "Banana, with skin", otherNames: ["Banaani, kuorineen"], group: "fruits" },
      { code: "3", name: "Salt", otherNames: ["Suola"], group: "spicesHerbs" },
    ]);
  });

  it("turns kilojoules into kilocalories and says how each value came about", async () => {
    const [milk, , salt] = (await readOfficialTable(place("fineli", PACKAGE))).foods;
    expect(milk?.values).toEqual({
      energy: { kind: "amount", amount: expect.closeTo(100, 9), basis: "calculated" },
      magnesium: { kind: "amount", amount: 12.5, basis: "borrowed" },
      vitaminA: { kind: "amount", amount: 0, basis: "imputed" },
    });
    expect(salt?.values.magnesium?.basis).toBe("label");
    expect(salt?.values.selenium?.basis).toBe("borrowed");
  });

  it("converts foods given with skin, amounts and measures, to their edible part", async () => {
    const [, banana] = (await readOfficialTable(place("fineli", PACKAGE))).foods;
    expect(banana).toMatchObject({
      refusePercent: 33,
      values: {
        magnesium: { kind: "amount", amount: expect.closeTo(30, 9), basis: "analysed" },
        selenium: { kind: "amount", amount: expect.closeTo(1, 9), basis: "calculated" },
      },
      portions: [
        { label: "1 medium", grams: expect.closeTo(127.3, 9) },
        { label: "1 small", grams: expect.closeTo(67, 9) },
      ],
    });
  });

  it("names household measures in English, a portion of 1000 kJ and a kilogram being none", async () => {
    const [milk] = (await readOfficialTable(place("fineli", PACKAGE))).foods;
    expect(milk?.portions).toEqual([
      { label: "1 portion", grams: 170 },
      { label: "100 ml", grams: 102 },
    ]);
  });

  it("leaves folate unknown, as it is total folate, and says so", async () => {
    const read = await readOfficialTable(place("fineli", PACKAGE));
    expect(read.columns).not.toHaveProperty("folate");
    expect(read.remarks).toEqual([
      "Folate is total folate: dietary folate equivalents are left unknown",
      "1 food given with skin, stones or bones: amounts and measures converted to the edible part",
    ]);
  });

  it.each([
    [
      "component_value.csv",
      "row 2: the food 9 is not in food.csv",
      table(["FOODID", "EUFDNAME", "BESTLOC"], [9, "MG", "1"]),
    ],
    [
      "component_value.csv",
      "row 2: “1,2,3” is no amount",
      table(["FOODID", "EUFDNAME", "BESTLOC"], [1, "MG", "1,2,3"]),
    ],
    [
      "component.csv",
      "row 2: the unit “MMOL” of MG is none that is read",
      table(["EUFDNAME", "COMPUNIT"], ["MG", "MMOL"]),
    ],
    ["foodaddunit.csv", "has no column “MASS”", table(["FOODID", "FOODUNIT"])],
  ])("refuses a damaged %s: %s", async (file, message, text) => {
    await expect(readOfficialTable(place("fineli", { ...PACKAGE, [file]: text }))).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(message),
    });
  });
});
