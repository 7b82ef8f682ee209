import { describe, expect, test } from "vitest";
import { readFoodForm } from "@/app/(app)/foods/_components/own-food";
import { browserName } from "@/app/(app)/settings/_components/browser-name";

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe("a food as its label has it", () => {
  test("blank is left out, 0 is 0", () => {
    const typed = readFoodForm(
      form({
        name: " Bread ",
        basis: "100",
        "per100g.iron": "2,4",
        "per100g.zinc": " ",
        "per100g.calcium": "0",
      }),
      [],
    );
    expect(typed).toMatchObject({
      ok: true,
      food: { name: "Bread", per100g: { iron: 2.4, calcium: 0 }, portions: [] },
    });
    expect(typed.ok && Object.keys(typed.food.per100g)).toEqual(["calcium", "iron"]);
  });

  test("amounts of a serving become those of 100 g, and the serving a portion", () => {
    const typed = readFoodForm(
      form({ name: "Bar", basis: "serving", serving: "40", "per100g.magnesium": "30" }),
      [],
    );
    expect(typed).toMatchObject({
      ok: true,
      food: { per100g: { magnesium: 75 }, portions: [{ label: "1 serving", grams: 40 }] },
      rows: [null],
    });
  });

  test("a portion of the serving's weight stands for it; empty rows go", () => {
    const fields = {
      name: "Bar",
      basis: "serving",
      serving: "40",
      "a.label": "1 bar",
      "a.grams": "40",
      "b.label": "",
      "b.grams": "",
    };
    expect(readFoodForm(form(fields), ["a", "b"])).toMatchObject({
      ok: true,
      food: { portions: [{ label: "1 bar", grams: 40 }] },
      rows: ["a"],
    });
  });

  test.each([
    [{ basis: "serving", serving: "" }, "serving"],
    [{ basis: "serving", serving: "0" }, "serving"],
    [{ basis: "serving", serving: "-5" }, "serving"],
    [{ "per100g.iron": "lots" }, "per100g.iron"],
    [{ "per100g.iron": "1e308" }, "per100g.iron"],
    [{ "a.label": "1 slice", "a.grams": "" }, "a.grams"],
  ])("%j is asked about again", (fields, name) => {
    const typed = readFoodForm(form({ name: "x", basis: "100", ...fields }), ["a"]);
    expect(typed.ok ? [] : Object.keys(typed.fields)).toEqual([name]);
  });
});

describe("the name of a browser", () => {
  test.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
      "Firefox on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
      "Edge on Linux",
    ],
    ["curl/8.5.0", "curl/8.5.0"],
    ["", "Unknown browser"],
    [null, "Unknown browser"],
  ])("%s", (agent, name) => {
    expect(browserName(agent)).toBe(name);
  });
});
