/** Words as a list: "Mg, Zn and Se". */
export const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/**
 * A life-stage group as one person's: "Females 31–50 years" is "woman, 31–50". A label of another shape stays, in
 * small letters.
 */
export const groupWords = (label: string): string => {
  const match = /^(Females|Males|Women|Men)[ ,]+(\d+)(.*)$/i.exec(label);
  const short = (text: string) => text.replace(/ years\b/, "").trim();
  if (!match) return short(label.charAt(0).toLowerCase() + label.slice(1));
  const female = /^(f|w)/i.test(match[1] as string);
  const adult = Number(match[2]) >= 18;
  const who = female ? (adult ? "woman" : "girl") : adult ? "man" : "boy";
  return `${who}, ${short(`${match[2]}${match[3]}`)}`;
};
