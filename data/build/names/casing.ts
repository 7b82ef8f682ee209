import { writeBrands, writePlaces } from "./brands";

/** How words are written when a description gives them in capitals only. */

/** Acronyms and names that keep capitals, or an unusual mix. Lower-case word → as written. */
const SPECIAL: ReadonlyMap<string, string> = new Map(
  [
    "USDA",
    "US",
    "U.S.",
    "USA",
    "DHA",
    "ARA",
    "EPA",
    "KFC",
    "IHOP",
    "M&M's",
    "BBQ",
    "MSG",
    "NFS",
    "UV",
    "V8",
    "NOS",
    "TLC",
    "LIPIL",
    "RS",
    "NLEA",
    "MCT",
    "PKU",
    "XLR8",
    "AMP",
    "DQ",
    "KC",
    "LS",
    "SSC",
    "BLT",
    "B.L.T.",
    "T.G.I.",
    "TGI",
    "E.L.",
    "UHT",
    "GMO",
    "EAS",
    "MRE",
    "TVP",
    "CHA!",
    "N'",
    "'n",
    "McDonald's",
    "McCain",
    "McCormick",
    "McMuffin",
    "McGriddles",
    "McChicken",
    "McNuggets",
    "McFlurry",
    "McRib",
    "McDouble",
    "McCafe",
    "McVities",
    "McKee",
    "Chick-fil-A",
    "Chick-N-Strips",
    "Malt-O-Meal",
    "Cheez-It",
    "Cheez-Its",
    "SpaghettiOs",
    "PediaSure",
    "ProSobee",
    "Jell-O",
    "Kool-Aid",
    "Pop-Tarts",
    "DiGiorno",
    "PowerBar",
    "PowerAde",
    "CytoSport",
    "SlimFast",
    "EnfaCare",
    "YoKids",
    "YoBaby",
    "ReaLemon",
    "L'il",
    "LeSueur",
    "LaLa",
    "DeCecco",
    "DeLallo",
    "MorningStar",
    "O's",
    "Do-Si-Dos",
    "S'mores",
    "Oh's",
    "T-bone",
    "Tex-Mex",
    "LaCroix",
    "SnackWell's",
    "ConAgra",
    "GenSoy",
    "YoCrunch",
  ].map((word) => [word.toLowerCase(), word]),
);

const SMALL = new Set([
  "and",
  "or",
  "of",
  "the",
  "with",
  "in",
  "on",
  "a",
  "an",
  "for",
  "to",
  "de",
  "by",
  "from",
  "la",
  "con",
]);

const capital = (word: string): string =>
  word.replace(/^([("']*)([a-zà-ÿ])/, (_, open: string, letter: string) => open + letter.toUpperCase());

/** One word in the form a title would have. "kellogg's" → "Kellogg's", "pop-tarts" → "Pop-Tarts". */
function titleWord(word: string): string {
  const lower = word.toLowerCase();
  const special = SPECIAL.get(lower);
  if (special !== undefined) return special;
  return lower
    .split("-")
    .map((piece) => SPECIAL.get(piece) ?? capital(piece))
    .join("-");
}

const titlePhrase = (phrase: string): string =>
  phrase
    .split(" ")
    .map((word, index) => (index > 0 && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : titleWord(word)))
    .join(" ");

const TOKEN = /[A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9'.&!-]*/g;
const isShouted = (word: string): boolean =>
  /[A-Z]/.test(word) && !/[a-z]/.test(word.replace(/^Mc/, "")) && word.replace(/[^A-Z]/g, "").length >= 2;

/** What long descriptions teach about capitals. */
export type Casing = { readonly words: ReadonlyMap<string, string>; readonly phrases: ReadonlySet<string> };

/** Words no description should make into names, however the long ones write them. */
const NEVER = new Set(
  (
    "raw dry fresh all home free natural original regular classic light style whole low fat sauce soup juice cheese milk " +
    "bar bars chips mix drink water snack snacks cereal candies food foods plus grain select sugar size family good " +
    "protein chocolate vanilla strawberry banana peanut butter creamy crunchy crunch nut honey oat oats wheat rice bran corn " +
    "fruit nuts almond apple cinnamon raisin raisins berry cherry cream ice light dark white red green blue black gold golden " +
    "big mini extra double chicken beef turkey pork fish shrimp egg sausage ham bacon pizza burger sandwich sandwiches " +
    "pie cake cookies crackers cracker cookie bread tea coffee fiber one energy power bite bites deluxe sweet salty salt " +
    "steak old fashioned chunk chunky vegetable potato tomato onion garlic spicy hot sour pepper herb italian-style rich n not " +
    "with without and or the of in on for a an by from to made added other product products supreme premium super soft real heart " +
    "waffle waffles pretzel pretzels mint mints graham grahams toaster cups minis hearty organic zesty cheesy nutty touch wings penne refried chipotle artichoke wedding gravy trio swirl party hand pattie toasty veggie crisp crumble munch flame fluoride kiwi bowls bowl genuine strawberries cranberries classics marshmallow jumble tamales artisan tenders pockets right perfect morning best little mighty fusion burst nutrition homestyle pomodoro waffles tuscan flavored roll rolls goodness boost energy crumble microwaveable " +
    "smart choice healthy request simply pure country farm farms garden valley snackfood company"
  ).split(" "),
);

/**
 * Learns from the long descriptions of SR24 and SR Legacy, which write brands in capitals ("KELLOGG'S"), names
 * with one ("Swiss") and everything else in lower case.
 */
export function learnCasing(descriptions: Iterable<string>): Casing {
  const counts = new Map<string, { lower: number; capital: number; form: string }>();
  const phrases = new Map<string, number>();
  for (const description of descriptions) {
    let span: string[] = [];
    let previousEnd = -1;
    const close = () => {
      if (span.length >= 2) phrases.set(span.join(" "), (phrases.get(span.join(" ")) ?? 0) + 1);
      span = [];
    };
    for (const match of description.matchAll(TOKEN)) {
      const word = match[0];
      const lower = word.toLowerCase();
      const adjacent = description.slice(previousEnd, match.index) === " ";
      previousEnd = match.index + word.length;
      if (!adjacent || !isShouted(word)) close();
      if (isShouted(word)) span.push(lower);
      if (match.index === 0 && !isShouted(word)) continue;
      const seen = counts.get(lower) ?? { lower: 0, capital: 0, form: titleWord(lower) };
      if (word === lower) seen.lower += 1;
      else seen.capital += 1;
      counts.set(lower, seen);
    }
    close();
  }
  const words = new Map<string, string>();
  for (const [lower, { lower: small, capital: big, form }] of counts) {
    if (/^\d|^.$/.test(lower) || NEVER.has(lower)) continue;
    if (big > 0 && big / (big + small) >= 0.9) words.set(lower, form);
  }
  const telling = [...phrases.keys()].filter(
    (phrase) => !phrase.split(" ").every((word) => NEVER.has(word) || /\d/.test(word)),
  );
  return { words, phrases: new Set(telling) };
}

/** Puts capitals on a lower-case description: its first letter, names, brands and acronyms. */
export function recase(text: string, casing: Casing): string {
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({ word: match[0], at: match.index }));
  let result = "";
  let end = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as { word: string; at: number };
    result += text.slice(end, token.at);
    end = token.at + token.word.length;
    let length = Math.min(6, tokens.length - index);
    for (; length >= 2; length--) {
      const last = tokens[index + length - 1] as { word: string; at: number };
      const phrase = text.slice(token.at, last.at + last.word.length);
      if (!casing.phrases.has(phrase)) continue;
      result += titlePhrase(phrase);
      end = last.at + last.word.length;
      index += length - 1;
      break;
    }
    if (length < 2) result += SPECIAL.get(token.word) ?? casing.words.get(token.word) ?? token.word;
  }
  result += text.slice(end);
  return writePlaces(writeBrands(result))
    .replace(
      /\b(vitamins? )([abcdek])\b/g,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(
      /\b(vitamins? [A-K](?:,| and|, and) )([abcdek])\b/g,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

const SHOUTED_SPAN =
  /[A-ZÀ-Ý0-9][A-ZÀ-Ý0-9'.&!-]*s?(?: (?:& )?[A-ZÀ-Ý0-9][A-ZÀ-Ý0-9'.&!-]*s?(?![A-Za-zà-ÿ]))*(?![A-Za-zà-ÿ])/g;

/** A long description with its shouted brands written as names: "Cereals ready-to-eat, KELLOGG, …" → "… Kellogg, …". */
export const calm = (description: string): string =>
  writePlaces(
    description
      .replace(/\s+/g, " ")
      .replace(/ ([,;)])/g, "$1")
      .replace(/\( /g, "(")
      .replace(/,(?=[A-Za-z])/g, ", ")
      .replace(/^FAST FOODS?,/i, "Fast foods,")
      .replace(/\bAust\. marble/g, "Australian marble")
      .replace(/\bapprox\. /g, "approximately ")
      .replace(/^CAMPBELL Soup Company, /, "")
      .replace(/^KENTUCKY FRIED CHICKEN, (?:Fried Chicken, )?/, "KFC, fried chicken, ")
      .replace(/\bM&M MARS\b/g, "M&M's Mars")
      .replace(/\bV8 V[.-] ?F(?:USION|usion)\b/g, "V8 V-Fusion")
      .replace(SHOUTED_SPAN, (span) => titleSpan(span))
      .replace(/\bMc([A-Z]+)('S)?\b/g, (word) => titleWord(word))
      .trim(),
  ).replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** Shouted words in title case; single letters, numbers and measures stay as they are. */
const titleSpan = (span: string): string =>
  span
    .split(" ")
    .map((word, index) => {
      if (word.replace(/[^A-Z]/g, "").length < 2 && !SPECIAL.has(word.toLowerCase())) return word;
      return index > 0 && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : titleWord(word);
    })
    .join(" ");
