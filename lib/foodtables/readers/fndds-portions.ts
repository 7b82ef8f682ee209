import type { RawPortion } from "../raw-table";

/** Measures of an apparatus, which nobody has at a table. */
const NO_MEASURE = /\b(?:surface inch|cubic inch)\b/i;
/** The label of a guideline amount, see below. */
const GUIDELINE = /^1 serving \(/;
/** "1 oz, raw, yields", "1 rib (yield after cooking)": what is left of a weight as bought, which is no amount of food at a table. */
const YIELD = /\byields?\b/i;
const UNSPECIFIED = /^quantity not specified$/i;

/** The label of a measure of FNDDS as people read it; null when it is none. */
export function surveyLabel(description: string): string | null {
  const text = description.replace(/\s+/g, " ").trim();
  if (text === "" || UNSPECIFIED.test(text) || NO_MEASURE.test(text)) return null;
  // "Guideline amount on regular sandwich": what goes on one, when nobody knows more.
  const guideline = /^guideline amount (.+)$/i.exec(text)?.[1];
  if (guideline !== undefined) return `1 serving (${guideline})`;
  const label = text
    // "1 6 oz container" and "1 100 calorie package" are one container and one package.
    .replace(/^(\d+) (\d[\d.]* (?:oz|fl oz|calorie)) ([a-z][a-z ]*)$/i, "$1 $3 ($2)")
    .replace(/ \(NFS\)$/i, "")
    .replace(/, (?:NFS|NS as to [a-z ]+|any size)$/i, "")
    .replace(/, (?:NS as to [a-z ]+|any size)(?= \()/i, "");
  return label;
}

/** How far a weight is from another one, as a ratio; guideline amounts come after other measures of the same weight. */
const distance = ({ label, grams }: RawPortion, usual: number): number =>
  Math.abs(Math.log(grams / usual)) + (GUIDELINE.test(label) ? 0.001 : 0);

/**
 * The measures of a food of FNDDS, the one nearest to what USDA assumes when nobody says how much ("Quantity not
 * specified") first, what a raw weight yields last. A measure without a weight is none.
 */
export function surveyPortions(
  rows: readonly { readonly label: string; readonly grams: number; readonly order: number }[],
): RawPortion[] {
  const usual = rows.find(({ label, grams }) => UNSPECIFIED.test(label.trim()) && grams > 0)?.grams;
  const portions: RawPortion[] = [];
  const seen = new Set<string>();
  for (const { label, grams } of [...rows].sort((a, b) => a.order - b.order)) {
    const words = surveyLabel(label);
    if (words === null || !(grams > 0) || seen.has(words.toLowerCase())) continue;
    seen.add(words.toLowerCase());
    portions.push({ label: words, grams });
  }
  const yields = portions.filter(({ label }) => YIELD.test(label));
  const eaten = portions.filter((portion) => !yields.includes(portion));
  if (usual === undefined || eaten.length < 2) return [...eaten, ...yields];
  const first = eaten.reduce((best, each) => (distance(each, usual) < distance(best, usual) ? each : best));
  return [first, ...eaten.filter((portion) => portion !== first), ...yields];
}
