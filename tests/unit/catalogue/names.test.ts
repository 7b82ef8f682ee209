import { describe, expect, it } from "vitest";
import { distance, isShortened, nameFoods } from "@/data/build/names";
import { calm, learnCasing, recase } from "@/data/build/names/casing";
import { expand } from "@/data/build/names/expand";

describe("writing out abbreviations", () => {
  it.each([
    ["RICE, WHITE, MEDIUM-GRAIN, RAW, UNENR", "rice, white, medium-grain, raw, unenriched"],
    [
      'BEEF, RND, LN AND FAT, 1/8" FAT, ALL GRDS, CKD, BRLD',
      'beef, round, separable lean and fat, trimmed to 1/8" fat, all grades, cooked, broiled',
    ],
    [
      'BEEF, LN, TP LN STK, BNLESS, LN, 0" FAT, SEL, RAW',
      'beef, loin, top loin steak, boneless, separable lean only, trimmed to 0" fat, select, raw',
    ],
    ["BEEF, GROUND, 93% LN MEAT / 7% FAT", "beef, ground, 93% lean meat / 7% fat"],
    ["CHEESE, CHEDDAR, RED FAT", "cheese, cheddar, reduced fat"],
    ["PEPPERS, SWT, RED, RAW", "peppers, sweet, red, raw"],
    [
      "LAMB, DOM, SHLDR, WHL (ARM AND BLD), LN, RAW",
      "lamb, domesticated, shoulder, whole (arm and blade), separable lean only, raw",
    ],
    ["CARROTS, CKD, BLD, DRND, WO/SALT", "carrots, cooked, boiled, drained, without salt"],
    ["SUBWAY, TUNA SUB ON WHITE BREAD", "subway, tuna sub on white bread"],
    ["CREAM SUB, LIQ, LT", "cream substitute, liquid, light"],
    ["BUTTER, LT, STK, WITH SALT", "butter, light, stick, with salt"],
    ["BABYFOOD, FRUIT, PRUNES, STR", "babyfood, fruit, prunes, strained"],
    ["MCDONALD'S, BIG MAC", "mcdonald's, big mac"],
  ])("%s", (short, long) => {
    expect(expand(short)).toBe(long);
  });
});

describe("capitals", () => {
  const casing = learnCasing([
    "Cereals ready-to-eat, KELLOGG'S RAISIN BRAN",
    "Bread, KELLOGG'S",
    "Cheese, gouda",
    "Fish, cod, Atlantic, raw",
  ]);

  it("are learned from long descriptions and put on short ones", () => {
    expect(recase("kellogg's, raisin bran, with vitamin c", casing)).toBe(
      "Kellogg's, Raisin Bran, with vitamin C",
    );
    expect(recase("cheese, swiss", casing)).toBe("Cheese, Swiss");
    expect(recase("mcdonald's, hamburger", casing)).toBe("McDonald's, hamburger");
  });

  it("stop shouting", () => {
    expect(calm("Cereals ready-to-eat, POST, HONEY BUNCHES OF OATS, with almonds")).toBe(
      "Cereals ready-to-eat, Post, Honey Bunches of Oats, with almonds",
    );
    expect(calm("CAMPBELL Soup Company, V8 SPLASH Juice Drinks")).toBe("V8 Splash Juice Drinks");
    expect(calm("Bread, french or vienna")).toBe("Bread, French or Vienna");
  });
});

describe("recognising the long description of a short one", () => {
  const vocabulary = new Set(["thigh", "back", "gouda", "turkey"]);

  it("wants the words that decide on both sides", () => {
    expect(distance("beans, black, cooked", "Beans, black, cooked", vocabulary)).toBe(0);
    expect(distance("beans, black, cooked", "Beans, black, raw", vocabulary)).toBeUndefined();
    expect(distance("milk, lowfat, 2%", "Milk, low fat, 1%", vocabulary)).toBeUndefined();
    expect(
      distance("turkey, back, meat only, raw", "Turkey, thigh, meat only, raw", vocabulary),
    ).toBeUndefined();
    expect(distance("chicken, breast, roasted", "Chicken, breast, cooked, roasted", vocabulary)).toBe(0);
  });

  it("sees letters left out, in order", () => {
    expect(isShortened("INF FORMU, ME JOHNS, PDR", "Infant formula, MEAD JOHNSON, powder")).toBe(true);
    expect(isShortened("INF FORMU, ABBOTT, PDR", "Infant formula, MEAD JOHNSON, powder")).toBe(false);
  });

  it("falls back on the short one when none is right", () => {
    const names = nameFoods(
      [
        { ndb: "1", title: "BEANS, BLK, RAW", sr24: "Beans, black, raw", legacy: [] },
        { ndb: "2", title: "BEANS, BLK, CKD", sr24: "Beans, black, raw", legacy: ["Beans, black, canned"] },
        { ndb: "3", title: "CORN CHIPS", sr24: undefined, legacy: [] },
        { ndb: "4", title: "CORN CHIPS", sr24: undefined, legacy: [] },
      ],
      ["Beans, black, raw"],
    );
    expect(names.get("1")).toEqual({ name: "Beans, black, raw", from: "sr24" });
    expect(names.get("2")).toEqual({ name: "Beans, black, cooked", from: "sr28" });
    expect(names.get("3")?.name).toBe("Corn chips (USDA 3)");
    expect(names.get("4")?.name).toBe("Corn chips (USDA 4)");
  });
});
