const GLYPHS: Readonly<Record<string, string>> = {
  "½": "1/2",
  "⅓": "1/3",
  "⅔": "2/3",
  "¼": "1/4",
  "¾": "3/4",
  "⅕": "1/5",
  "⅖": "2/5",
  "⅗": "3/5",
  "⅘": "4/5",
  "⅙": "1/6",
  "⅚": "5/6",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
};
const GLYPH = new RegExp(`[${Object.keys(GLYPHS).join("")}]`, "g");
const SPACES = "[ \\t\\u00a0\\u2009\\u202f]";
const MIXED = new RegExp(`^(?:(\\d+)(?:${SPACES}+|-))?(\\d+)${SPACES}*/${SPACES}*(\\d+)$`);
/** Groups of three digits: "1,000", "1,250.5", "1 000", "1’000,5"; points as group signs only with a decimal comma. */
const GROUPED = [
  /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/,
  /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/,
  /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/,
  new RegExp(`^[1-9]\\d{0,2}(?:${SPACES}\\d{3})+(?:[.,]\\d*)?$`),
  /^[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d*)?$/,
] as const;
const DECIMAL = /^(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;

/**
 * Reads a number as people type it, 0 or more; null for anything else, including 1/0 and digits too many to be finite.
 *
 * "1.5" and "1,5" are one and a half; "1/2", "1 1/2", "½" and "1½" are fractions. Ambiguous text is read as Assay
 * writes numbers: "1,000" is a thousand, "1.000" is one. "1.000,5", "1 000" and "1’000" are unambiguous.
 */
export const readNumber = (text: string): number | null => {
  const plain = text
    .trim()
    .replace(GLYPH, (glyph) => ` ${GLYPHS[glyph]}`)
    .replaceAll("⁄", "/")
    .trim();
  const mixed = MIXED.exec(plain);
  if (mixed) {
    const value = Number(mixed[1] ?? 0) + Number(mixed[2]) / Number(mixed[3]);
    return Number.isFinite(value) ? value : null;
  }
  const grouped = GROUPED.findIndex((pattern) => pattern.test(plain));
  if (grouped < 0 && !DECIMAL.test(plain)) return null;
  const separators = [/,/g, /\./g, /\./g, new RegExp(SPACES, "g"), /['’]/g][grouped];
  const value = Number((separators ? plain.replace(separators, "") : plain).replace(",", "."));
  return Number.isFinite(value) ? value : null;
};
