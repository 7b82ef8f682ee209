import type { RawPortion } from "../raw-table";

/** Measures of an apparatus, which nobody has at a table. */
const NO_MEASURE = /\b(?:surface inch|cubic inch)\b/i;
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

/**
 * The measures of a food of FNDDS, the one that USDA assumes when nobody says how much ("Quantity not specified") first.
 * A measure without a weight is none.
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
  const first = usual === undefined ? -1 : portions.findIndex(({ grams }) => grams === usual);
  return first <= 0 ? portions : [portions[first] as RawPortion, ...portions.toSpliced(first, 1)];
}
