/*
 * The number under a barcode (GTIN). One product has one spelling here: eight digits, or thirteen, or fourteen where
 * that is really needed. UPC-A is a GTIN-13 with a leading zero, and UPC-E is a UPC-A without its zeros.
 */

/** The check digit of some digits (GS1 General Specifications 7.9). @param body digits only. */
export const checkDigit = (body: string): number => {
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    const digit = body.charCodeAt(body.length - 1 - place) - 48;
    sum += place % 2 === 0 ? digit * 3 : digit;
  }
  return (10 - (sum % 10)) % 10;
};

const checks = (digits: string): boolean => checkDigit(digits.slice(0, -1)) === Number(digits.at(-1));

/** Digits of a GTIN-8. A UPC-A has more of them behind its leading zeros; so many zeros do not occur in a real one. */
const SHORT = 8;
const stripLeadingZeros = (digits: string): string => digits.replace(/^0+/, "");

/** Converts UPC-E, with number system and check digit, to UPC-A; null when it is not one or the check digit fails. */
const expandUpcE = (digits: string): string | null => {
  const match = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(digits);
  if (!match) return null;
  const [, system, a, b, c, d, e, last, check] = match;
  const body =
    last === "0" || last === "1" || last === "2"
      ? `${a}${b}${last}0000${c}${d}${e}`
      : last === "3"
        ? `${a}${b}${c}00000${d}${e}`
        : last === "4"
          ? `${a}${b}${c}${d}00000${e}`
          : `${a}${b}${c}${d}${e}0000${last}`;
  const expanded = `${system}${body}${check}`;
  return checks(expanded) && stripLeadingZeros(expanded).length > SHORT ? expanded : null;
};

/** Digits as typed or scanned, without the spaces and hyphens people group them by; null for anything else. */
const parseDigits = (text: string): string | null => {
  const plain = text.normalize("NFKC").replace(/[\s\u00A0-]/g, "");
  return /^\d{8}$|^\d{12,14}$/.test(plain) ? plain : null;
};

/** Whether a text has the length of a barcode's number, right or wrong. */
export const looksLikeBarcode = (text: string): boolean => parseDigits(text) !== null;

/**
 * The one spelling of a barcode's number, or null when it is none: another length, or a check digit that does not
 * fit. Eight digits that begin with 0 are read as UPC-E where that checks, because GTIN-8 numbers of that range are
 * not given to products; others as GTIN-8 first.
 * @param text as typed or scanned; spaces and hyphens do not matter.
 */
export const normaliseBarcode = (text: string): string | null => {
  const digits = parseDigits(text);
  if (digits === null || /^0+$/.test(digits)) return null;
  if (digits.length === 8) {
    const upcA = expandUpcE(digits);
    if (upcA !== null && (digits.startsWith("0") || !checks(digits))) return `0${upcA}`;
    return checks(digits) ? digits : null;
  }
  if (!checks(digits)) return null;
  const significant = stripLeadingZeros(digits);
  // A GTIN-8 may be written out with zeros in front; it is read as its eight digits are.
  if (significant.length <= SHORT) return normaliseBarcode(significant.padStart(SHORT, "0"));
  return significant.length <= 13 ? significant.padStart(13, "0") : digits;
};
