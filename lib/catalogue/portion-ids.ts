const FRACTIONS: Readonly<Record<string, string>> = { "½": "half", "¼": "quarter" };

/** A short stable id of a portion's label. '1 medium (7" to 7-7/8" long)' → "1-medium-7-to-7-7-8-long". */
const slug = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[½¼]/g, (sign) => FRACTIONS[sign] as string)
    .replace(/[^a-z0-9.%]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 40)
    .replace(/[-.]+$/, "");

/** The ids of one food's portions, in the order of their labels; equal slugs get a number. */
export function portionIds(labels: readonly string[]): string[] {
  const used = new Map<string, number>();
  return labels.map((label) => {
    const base = slug(label);
    const seen = (used.get(base) ?? 0) + 1;
    used.set(base, seen);
    return seen === 1 ? base : `${base}~${seen}`;
  });
}
