import { describe, expect, it } from "vitest";
import { personText, requiredText } from "@/lib/fields";

const name = requiredText(80);
const note = personText(80);

describe("fault 13: a name has something to see", () => {
  it.each([
    ["spaces", "  \t "],
    ["zero-width spaces", "\u200b\u200b"],
    ["Hangul fillers", "\u3164\uffa0\u115f\u1160"],
    ["a Braille blank", "\u2800"],
    ["direction marks", "\u200e\u202e\u2066\u2069"],
    ["joiners", "\u200d\u200c"],
    ["a byte order mark", "\ufeff"],
    ["accents with nothing under them", "\u0301\u0301"],
    ["variation selectors", "\ufe0f\ufe0f"],
    ["dashes and dots", "– … ."],
    ["nothing", ""],
  ])("refuses %s", (_, typed) => {
    expect(name.safeParse(typed).success).toBe(false);
  });

  it.each(["A", "7", "☕", "豆", "½", "€", "🍏", "י", "क"])("takes %s", (typed) => {
    expect(name.parse(typed)).toBe(typed);
  });
});

describe("fault 13: invisible controls do not get into a text", () => {
  it.each([
    ["a direction mark", "\u200eOats\u200f", "Oats"],
    ["an override that turns the rest round", "Oats \u202egnp.exe\u202c", "Oats gnp.exe"],
    ["isolates", "\u2066Oats\u2069", "Oats"],
    ["a byte order mark", "\ufeffOats", "Oats"],
    ["zero-width spaces", "Oa\u200bts", "Oats"],
    ["a soft hyphen", "Oat\u00adflakes", "Oatflakes"],
    ["a word joiner", "Oat\u2060flakes", "Oatflakes"],
    ["a filler between letters", "Oa\u3164ts", "Oats"],
    ["a joiner between Latin letters", "Oa\u200dts", "Oats"],
    ["joiners at an end", "\u200dOats\u200c", "Oats"],
    ["a tag without a flag", "Oats\u{E0041}", "Oats"],
    ["a variation selector after a space", "Oats \ufe0fraw", "Oats raw"],
    ["an annotation anchor", "Oats\ufff9", "Oats"],
  ])("strips %s", (_, typed, kept) => {
    expect(name.parse(typed)).toBe(kept);
    expect(note.parse(typed)).toBe(kept);
  });

  it.each([
    ["a family", "👨\u200d👩\u200d👧 pie"],
    ["a skin tone", "👩🏽\u200d🍳 soup"],
    ["a heart in colour", "❤\ufe0f\u200d🔥 chili"],
    ["a keycap", "1\ufe0f\u20e3 oats"],
    ["the flag of Wales", "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F} rarebit"],
    ["Persian with its half space", "می\u200cخواهم"],
    ["Sinhala that joins", "ක්\u200dරීම්"],
    ["Hebrew", "שלום"],
    ["a Han variant", "葛\u{E0100}餅"],
    ["line breaks of a note", "one\ntwo"],
  ])("keeps %s", (_, typed) => {
    expect(note.parse(typed)).toBe(typed.normalize("NFC"));
  });

  it("still refuses control characters and halves of characters", () => {
    expect(name.safeParse("Oats\u0000").success).toBe(false);
    expect(name.safeParse("Oats\ud83c").success).toBe(false);
  });

  it("a note that holds nothing to see is empty", () => {
    expect(note.parse("\u200b\u2066 \u2069")).toBe("");
  });
});
