import { csv, latin1, zipped } from "./official-files";

const table = (...rows: readonly (readonly (string | number)[])[]) => latin1(csv(rows, ";"));

/** A release of two foods in the layout of Fineli's basic package, as a zip archive. @param release as "20.0" */
export const smallRelease = (release = "20.0"): Buffer =>
  zipped({
    "descript.txt": latin1(`Versio. Version. Release. ${release}\r\n`),
    "food.csv": table(
      ["FOODID", "FOODNAME", "FOODTYPE", "PROCESS", "EDPORT", "IGCLASS", "IGCLASSP", "FUCLASS", "FUCLASSP"],
      [700, "SUOMURAIN", "FOOD", "RAW", 100, "BERRY", "FRUITTOT", "BERFRESH", "FRUDITOT"],
      [701, "VIILI", "FOOD", "IND", 100, "MILKFF", "MILKTOT", "MILKFF", "MILKDTOT"],
    ),
    "foodname_EN.csv": table(
      ["FOODID", "FOODNAME", "LANG"],
      [700, "CLOUDBERRY", "EN"],
      [701, "CULTURED MILK VIILI", "EN"],
    ),
    "foodname_FI.csv": table(["FOODID", "FOODNAME", "LANG"], [700, "SUOMURAIN", "FI"], [701, "VIILI", "FI"]),
    "fuclass_EN.csv": table(["THSCODE", "DESCRIPT", "LANG"], ["BERFRESH", "Berries", "EN"]),
    "component.csv": table(
      ["EUFDNAME", "COMPUNIT", "CMPCLASS", "CMPCLASSP"],
      ["ENERC", "KJ", "ENERGY", "MACROCMP"],
      ["MG", "MG", "MACROELM", "MINERAL"],
      ["CA", "MG", "MACROELM", "MINERAL"],
      ["FE", "MG", "MACROELM", "MINERAL"],
      ["ZN", "MG", "MACROELM", "MINERAL"],
      ["VITC", "MG", "WSVITAM", "VITAM"],
    ),
    "component_value.csv": table(
      ["FOODID", "EUFDNAME", "BESTLOC", "ACQTYPE", "METHTYPE", "METHIND"],
      [700, "ENERC", "209,20", "S", "S", "MI0107"],
      [700, "MG", "29,0", "A", "A", ""],
      [700, "CA", "15,0", "A", "A", ""],
      [700, "FE", "TR", "A", "A", ""],
      [700, "ZN", "<0,05", "A", "A", ""],
      [700, "VITC", "100,0", "S", "E", ""],
      [701, "ENERC", "251,04", "S", "S", "MI0107"],
      [701, "MG", "12,0", "S", "A", ""],
    ),
    "foodaddunit.csv": table(["FOODID", "FOODUNIT", "MASS"], [700, "DL", "60,00"], [701, "DL", "105,00"]),
    "foodunit_EN.csv": table(["THSCODE", "DESCRIPT", "LANG"], ["DL", "decilitre", "EN"]),
  });
