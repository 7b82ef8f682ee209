import type { TableAbout } from "@/lib/catalogue";
import { encodeTable } from "@/lib/catalogue/encode";
import type { PhytateTable } from "@/lib/catalogue/rules";
import type { CompiledFood } from "./compile";
import { NUTRIENT_TERMS } from "./pins";

/** What the built-in table says of itself. */
const SR28: TableAbout = {
  prefix: "ndb",
  name: "USDA SR28",
  title: "USDA National Nutrient Database for Standard Reference",
  edition: "Release 28 (2015, revised May 2016)",
  publisher: "U.S. Department of Agriculture, Agricultural Research Service",
  licence: "public domain (CC0)",
  citation:
    "US Department of Agriculture, Agricultural Research Service, Nutrient Data Laboratory. USDA National Nutrient Database for Standard Reference, Release 28. Version Current: September 2015, slightly revised May 2016.",
  url: "https://www.ars.usda.gov/nea/bhnrc/mafcl",
  columns: NUTRIENT_TERMS,
};

/** Writes the built-in table in the layout that lib/catalogue reads. */
export const encode = (foods: readonly CompiledFood[], phytate: PhytateTable): Uint8Array =>
  encodeTable({
    about: SR28,
    foods: foods.map(({ ndb, ...food }) => ({ ...food, code: ndb })),
    phytate: { source: phytate.source, entries: phytate.entries },
  });
