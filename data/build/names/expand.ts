import { ABBREVIATIONS } from "./abbreviations";

type Rule = readonly [RegExp, string];

/** Rules for what a single word cannot decide, applied in order to the lower-case description. */
const PHRASES: readonly Rule[] = [
  [/\\+,?/g, ","],
  [/\s*;\s*/g, "; "],
  // "LN" is loin as a cut, lean as a quality, and the whole lean part when it stands alone.
  [/\b(?:ln|l|lean) ?(?:and|&|\+) ?(?:fat|ft|f|fa|fata)\b/g, "separable lean and fat"],
  [/\blnand fat\b/g, "separable lean and fat"],
  [/(^|, )(ln|lean) (fat|ft),/g, "$1separable lean and fat,"],
  [/^(beef|bf|pork, frsh|prk, frsh), (?:aus, imp, (?:grss-fd|wgu), )?ln,/, "$1, loin,"],
  [/\b(top|tp|shrt|short|bttm|blade|center|cntr) ln\b/g, "$1 loin"],
  [/\bex(?:tra)? ln\b/g, "extra lean"],
  [/(\d%? ?)ln\b/g, "$1lean"],
  [/(^|, )(?:ln|lean) only\b/g, "$1separable lean only"],
  [/\bln (meat|beef|bf|pork|ham|ground)/g, "lean $1"],
  [/\btp\b/g, "top"],
  [/\b(\d)" ?f(?:t|a)?\b/g, '$1" fat'],
  [/(\d"|trimmed to [^,]*) ft\b/g, "$1 fat"],
  [/(\d)"fat/g, '$1" fat'],
  [/\bft\b/g, "fat"],
  [/(^beef.*|^bf.*), (?:choc|ch)\b/g, "$1, choice"],
  [/\ball? (?:grds?|gr|gds|grd)\b/g, "all grades"],
  [/\b(0|1\/8|1\/4|1\/2)" fat\b/g, 'trimmed to $1" fat'],
  [/\btrimmed to trimmed to\b/g, "trimmed to"],
  [/, rw\b/g, ", raw"],
  [/, ck,? (?=gr)/g, ", cooked, "],
  [/\bpn-/g, "pan-"],
  [/\bbn(?:e)?-in\b/g, "bone-in"],
  [/\brd\. /g, "round "],
  // "RED" is reduced before what can be reduced, or closing a list; otherwise the colour.
  [
    /\bred(?:u)?\.? ?(?=(?:fat|ft|na|sodium|cal|calorie|calories|sugar|sug|chol|lactose|carb|acid|cholesterol)\b)/g,
    "reduced ",
  ],
  [/\b(fat|lactose|glucose|sugar|sodium|na)[ -]red\b/g, "$1 reduced"],
  [/\bless\/reduced\b/g, "less/reduced"],
  [/\bred-(cal|fat)\b/g, "reduced-$1"],
  [/\bno ?na\b/g, "no sodium"],
  [/\b(low|lo)-?na\b/g, "low sodium"],
  [/\blo-?cal\b/g, "low calorie"],
  [/\blocalswtnr\b/g, "low calorie sweetener"],
  [/\blow[- ]carb\b/g, "low-carbohydrate"],
  [/\bl-f\b/g, "low fat"],
  [/\bfat[- ]?free\b|\bftfree\b/g, "fat free"],
  [/\bfrench fr\b/g, "french fried"],
  [/, fr,/g, ", frozen,"],
  [/\b(pan|deep|stir|oven)[- ]fr\b/g, "$1-fried"],
  [/\bspl k\b/g, "special k"],
  [/\bnew eng(?:l)?\b/g, "new england"],
  [/\beng muff\b/g, "english muffin"],
  [/\bvar meats\b/g, "variety meats"],
  [/\bvar\b/g, "varieties"],
  [/\bpart[- ]skim\b/g, "part-skim"],
  [/\bvit ([a-z0-9])\b/g, "vitamin $1"],
  [/\bsol(?:ids)? (?:and|&) ?liq(?:uid)?s?\b/g, "solids and liquids"],
  [/\b(arm and|top|under|pot) bld\b/g, "$1 blade"],
  [/\bbld(?= (?:roll|steak|stk|chop|meat)|\))/g, "blade"],
  [/\b(?:part|par) ?hydr?(?:ogenated)?\b/g, "partially hydrogenated"],
  [/\bparthyd[r]?\b/g, "partially hydrogenated"],
  [/\bnfms\b/g, "nonfat milk solids"],
  [/\badd(?:ed)? nutr\b/g, "added nutrients"],
  [/\bwhl grn\b/g, "whole grain"],
  [/\b(lofat|lowfat) and na\b/g, "low fat and sodium"],
  [/\bcoca-cola comp?(?:y|any)?\b/g, "coca-cola company"],
  [/^fast f(?:ds|d)\b/, "fast foods"],
  [/\bchsb(?:u)?rge?r\b|\bchseburger\b/g, "cheeseburger"],
  [/\bcon\. /g, "concentrate, "],
  [/\bpart(?:ia)?ly (?=frenched|skim)/g, "partly "],
  [/\b(?:bever|bev|beverag),/g, "beverages,"],
  [/\bready to serve\b/g, "ready-to-serve"],
  [/, (0|1\/8|1\/4)"(?=,)/g, ', trimmed to $1" fat'],
  [/\bparmesean\b/g, "parmesan"],
  [/\(incl(?:udes?)?\.? usda cmdty\)/g, "(includes USDA commodity)"],
  [/\bh2o\b/g, "water"],
  [/\bw\/ ?o\b/g, "without"],
  [/\bwith ?out\b/g, "without"],
  [/\bwo(?:\/|\b)/g, "without "],
  [/\bw\//g, "with "],
  [/\bwith add(?:ed)?\b/g, "with added"],
  [/\badd (?=vit|fiber|nutr|iron|salt|ca\b)/g, "added "],
  [/\bsalt add\b/g, "salt added"],
  [/\bcrl\b/g, "cereal"],
  [/\baus, imp, /g, "australian, imported, "],
  [/\bau, imp, /g, "australian, imported, "],
  [/\bmrb ?scr ?/g, "marble score "],
  [/\bscore(\d)/g, "score $1"],
  [/\bgrs+-?fe?d\b/g, "grass-fed"],
  [/\bstk\/rst\b/g, "steak/roast"],
  [/\brst\/stk\b/g, "roast/steak"],
  [/\bmsd\b/g, "mashed"],
  [/\bmst ht\b/g, "moist heat"],
  [/\bmay ?be previously (frz|frozen)\b/g, "may have been previously frozen"],
  [/\bbns?-(?=in\b)/g, "bone-"],
  [/\bchick-fil-a\b/g, "chick-fil-a"],
  [/\bchick-n-strips\b/g, "chick-n-strips"],
  [/\bdk\b(?=[^a-z]|$)/g, "dark"],
  [/\bpnut but\b/g, "peanut butter"],
  [/\b(?:choc-|choc )/g, "chocolate "],
  [/^(candies|cookies|cookie)(.*)chocolate (covered|coated|dipped)/g, "$1$2chocolate-$3"],
];

/** In some foods a short word means something else, or is part of a proper name, and stays as it is. */
const KEEP: readonly [RegExp, readonly string[]][] = [
  [/^subway|^fast foods|^restaurant|^pepperidge|\bsub\b.*(roll|lettuce)/, ["sub"]],
  [/big mac\b/, ["mac"]],
  // Meatless products spelled so on purpose.
  [/morningstar|worthington|loma linda|gardenburger/, ["chik", "chic"]],
  [/chick-n|chick-fil|chick'n/, ["chick"]],
  [/snow white|low-carb|low carb/, ["carb"]],
  [/scrabble jr|bubba jr|jr\. /, ["jr", "jr."]],
  [/^(?!babyfood|babyfd|babyfoo|inf)/, ["str", "jr", "tod"]],
  [/^(?!beef|bf|pork|lamb|veal|game)/, ["den", "med.", "scr", "und", "sel", "comp."]],
  [/part[- ]skim/, ["part"]],
];

const WORD = /[a-z0-9][a-z0-9'./%-]*[a-z0-9%]|[a-z0-9]/g;

/**
 * A short SR28 description with its abbreviations written out, in lower case.
 * "RICE, WHITE, MEDIUM-GRAIN, RAW, UNENR" becomes "rice, white, medium-grain, raw, unenriched".
 */
export function expand(title: string): string {
  let text = title.toLowerCase();
  const kept = new Set(KEEP.filter(([when]) => when.test(text)).flatMap(([, words]) => words));
  const animal = /^(beef|bf|pork|prk|lamb|veal|game meat|bison|ham|fish)\b/.test(text);
  for (const [from, to] of PHRASES) text = text.replace(from, to);
  text = text.replace(WORD, (word) => {
    const whole = meaningOf(word, kept, animal);
    if (whole !== undefined) return whole;
    return word.replace(/[a-z0-9']+/g, (piece) => meaningOf(piece, kept, animal) ?? piece);
  });
  return text
    .replace(/\s+/g, " ")
    .replace(/\s+([,;)])/g, "$1")
    .replace(/([,;])(?=[^\s\d])/g, "$1 ")
    .replace(/\(\s+/g, "(")
    .replace(/(,\s*)+,/g, ",")
    .replace(/[\s,.-]+$/, "")
    .trim();
}

function meaningOf(word: string, kept: ReadonlySet<string>, animal: boolean): string | undefined {
  if (kept.has(word)) return undefined;
  if (word === "ln" && !animal) return "lean";
  if (word === "stk" && !animal) return "stick";
  if (word === "stks" && !animal) return "sticks";
  return ABBREVIATIONS.get(word);
}
