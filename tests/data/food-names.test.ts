import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ABBREVIATIONS } from "@/data/build/names/abbreviations";
import { FOOD_GROUP_IDS, type FoodGroup } from "@/lib/catalogue";
import { builtInTable } from "../support/built-in-table";

const catalogue = builtInTable();
const rows = gunzipSync(readFileSync("data/sources/sr28.tsv.gz"))
  .toString("utf8")
  .split("\n")
  .slice(1, -1)
  .map((line) => line.split("\t"));
const titles = rows.map(([, title]) => title ?? "");
const waters = new Map(rows.map(([ndb, , water]) => [ndb, water]));

/** Capitals that are right: acronyms and brands written so by their owners. */
const CAPITALS = new Set("USDA LIPIL NLEA KFC BLT DHA ARA EAS NOS USA MSG CHA AMP TLC NFS BBQ".split(" "));

const wordsOf = (name: string): string[] => name.match(/[A-Za-z][A-Za-z'.]*[A-Za-z]|[A-Za-z]/g) ?? [];
const nameOf = (ndb: string): string | undefined => catalogue.food(`ndb:${ndb}`)?.name;
const listed = (test: (name: string, title: string) => boolean): string[] =>
  catalogue.names.flatMap((name, index) =>
    test(name, titles[index] as string) ? [`${catalogue.ids[index]} ${name} ← ${titles[index]}`] : [],
  );

describe("food names", () => {
  it("shout nowhere", () => {
    expect(
      listed((name) => wordsOf(name).some((word) => /^[A-Z]{3,}$/.test(word) && !CAPITALS.has(word))),
    ).toEqual([]);
  });

  it("leave no abbreviation of SR28 unread", () => {
    // Words that are also whole words of the language, or of a brand (Kraft Mayo, Chick-fil-A).
    const also = new Set(
      "ln sub art comp part past prop cond conc sel med mineral frm hi lo ex st grill mac chic chik bars eng ital dom imp fort red und tod sp den hydr carb str jr inf cal ca na hon hone vit prot whe whl wo w frt con prod product flavor bowl sd rest add var bl ck art mt brd brl raw lite lt nat orig std score sol supp select pk mayo vege bbq chick hawaii".split(
        " ",
      ),
    );
    const bad = new Set([...ABBREVIATIONS.keys()].filter((word) => word.length > 1 && !also.has(word)));
    for (const word of "unenr enr ckd bnless bnls wo rstd brld brsd frz cnd shldr drnd prep unprep lofat".split(
      " ",
    ))
      bad.add(word);
    expect(listed((name) => wordsOf(name.toLowerCase()).some((word) => bad.has(word)))).toEqual([]);
    expect(listed((name) => /\bW\/|\bWO\/|\bw\/o\b|\bRAW\b|\bLN\b/.test(name))).toEqual([]);
  });

  it("begin with a capital or a number and are tidy", () => {
    expect(listed((name) => !/^[A-Z0-9]/.test(name))).toEqual([]);
    expect(listed((name) => / {2}|\s[,;)]|\(\s|^\s|\s$|,,|[\\{}<>\t]|[^\x20-\x7eéèêñçâ]/.test(name))).toEqual(
      [],
    );
    expect(listed((name) => name.length < 3 || name.length > 190)).toEqual([]);
    expect(listed((name) => (name.match(/\(/g)?.length ?? 0) !== (name.match(/\)/g)?.length ?? 0))).toEqual(
      [],
    );
  });

  it("are all different", () => {
    const seen = new Map<string, string>();
    const twice = catalogue.names.filter(
      (name) => seen.has(name.toLowerCase()) || !seen.set(name.toLowerCase(), name),
    );
    expect(twice).toEqual([]);
  });

  it("tell apart two foods that SR28 calls the same by their numbers only", () => {
    const numbered = listed((name) => name.includes("(USDA "));
    expect(numbered.map((line) => line.slice(4, 9))).toEqual(["25000", "25001"]);
  });

  it("follow the long description where the short one is plainly wrong", () => {
    // SR28's short descriptions say "CKD"; SR24 and SR Legacy say raw, and raw beef has 70 % of water, cooked 58 %.
    for (const ndb of ["13293", "23122"]) {
      expect(nameOf(ndb)).toMatch(/, raw$/);
      expect(Number(waters.get(ndb))).toBeGreaterThan(70);
    }
  });

  it("keep raw raw, and cooked cooked", () => {
    expect(
      listed(
        (name, title) =>
          /(?:^|, )RAW$/.test(title) && !/\b(?:raw|uncooked|unprepared|green|dry|dried|fresh)\b/i.test(name),
      ),
    ).toEqual([]);
    expect(
      listed(
        (name, title) =>
          /\bCKD\b/.test(title) &&
          !/mock tender steak, .*, raw$|under blade pot roast or steak, .*, raw$/.test(name) &&
          !/\b(?:cooked|roasted|boiled|broiled|grilled|braised|stewed|fried|baked|simmered|steamed|heated|prepared|microwaved|browned)\b/i.test(
            name,
          ),
      ),
    ).toEqual([]);
    expect(listed((name, title) => /\bUNENR\b/.test(title) && !/\bunenriched\b/i.test(name))).toEqual([]);
    expect(
      listed(
        (name, title) =>
          /\bWITHOUT SALT\b/.test(title) &&
          !/\b(?:without(?: added)? salt|no salt|unsalted|not salted)\b/i.test(name),
      ),
    ).toEqual([]);
  });

  it("read as people write", () => {
    expect(nameOf("20450")).toBe("Rice, white, medium-grain, raw, unenriched");
    expect(nameOf("08020")).toBe("Cereals ready-to-eat, Kellogg, Kellogg's Corn Flakes");
    expect(nameOf("21350")).toBe("McDonald's, Big Mac (without Big Mac Sauce)");
    expect(nameOf("01040")).toBe("Cheese, Swiss");
    expect(nameOf("11457")).toBe("Spinach, raw");
    expect(nameOf("13070")).toBe(
      'Beef, flank, steak, separable lean only, trimmed to 0" fat, choice, cooked, broiled',
    );
    expect(nameOf("16607")).toBe("MorningStar Farms buffalo Chik patties, frozen, unprepared");
    expect(nameOf("28181")).toBe(
      "Kellogg's, Pop-Tarts, Ice Cream Shoppe frosted strawberry milkshake toaster pastries",
    );
    expect(nameOf("05215")).toBe("Turkey, back from whole bird, meat only, raw");
    expect(nameOf("01289")).toBe("Kefir, lowfat, plain, Lifeway");
  });
});

describe("food groups", () => {
  it("has one of USDA's 25 for every food, and uses all of them", () => {
    const used = new Map<FoodGroup, number>();
    for (let index = 0; index < catalogue.size; index++) {
      const group = catalogue.groupAt(index);
      used.set(group, (used.get(group) ?? 0) + 1);
    }
    expect(FOOD_GROUP_IDS).toHaveLength(25);
    expect([...used.keys()].sort()).toEqual([...FOOD_GROUP_IDS].sort());
    expect([...used.values()].reduce((sum, count) => sum + count, 0)).toBe(8790);
  });

  it.each([
    ["09040", "fruits"],
    ["23472", "beef"],
    ["27064", "soupsSauces"],
    ["28316", "bakedProducts"],
    ["31019", "vegetables"],
    ["32031", "meals"],
    ["33867", "babyFoods"],
    ["42303", "dairyEgg"],
    ["43128", "legumes"],
    ["43155", "beverages"],
    ["19034", "snacks"],
    ["90560", "fishShellfish"],
    ["48052", "grainsPasta"],
    ["35001", "nativeFoods"],
    ["36030", "restaurantFoods"],
  ] as const)("%s is of %s", (ndb, group) => {
    expect(catalogue.food(`ndb:${ndb}`)?.group).toBe(group);
  });
});
