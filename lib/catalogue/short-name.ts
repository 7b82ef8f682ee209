/** First words of a name that only say the shelf a food stands on. */
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

/** Parts of a name that tell the usual form from one that nobody means without saying so. */
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
  // How a butcher grades and trims.
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

/** "13 grams protein per 8 ounce": tells yogurts of one kind apart on paper, not at table. */
const PROTEIN_GRADE = /^\d+ grams protein per \d+ ounces?$/i;

const COOKED_HOW =
  /^(boiled|baked|roasted|steamed|fried|grilled|broiled|braised|stewed|microwaved|poached|hard-boiled|scrambled|toasted|stir-fried)\b/;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The name of a reference food as a person would say it, for lists where the full one stands close by:
 * "Lentils, mature seeds, cooked, boiled, without salt" is "Lentils, boiled". Two foods may share a short name.
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
