/** English sentences: counts with their nouns, lists, capitals. The app's only plural forms and list separators. */

const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });
const PLURAL = new Intl.PluralRules("en-GB");
const COUNT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A list without a serial comma: "", "Mg", "Mg and Zn", "Mg, Zn and Se". */
export const joinList = (parts: readonly string[]): string => LIST.format(parts);

/** A whole number of things: "1,204". @throws RangeError when it is not finite. */
export const formatCount = (count: number): string => {
  if (!Number.isFinite(count)) throw new RangeError(`A count must be finite, got ${count}`);
  return COUNT.format(count);
};

/**
 * A count with its noun: "1 day", "0 days", "1,204 days".
 * @param plural the noun of any count but 1, where it is not the singular with an s: "entries".
 */
export const countNoun = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${PLURAL.select(count) === "one" ? singular : plural}`;

/** With its first letter a capital: "Today after adding". */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** With its first letter a small one, for the middle of a sentence: "vitamin D". */
export const uncapitalise = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * A life-stage group as one person's: "Females 31–50 years" is "woman, 31–50". A label of another shape is kept,
 * uncapitalised.
 */
export const groupWords = (label: string): string => {
  const match = /^(Females|Males|Women|Men)[ ,]+(\d+)(.*)$/i.exec(label);
  const short = (text: string) => text.replace(/ years\b/, "").trim();
  if (!match) return short(uncapitalise(label));
  const female = /^(f|w)/i.test(match[1] as string);
  const adult = Number(match[2]) >= 18;
  const who = female ? (adult ? "woman" : "girl") : adult ? "man" : "boy";
  return `${who}, ${short(`${match[2]}${match[3]}`)}`;
};
