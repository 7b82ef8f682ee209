import { describe, expect, it } from "vitest";
import { readOfficialTable } from "@/lib/foodtables/readers";
import { csv, type Files, latin1, officialFiles, workbook, zipped } from "@/tests/support/official-files";

/** Readers that were written from published descriptions of the layouts: these fixtures follow the descriptions. */

const place = officialFiles();
type Row = (string | number | null)[];

describe("BLS 4.0", () => {
  const german: Row = [
    "BLS Code",
    "Lebensmittelbezeichnung",
    "Food name",
    ...["ENERCJ Energie (Kilojoule) [kJ/100g]", "ENERCJ Datenherkunft", "ENERCJ Referenz"],
    ...["ENERCC Energie (Kilokalorien) [kcal/100g]", "ENERCC Datenherkunft", "ENERCC Referenz"],
    ...["MG Magnesium [mg/100g]", "MG Datenherkunft", "MG Referenz"],
    ...["CU Kupfer [µg/100g]", "CU Datenherkunft", "CU Referenz"],
    ...["FE Eisen [mg/100g]", "FE Datenherkunft", "FE Referenz"],
    ...["VITA Vitamin A, Retinol-Äquivalent (RE) [µg/100g]", "VITA Datenherkunft", "VITA Referenz"],
    ...[
      "VITAA Vitamin A, Retinol-Aktivitäts-Äquivalent (RAE) [µg/100g]",
      "VITAA Datenherkunft",
      "VITAA Referenz",
    ],
    ...["FOL Folat-Äquivalent [µg/100g]", "FOL Datenherkunft", "FOL Referenz"],
    ...["FOLFD Folat [µg/100g]", "FOLFD Datenherkunft", "FOLFD Referenz"],
    ...["K Kalium [mg/100g]", "K Datenherkunft", "K Referenz"],
  ];
  const hazelnut: Row = [
    ...["H211100", "Haselnuss roh", "Hazelnut raw"],
    ...[2700, "", "", 650, "Formelberechnung", ""],
    ...[160, "Analyse", "1", 1500, "Literatur", "2", "<LOD", "Analyse", ""],
    ...[10, "", "", 5, "Rezeptberechnung", "", 113, "", "", 113, "", "", "TR", "", ""],
  ];
  const bread: Row = [
    ...["B111000", "Roggenbrot", "Rye bread"],
    ...["-", "", "", "-", "", "", "-", "Fehlender Wert", "", "-", "", "", "2,5", "Schätzung", ""],
    ...["-", "", "", "-", "", "", "-", "", "", "-", "", "", 290, "Unbekannt", ""],
  ];
  const english = german.map((heading) =>
    String(heading)
      .replace("Lebensmittelbezeichnung", "Food name (German)")
      .replace("Datenherkunft", "Data origin")
      .replace("Referenz", "Reference"),
  );

  it.each([
    ["German", german],
    ["English", english],
  ])("reads the workbook in %s by its component codes", async (_, headings) => {
    const path = place("BLS_4_0_Daten_2025_DE.xlsx", workbook({ Daten: [headings, hazelnut, bread] }));
    const table = await readOfficialTable(path);
    expect(table).toMatchObject({
      prefix: "bls",
      edition: "4.0",
      licence: expect.stringContaining("CC BY 4.0"),
    });
    expect(table.foods[0]).toMatchObject({
      code: "H211100",
      name: "Hazelnut raw",
      otherNames: ["Haselnuss roh"],
      group: "nutsSeeds",
    });
    expect(table.foods[0]?.values).toEqual({
      energy: { kind: "amount", amount: 650, basis: "calculated" },
      magnesium: { kind: "amount", amount: 160, basis: "analysed" },
      copper: { kind: "amount", amount: 1.5, basis: "borrowed" },
      iron: { kind: "below", limit: null, basis: "analysed" },
      vitaminA: { kind: "amount", amount: 5, basis: "calculated" },
      folate: { kind: "amount", amount: 113, basis: "unstated" },
      potassium: { kind: "trace", basis: "unstated" },
    });
    expect(table.foods[1]).toMatchObject({
      group: "bakedProducts",
      values: {
        iron: { kind: "amount", amount: 2.5, basis: "imputed" },
        potassium: { kind: "amount", amount: 290 },
      },
    });
    expect(Object.keys(table.foods[1]?.values ?? {})).toEqual(["iron", "potassium"]);
    expect(table.remarks).toEqual([
      "The table has no selenium",
      "1 value below a limit of detection or quantification that the table does not state",
      "No household measures",
    ]);
  });
});

describe("AFCD", () => {
  const headings: Row = [
    "Public Food Key",
    "Classification",
    "Derivation",
    "Food Name",
    "Energy with dietary fibre, equated \n(kJ)",
    "Protein  \n(g)",
    "Total dietary fibre  \n(g)",
    "Magnesium (Mg) \n(mg)",
    "Selenium (Se) \n(ug)",
    "Vitamin A retinol equivalents \n(ug)",
    "Vitamin D3 equivalents \n(ug)",
    "Dietary folate equivalents \n(ug)",
    "Total folates \n(ug)",
  ];
  const rows: Row[] = [
    ["F002258", "31302", "Borrowed", "Cardamom seed, dried, ground", 418.4, 10.8, 28, 229, null, 0, 0, 0, 0],
    ["F000001", "18201", "Analysed", "Pork, loin, raw", 500, 22, 0, 24, 20, 1, 0.3, null, 2],
  ];

  it("reads the sheet per 100 g and leaves what is another quantity unknown", async () => {
    const liquids = [
      ["Release 3"],
      headings,
      ["F002258", "111", "", "Cordial", 1, 0, 0, 1, 0, 0, 0, 0, 0],
    ] as Row[];
    const path = place(
      "AFCD Release 3 - Nutrient profiles.xlsx",
      workbook({
        "Liquids only per 100 mL": liquids,
        "All solids & liquids per 100 g": [["Release 3 - Nutrient profiles"], [], headings, ...rows],
      }),
    );
    const table = await readOfficialTable(path);
    expect(table).toMatchObject({
      prefix: "afcd",
      edition: "Release 3",
      licence: expect.stringContaining("CC BY-SA"),
    });
    expect(table.foods.map(({ code, group }) => [code, group])).toEqual([
      ["F002258", "spicesHerbs"],
      ["F000001", "pork"],
    ]);
    expect(table.foods[0]?.values).toEqual({
      energy: { kind: "amount", amount: expect.closeTo(100, 9), basis: "borrowed" },
      protein: { kind: "amount", amount: 10.8, basis: "borrowed" },
      fibre: { kind: "amount", amount: 28, basis: "borrowed" },
      magnesium: { kind: "amount", amount: 229, basis: "borrowed" },
      folate: { kind: "amount", amount: 0, basis: "borrowed" },
    });
    expect(table.foods[1]?.values.folate).toBeUndefined();
    expect(table.columns).not.toHaveProperty("vitaminA");
    expect(table.columns).not.toHaveProperty("vitaminD");
    expect(table.remarks).toHaveLength(3);
  });
});

describe("NEVO", () => {
  const headings = [
    "NEVO-versie/NEVO-version",
    "Voedingsmiddelgroep",
    "Food group",
    "NEVO-code",
    "Voedingsmiddelnaam/Dutch food name",
    "Engelse naam/Food name",
    "Synoniem",
    "Hoeveelheid/Quantity",
    "Opmerking",
    "Bevat sporen van/Contains traces of",
    "Is verrijkt met/Is fortified with",
    "ENERCJ (kJ)",
    "ENERCC (kcal)",
    "MG (mg)",
    "FE (mg)",
    "HAEM (mg)",
    "SE (µg)",
    "VITA_RAE (µg)",
    "VITA_RE (µg)",
    "FOL (µg)",
    "FOLFD (µg)",
  ];
  const rows = [
    [
      "NEVO-Online 2025 9.0",
      "Melk",
      "Milk and milk products",
      "286",
      "Melk halfvolle",
      "Milk semi-skimmed",
      "Halfvolle melk",
      "per 100g",
      "",
      "SE",
      "",
      "190",
      "45",
      "11",
      "0",
      "0",
      "0",
      "20",
      "22",
      "5",
      "5",
    ],
    [
      "NEVO-Online 2025 9.0",
      "Vlees",
      "Meat and poultry",
      "7",
      "Kip rauw",
      "Chicken raw",
      "",
      "per 100g",
      "",
      "",
      "",
      "",
      "",
      "25,5",
      "0,5",
      "0,2",
      "",
      "",
      "",
      "",
      "",
    ],
    [
      "NEVO-Online 2025 9.0",
      "Zuigeling",
      "Foods for special nutritional use",
      "9",
      "Melk p 100 ml",
      "Formula",
      "",
      "per 100ml",
      "",
      "",
      "",
      "1",
      "1",
      "1",
      "1",
      "0",
      "0",
      "1",
      "1",
      "1",
      "1",
    ],
  ];
  const quoted = csv(
    [headings, ...rows].map((row) => row.map((cell) => `"${cell}"`)),
    "|",
  );

  it.each([
    ["a text table", () => place("NEVO2025_v9.0.csv", `\uFEFF${quoted}`)],
    ["a workbook", () => place("NEVO2025_v9.0.xlsx", workbook({ NEVO2025: [headings, ...rows] }))],
  ])("reads %s, with traces apart from zeros, and leaves foods per 100 ml out", async (_, path) => {
    const table = await readOfficialTable(path());
    expect(table).toMatchObject({
      prefix: "nevo",
      edition: "2025 9.0",
      licence: expect.stringContaining("unchanged"),
    });
    expect(
      table.foods.map(({ code, name, otherNames, group }) => ({ code, name, otherNames, group })),
    ).toEqual([
      {
        code: "286",
        name: "Milk semi-skimmed",
        otherNames: ["Melk halfvolle", "Halfvolle melk"],
        group: "dairyEgg",
      },
      { code: "7", name: "Chicken raw", otherNames: ["Kip rauw"], group: "poultry" },
    ]);
    expect(table.foods[0]?.values).toEqual({
      energy: { kind: "amount", amount: 45, basis: "unstated" },
      magnesium: { kind: "amount", amount: 11, basis: "unstated" },
      iron: { kind: "amount", amount: 0, basis: "unstated" },
      selenium: { kind: "trace", basis: "unstated" },
      vitaminA: { kind: "amount", amount: 20, basis: "unstated" },
      folate: { kind: "amount", amount: 5, basis: "unstated" },
    });
    expect(table.foods[1]?.values).toEqual({
      magnesium: { kind: "amount", amount: 25.5, basis: "unstated" },
      iron: { kind: "amount", amount: 0.5, basis: "unstated" },
    });
    expect(table.remarks[0]).toBe("1 food with values per 100 ml left out");
  });

  it("refuses a quantity that is neither 100 g nor 100 ml", async () => {
    const path = place("nevo.csv", quoted.replace("per 100g", "per stuk"));
    await expect(readOfficialTable(path)).rejects.toThrow("“per stuk” is neither per 100 g nor per 100 ml");
  });
});

describe("the Swiss table", () => {
  const beside: Row = ["Derivation of value", "Source"];
  const headings: Row = [
    ...["ID", "ID V 4.0", "ID SwissFIR", "Name", "Synonyms", "Category", "Density", "Matrix unit"],
    ...["Energy, kilojoules (kJ)", ...beside, "Energy, kilocalories (kcal)", ...beside],
    ...["Magnesium (Mg) (mg)", ...beside, "Selenium (Se) (µg)", ...beside],
    ...[
      "Vitamin A activity, RE (µg-RE)",
      ...beside,
      "Vitamin A activity, RAE (µg)",
      ...beside,
      "Folate (µg)",
      ...beside,
    ],
  ];
  const row = (
    id: number,
    name: string,
    category: string,
    density: Row[number],
    unit: string,
    ...values: Row
  ): Row => [
    ...[id, "", "", name, "Synonym; other", category, density, unit],
    ...values.flatMap((value): Row => [value, "Analysis", "12"]),
  ];
  const rows = [
    row(
      273,
      "Almond",
      "Nuts, seeds and oleaginous fruit",
      "",
      "per 100g edible portion",
      2600,
      624,
      270,
      "<0.1",
      0,
      "tr.",
      44,
    ),
    row(5, "Beer", "Alcoholic beverages/Beer", 1.25, "per 100 ml", 180, 50, 10, "-", 0, 0, 6),
    row(6, "Wine", "Alcoholic beverages/Wine", "", "per 100 ml", 300, 70, 10, "-", 0, 0, 0),
  ];

  it("reads values with their marks, and drinks by their density", async () => {
    const path = place(
      "swiss.xlsx",
      workbook({
        "Generic Foods": [
          ["Swiss food composition database – Generic foods V 7.0 (01.07.2025)"],
          [],
          headings,
          ...rows,
        ],
      }),
    );
    const table = await readOfficialTable(path);
    expect(table).toMatchObject({ prefix: "swiss", edition: "Version 7.0" });
    expect(table.foods.map(({ name, group }) => [name, group])).toEqual([
      ["Almond", "nutsSeeds"],
      ["Beer", "beverages"],
    ]);
    expect(table.foods[0]?.values).toEqual({
      energy: { kind: "amount", amount: 624, basis: "analysed" },
      magnesium: { kind: "amount", amount: 270, basis: "analysed" },
      selenium: { kind: "below", limit: 0.1, basis: "analysed" },
      vitaminA: { kind: "trace", basis: "analysed" },
    });
    expect(table.foods[1]?.values).toMatchObject({
      energy: { kind: "amount", amount: 40 },
      magnesium: { kind: "amount", amount: 8 },
    });
    expect(table.remarks.slice(0, 2)).toEqual([
      "1 food per 100 ml converted to 100 g by its density",
      "1 food per 100 ml without a density left out",
    ]);
  });
});

describe("the Canadian Nutrient File", () => {
  const release: Files = {
    "FOOD NAME.csv": latin1(
      'FoodID,FoodCode,FoodGroupID,FoodSourceID,FoodDescription,FoodDescriptionF,CountryCode\r\n14,14,1,3,"Milk, whole, 3.25% M.F.","Lait, entier, 3,25 % M.G. crème",\r\n15,15,9,3,"Banana, raw",,\r\n',
    ),
    "FOOD GROUP.csv": csv([
      ["FoodGroupID", "FoodGroupCode", "FoodGroupName"],
      [1, 1, "Dairy and Egg Products"],
      [9, 9, "Fruits and fruit juices"],
    ]),
    "NUTRIENT NAME.csv": latin1(
      csv([
        ["NutrientID", "NutrientCode", "NutrientSymbol", "NutrientUnit", "NutrientName"],
        [304, 304, "MG", "mg", "MAGNESIUM"],
        [208, 208, "KCAL", "kCal", "ENERGY (KILOCALORIES)"],
        [339, 339, "D-µG", "µg", "VITAMIN D (D2 + D3)"],
        [815, 815, "DFE", "µg", "DIETARY FOLATE EQUIVALENTS"],
        [814, 814, "X", "µg", "SOMETHING ELSE"],
      ]),
    ),
    "NUTRIENT SOURCE.csv": csv([
      ["NutrientSourceID", "NutrientSourceDescription"],
      [0, "Imputed"],
      [4, "Analytical value"],
    ]),
    "NUTRIENT AMOUNT.csv": csv([
      ["FoodID", "NutrientID", "NutrientValue", "StandardError", "NumberofObservations", "NutrientSourceID"],
      [14, 304, "10.00000", 0, 0, 4],
      [14, 339, "1.20000", 0, 0, 0],
      [15, 208, "89.00000", 0, 0, 9],
      [15, 815, "20.00000", 0, 0, 9],
      [15, 814, "3.00000", 0, 0, 9],
    ]),
    "CONVERSION FACTOR.csv": csv([
      ["FoodID", "MeasureID", "ConversionFactorValue"],
      [14, 1, "1.29000"],
      [15, 2, "1.18000"],
      [15, 3, "1.00000"],
    ]),
    "MEASURE NAME.csv": csv([
      ["MeasureID", "MeasureDescription"],
      [1, "125ml"],
      [2, "1 medium"],
      [3, "100g"],
    ]),
    "REFUSE AMOUNT.csv": csv([
      ["FoodID", "RefuseID", "RefuseAmount"],
      [15, 1, "36"],
    ]),
  };

  it("joins its text tables", async () => {
    const table = await readOfficialTable(place("cnf-fcen-csv.zip", zipped(release)));
    expect(table).toMatchObject({
      prefix: "cnf",
      edition: "2015",
      licence: expect.stringContaining("Canada"),
    });
    expect(table.foods).toMatchObject([
      {
        code: "14",
        name: "Milk, whole, 3.25% M.F.",
        otherNames: ["Lait, entier, 3,25 % M.G. crème"],
        group: "dairyEgg",
        portions: [{ label: "125 ml", grams: 129 }],
        refusePercent: null,
      },
      { code: "15", group: "fruits", portions: [{ label: "1 medium", grams: 118 }], refusePercent: 36 },
    ]);
    expect(table.foods[0]?.values).toEqual({
      magnesium: { kind: "amount", amount: 10, basis: "analysed" },
      vitaminD: { kind: "amount", amount: 1.2, basis: "imputed" },
    });
    expect(table.foods[1]?.values).toEqual({
      energy: { kind: "amount", amount: 89, basis: "unstated" },
      folate: { kind: "amount", amount: 20, basis: "unstated" },
    });
  });

  it("refuses an amount of a food that is not listed", async () => {
    const amounts = csv([
      ["FoodID", "NutrientID", "NutrientValue"],
      [99, 304, 1],
    ]);
    await expect(
      readOfficialTable(place("cnf", { ...release, "NUTRIENT AMOUNT.csv": amounts })),
    ).rejects.toThrow("NUTRIENT AMOUNT.csv, row 2: the food 99 is not in FOOD NAME.csv");
  });
});
