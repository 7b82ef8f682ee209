/** First segments of names that only state a category. */
const SHELVES = new Set([
  "nuts",
  "seeds",
  "fish",
  "crustaceans",
  "mollusks",
  "cereals",
  "cereals ready-to-eat",
  "beverages",
  "alcoholic beverage",
  "alcoholic beverages",
  "snacks",
]);

/** Segments that describe the usual form of a food and are left out of a short name. */
const USUAL = new Set([
  "without salt",
  "without salt added",
  "without added salt",
  "mature seeds",
  "drained",
  "dry heat",
  "moist heat",
  "prepared with tap water",
  "all commercial varieties",
  "year round average",
  "unblanched",
  "commercially prepared",
  "not fortified",
  "unenriched",
  // Butchers' grades and trims.
  "separable lean only",
  "all grades",
  "all classes",
  "choice",
  "select",
  "boneless",
  "variety meats and by-products",
]);

/** "trimmed to 0\" fat". */
const TRIMMED = /^trimmed to [\d/]+" fat$/i;

/** "13 grams protein per 8 ounce": distinguishes yogurts in the table, not in everyday use. */
const PROTEIN_GRADE = /^\d+ grams protein per \d+ ounces?$/i;

const COOKED_HOW =
  /^(boiled|baked|roasted|steamed|fried|grilled|broiled|braised|stewed|microwaved|poached|hard-boiled|scrambled|toasted|stir-fried)\b/;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Short everyday name of a reference food, for lists that also show the full name: "Lentils, mature seeds, cooked,
 * boiled, without salt" is "Lentils, boiled". Not unique.
 */
export const shortName = (name: string): string => {
  const parts = name
    .replaceAll(/ \([^()]*\)/g, "")
    .split(/,+ /)
    .filter(
      (part) =>
        part !== "" && !USUAL.has(part.toLowerCase()) && !PROTEIN_GRADE.test(part) && !TRIMMED.test(part),
    );
  const rest = SHELVES.has(parts[0]?.toLowerCase() ?? "") && parts.length > 1 ? parts.slice(1) : parts;
  const kept = rest.filter((part, i) => !(part === "cooked" && COOKED_HOW.test(rest[i + 1] ?? "")));
  return kept.length === 0 ? name : capitalised(kept.join(", "));
};
