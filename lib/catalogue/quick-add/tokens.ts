import { readNumber } from "@/lib/nutrition";
import { COMMANDS, type NamedMeal, PHRASES, type Phrase, unitNamed, unitTyped } from "./food-measures";

/** A range of the input: [start, end) in UTF-16 units. */
type Place = { readonly start: number; readonly end: number };

/** A word; a phrase such as "half and half" is one token. */
export type WordToken = Place & {
  readonly kind: "word";
  readonly text: string;
  /** Lower case, without accents, full stops and variants of the apostrophe. */
  readonly folded: string;
  /** Whether it is a flavour ("salt and vinegar"), without which the food is found too. */
  readonly flavour: boolean;
  readonly inBrackets: boolean;
};

export type NumberToken = Place & {
  readonly kind: "number";
  /** Finite, 0 or more. */
  readonly value: number;
  /** Whether it is a range: "2-3", with the mean as value. */
  readonly range: boolean;
  /** Whether it is a multiplier: "x2", "2x", "2 ×". */
  readonly times: boolean;
  readonly inBrackets: boolean;
};

export type Token =
  | WordToken
  | NumberToken
  /** "and", "with", "on" …: between two foods or within one. */
  | (Place & { readonly kind: "soft"; readonly connector: string })
  /** A comma, or a colon: "cheddar: 30 g". */
  | (Place & { readonly kind: "comma"; readonly colon: boolean })
  /** End of a line, semicolon, plus, bullet, end of a sentence: always between two foods. */
  | (Place & { readonly kind: "hard"; readonly plus: boolean })
  /** A meal as a command: "/b". */
  | (Place & { readonly kind: "command"; readonly meal: NamedMeal })
  /** A sign without a meaning here, such as an emoji. */
  | (Place & { readonly kind: "sign" });

const GLYPH = "[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]";
/** Group separators of thousands; the ordinary space only before "000", since "2 400 g" is two of 400 g. */
const GROUP = "(?:[\\u00a0\\u2009\\u202f]\\d{3}| 000(?!\\d))";

/** The numbers that {@link readNumber} reads: mixed, fraction, with thousands, decimal, whole. */
const ONE = `(?:\\d+[ \\t]*${GLYPH}|\\d+(?:[ \\t]+|-)\\d+[ \\t]?[/⁄][ \\t]?\\d+|\\d+[ \\t]?[/⁄][ \\t]?\\d+|${GLYPH}|[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d+|[1-9]\\d{0,2}(?:\\.\\d{3}){2,}(?!\\d)|[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|[1-9]\\d{0,2}(?:['’]\\d{3})+(?:[.,]\\d+)?(?!\\d)|[1-9]\\d{0,2}${GROUP}+|\\d+[.,]\\d+|\\.\\d+|\\d+)`;
const RANGE = new RegExp(`(${ONE})(?:[ \\t]*[-–—][ \\t]*|[ \\t]+(?:to|or)[ \\t]+)(${ONE})`, "uy");
const NUMBER = new RegExp(ONE, "uy");
const TIMES_BEFORE = /[x×](?=[ \t]?\d)[ \t]?/iuy;
const TIMES_AFTER = /[ \t]?[x×](?![\p{L}\p{M}])/iuy;
const PERCENT = /\d+(?:[.,]\d+)?[ \t]?(?:%|percent\b|per cent\b)/iuy;
/** "/b 2 eggs": the first letter of a meal. */
const COMMAND = /\/([a-z])(?=[\s,;]|$)/iuy;
/** "toast w/ butter", "tea w/o sugar". */
const ABBREVIATED = /w\/(?:o(?![\p{L}\p{N}]))?/iuy;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’´`&-][\p{L}\p{M}\p{N}]+)*%?/uy;
const LETTERS = /\p{L}+(?=\d)/uy;
const SIGN = /\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\u200d|\ufe0f|\p{Emoji_Modifier})*/uy;
const SOFT = new Set(["and", "with", "on", "in", "n", "plus", "or"]);

/** As in search: lower case, without accents. */
const folded = (text: string): string =>
  text.normalize("NFD").toLowerCase().replace(/\p{M}/gu, "").replace(/[’´`]/g, "'");

/** Marks the characters between brackets that close on the same line. */
function bracketed(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "(" || sign === "[") open = at;
    else if (sign === "\n") open = -1;
    else if ((sign === ")" || sign === "]") && open >= 0) {
      inside.fill(1, open, at);
      open = -1;
    }
  }
  return inside;
}

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** "16fl.oz", "8fl. oz.": the one unit in two words. */
const FLUID_OUNCES = /^fl\.?[ \t]?oz(?![\p{L}\p{N}])/iu;

/** Whether letters or digits after a number make it part of a name ("7up") and not a unit ("30g"). */
const namesSomething = (text: string, end: number): boolean => {
  const after = /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(end, end + 24))?.[0];
  if (after === undefined) return text[end] === "%";
  const unit =
    FLUID_OUNCES.exec(text.slice(end, end + 24))?.[0] ?? /^\p{L}+(?=\d+\p{L}+$)/u.exec(after)?.[0] ?? after;
  return (
    unitTyped(unit, folded(unit).replace(/\W+/g, " ")) === undefined &&
    !/^[xX×]$/u.test(after) &&
    !/^[xX]\d/u.test(after)
  );
};

function numberAt(text: string, at: number, inBrackets: boolean): NumberToken | null {
  const times = matchAt(TIMES_BEFORE, text, at);
  const start = at + (times?.[0].length ?? 0);
  const range = matchAt(RANGE, text, start);
  if (range && !namesSomething(text, start + range[0].length)) {
    const [low, high] = [readNumber(range[1] as string), readNumber(range[2] as string)];
    // "1-1/2" is one and a half, and is read so below; "3-2" is no range.
    const mixed = matchAt(NUMBER, text, start)?.[0].length === range[0].length;
    if (!mixed && low !== null && high !== null && low < high)
      return {
        kind: "number",
        start: at,
        end: start + range[0].length,
        value: (low + high) / 2,
        range: true,
        times: times !== null,
        inBrackets,
      };
  }
  const one = matchAt(NUMBER, text, start);
  if (!one || namesSomething(text, start + one[0].length)) return null;
  const value = readNumber(one[0]);
  if (value === null) return null;
  const end = start + one[0].length;
  const after = times ? null : matchAt(TIMES_AFTER, text, end);
  return {
    kind: "number",
    start: at,
    end: end + (after?.[0].length ?? 0),
    value,
    range: false,
    times: times !== null || after !== null,
    inBrackets,
  };
}

/** The "lb" of "1lb4oz", which ends where the next number begins. */
function unitBeforeDigit(text: string, at: number, last: Token | undefined): RegExpExecArray | null {
  if (last?.kind !== "number" || last.end !== at) return null;
  const letters = matchAt(LETTERS, text, at);
  return letters && unitTyped(letters[0], folded(letters[0])) ? letters : null;
}

/** Meaning of a sign between words; null for none. */
function separatorAt(text: string, at: number, inBrackets: boolean, last: Token | undefined): Token | null {
  const place = { start: at, end: at + 1 };
  const sign = text[at] as string;
  const hard: Token = { kind: "hard", plus: sign === "+", ...place };
  if (/[\n\r\u2028\u2029]/.test(sign)) return hard;
  if (inBrackets) return null;
  if (/[;+•·‣▪●◦|]/u.test(sign)) return hard;
  if (/[,，、،:]/u.test(sign)) return { kind: "comma", colon: sign === ":", ...place };
  if (sign === "&" || (sign === "/" && !/\p{N}/u.test(`${text[at - 1] ?? ""}${text[at + 1] ?? ""}`)))
    return { kind: "soft", connector: "and", ...place };
  const spaceAfter = /\s|^$/u.test(text[at + 1] ?? "");
  if (/[-–—*]/.test(sign) && (spaceAfter || /^\s*$/u.test(text.slice(text.lastIndexOf("\n", at) + 1, at))))
    return hard;
  if (/[.!?]/.test(sign) && spaceAfter) {
    const abbreviated =
      sign === "." && last?.kind === "word" && last.end === at && /^(fl|approx|ca)$/.test(last.folded);
    const unit =
      sign === "." && last?.kind === "word" && last.end === at && unitNamed(last.folded) !== undefined;
    return abbreviated || unit ? null : hard;
  }
  return null;
}

/** Joins the words of phrases into one token. */
function joinPhrases(tokens: readonly Token[], text: string, phrases: readonly Phrase[]): Token[] {
  const said = (token: Token | undefined): string | null => {
    if (token?.kind === "word") return token.folded;
    if (token?.kind === "soft") return token.connector === "n" ? "and" : token.connector;
    if (token?.kind === "number") return text.slice(token.start, token.end);
    return null;
  };
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = phrases.find(
      ({ words, before }) =>
        words.every((word, offset) => said(tokens[at + offset]) === word) &&
        (before === null || before.includes(said(tokens[at + words.length]) ?? "")),
    );
    if (phrase === undefined) {
      joined.push(tokens[at++] as Token);
      continue;
    }
    const first = tokens[at] as Token;
    const last = tokens[at + phrase.words.length - 1] as Token;
    joined.push({
      kind: "word",
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
      folded: phrase.words.join(" "),
      flavour: phrase.flavour,
      inBrackets: first.kind === "word" && first.inBrackets,
    });
    at += phrase.words.length;
  }
  return joined;
}

/**
 * Splits a text into words, numbers and separators of foods. Every letter and digit of the text is in a token.
 *
 * A comma between two digits is part of the number: a group separator where groups of exactly three digits follow a
 * first digit other than 0 ("1,000 g"), otherwise a decimal comma ("1,5 cups"). A comma before a space separates.
 * @param names phrases of the person's own, each one token.
 */
export function tokensOf(text: string, names: readonly Phrase[] = []): Token[] {
  const inside = bracketed(text);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const inBrackets = inside[at] === 1;
    const percent = matchAt(PERCENT, text, at);
    const number = percent ? null : numberAt(text, at, inBrackets);
    if (number) {
      tokens.push(number);
      at = number.end;
      continue;
    }
    const command = /\S/u.test(text[at - 1] ?? "") ? null : matchAt(COMMAND, text, at);
    const meal = command && COMMANDS.get((command[1] as string).toLowerCase());
    if (command && meal) {
      tokens.push({ kind: "command", meal, start: at, end: at + command[0].length });
      at += command[0].length;
      continue;
    }
    const short = matchAt(ABBREVIATED, text, at);
    if (short) {
      const place = { start: at, end: at + short[0].length };
      if (short[0].length > 2)
        tokens.push({
          kind: "word",
          ...place,
          text: short[0],
          folded: "without",
          flavour: false,
          inBrackets,
        });
      else tokens.push({ kind: "soft", connector: "with", ...place });
      at = place.end;
      continue;
    }
    const word = percent ?? unitBeforeDigit(text, at, tokens.at(-1)) ?? matchAt(WORD, text, at);
    if (word) {
      const end = at + word[0].length;
      const plain = folded(word[0]);
      if (SOFT.has(plain) && !inBrackets) tokens.push({ kind: "soft", connector: plain, start: at, end });
      else
        tokens.push({
          kind: "word",
          start: at,
          end,
          text: word[0],
          folded: plain,
          flavour: false,
          inBrackets,
        });
      at = end;
      continue;
    }
    const sign = matchAt(SIGN, text, at);
    if (sign) {
      tokens.push({ kind: "sign", start: at, end: at + sign[0].length });
      at += sign[0].length;
      continue;
    }
    const separator = separatorAt(text, at, inBrackets, tokens.at(-1));
    if (separator) tokens.push(separator);
    at++;
  }
  return joinPhrases(tokens, text, names.length === 0 ? PHRASES : [...names, ...PHRASES]);
}
