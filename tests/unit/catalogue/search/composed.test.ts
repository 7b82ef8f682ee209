import { describe, expect, it } from "vitest";
import { composedOf } from "@/lib/catalogue";

/** The dish and its parts as texts. */
const taken = (name: string) => {
  const composed = composedOf(name);
  return (
    composed && {
      dish: composed.dish?.word ?? null,
      base: composed.dish?.base ?? null,
      parts: composed.parts.map((part) => part.map(({ text }) => text).join(" ")),
    }
  );
};

describe("fault 9: names of composed dishes", () => {
  it.each([
    ["peanut butter sandwich", { dish: "sandwich", base: "bread", parts: ["peanut butter"] }],
    ["ham and cheese sandwiches", { dish: "sandwich", base: "bread", parts: ["ham", "cheese"] }],
    ["Avocado on toast", { dish: "toast", base: "toast", parts: ["avocado"] }],
    ["tofu stir fry", { dish: "stir fry", base: null, parts: ["tofu"] }],
    ["green salad", { dish: "salad", base: null, parts: ["green"] }],
    ["salad with tuna and egg", { dish: "salad", base: null, parts: ["tuna", "egg"] }],
    ["yogurt with honey", { dish: null, base: null, parts: ["yogurt", "honey"] }],
    ["hummus wrap", { dish: "wrap", base: "flour tortilla", parts: ["hummus"] }],
    ["salad", { dish: "salad", base: null, parts: [] }],
  ])("takes %s apart", (name, parts) => {
    expect(taken(name)).toEqual(parts);
  });

  it.each(["peanut butter", "salad cream", "macaroni and cheese", "", "with", "with milk", "bread with"])(
    "leaves %j whole",
    (name) => {
      expect(composedOf(name)).toBeNull();
    },
  );
});
