import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import type { Lesson } from "./lesson";

type Words = Pick<Lesson, "title" | "summary" | "parts">;

const WORDS: { readonly [M in Mineral]: Words } = {
  magnesium: {
    title: "Magnesium and the bowel",
    summary: "A laxative as a tablet; in food it is not known to be one",
    parts: [
      {
        title: "In the gut",
        said: "Magnesium keeps the bowel moving.",
        verdict: "True of tablets that are poorly absorbed. Not shown for magnesium in food.",
        claims: ["magnesium-oxide-laxative", "magnesium-food-gut"],
      },
      { title: "What gets in", claims: ["magnesium-citrate-oxide", "phytate-avoid"] },
      { title: "Lately", claims: ["magnesium-microbiome-2025"] },
      { title: "In the laboratory", claims: ["testing-magnesium", "illness-acid-blockers"] },
    ],
  },
  zinc: {
    title: "Zinc and the gut lining",
    summary: "Needed to renew the lining; extra zinc has helped ill people only",
    parts: [
      {
        title: "In the gut",
        said: "Zinc seals a leaky gut.",
        verdict: "Shown in a few small studies of ill people. Not shown for anybody else.",
        claims: ["zinc-gut-lining", "illness-child-diarrhoea", "illness-zinc"],
      },
      {
        title: "What gets in",
        claims: ["phytate-zinc", "calcium-zinc", "zinc-iron-tablets"],
      },
      { title: "Too much", claims: ["zinc-copper"] },
      { title: "In the laboratory", claims: ["testing-inflammation"] },
    ],
  },
  calcium: {
    title: "Calcium and gut bacteria",
    summary: "It shifts bacteria in animals; what that means for people is open",
    parts: [
      {
        title: "In the gut",
        said: "Calcium feeds the good bacteria.",
        verdict: "Seen in animals and a few small human studies. Whether it matters is not known.",
        claims: ["calcium-microbiota"],
      },
      {
        title: "What gets in",
        claims: ["calcium-oxalate", "calcium-dose", "vitamin-d-calcium"],
      },
      { title: "Too much", claims: ["calcium-supplement-stones"] },
      { title: "In the laboratory", claims: ["testing-steady"] },
    ],
  },
  iron: {
    title: "Iron: needed, and not to excess",
    summary: "Why both too little and too much are worth knowing",
    parts: [
      {
        title: "In the gut",
        said: "Excess iron feeds harmful bacteria.",
        verdict: "Shown for iron powders given to infants. Not shown for iron in ordinary adult diets.",
        claims: ["iron-infants-gut", "iron-adult-gut"],
      },
      {
        title: "What gets in",
        claims: ["vitamin-c-iron", "phytate-iron", "tea-coffee-iron", "calcium-iron-meal"],
      },
      { title: "Tablets and limits", claims: ["iron-alternate-days", "iron-safe-level"] },
      { title: "In the laboratory", claims: ["testing-ferritin", "illness-iron"] },
    ],
  },
  selenium: {
    title: "Selenium and antioxidant defence",
    summary: "Part of the enzymes that protect the lining; more than enough does not help",
    parts: [
      {
        title: "In the gut",
        said: "Selenium protects the gut as an antioxidant, so more protects more.",
        verdict:
          "The first half is right. The second is not: the enzymes fill up, and then it turns harmful.",
        claims: ["selenium-gpx", "selenium-above-need"],
      },
      { title: "Too much", claims: ["selenium-limit-2023", "selenium-brazil-nuts"] },
      { title: "In the laboratory", claims: ["testing-inflammation"] },
    ],
  },
  potassium: {
    title: "Potassium and fluid balance",
    summary: "It holds water in the cells and drives the gut muscle",
    parts: [
      {
        title: "In the gut",
        said: "Potassium keeps fluids in balance and the bowel moving.",
        verdict:
          "The first is right. A slow bowel comes from low blood potassium in illness, rarely from food.",
        claims: ["potassium-fluid", "potassium-gut-muscle", "potassium-diet-gut"],
      },
      { title: "Elsewhere", claims: ["potassium-blood-pressure", "salt-substitutes-2025"] },
      { title: "In the laboratory", claims: ["testing-steady"] },
    ],
  },
};

/** One page a mineral. */
export const mineralLesson = (mineral: Mineral): Lesson => ({
  slug: mineral,
  mineral,
  ...WORDS[mineral],
  yours: [
    { href: `/minerals/${mineral}`, text: `Your ${NUTRIENTS[mineral].label.toLowerCase()}, day by day` },
  ],
});
