import type { Lesson } from "./lesson";

/** The themes that cut across the minerals. */
export const THEME_LESSONS: readonly Lesson[] = [
  {
    slug: "gut-disorders",
    title: "Low minerals and gut disorders",
    summary: "Which way the arrow points, and when to see a doctor",
    parts: [
      {
        title: "Cause or sign",
        said: "A lack of minerals is behind many gut disorders.",
        verdict: "Mostly the other way round: an ill gut absorbs less and loses more.",
        claims: ["illness-direction", "illness-iron", "illness-zinc"],
      },
      {
        title: "Where a mineral is a treatment",
        claims: ["illness-child-diarrhoea", "magnesium-oxide-laxative"],
      },
      { title: "Medicines", claims: ["illness-acid-blockers"] },
    ],
    yours: [
      { href: "/settings/health", text: "Conditions and medicines that Assay takes into account" },
      { href: "/alerts", text: "Your alerts" },
    ],
    extra: "red-flags",
  },
  {
    slug: "refined-foods",
    title: "Refined foods",
    summary: "What milling takes from a grain, and what is put back",
    parts: [
      {
        title: "What is lost",
        said: "Refined-food diets leave people short of minerals.",
        verdict: "Fair for magnesium, zinc and potassium. Iron is often added back.",
        claims: ["refined-milling", "refined-enriched", "refined-surveys"],
      },
    ],
    yours: [
      { href: "/trends", text: "Your weeks, and what share of your energy is from refined food" },
      { href: "/alerts", text: "Your alerts" },
    ],
    extra: "milling",
  },
  {
    slug: "phytate",
    title: "Phytate and preparation",
    summary: "What binds minerals, and what soaking, sprouting and fermenting free",
    parts: [
      {
        title: "What it does",
        said: "Phytates are anti-nutrients that steal your minerals.",
        verdict: "They do hold some back. The foods are still worth eating.",
        claims: ["phytate-zinc", "phytate-zinc-ratio", "phytate-iron", "phytate-avoid"],
      },
    ],
    yours: [
      { href: "/minerals/zinc", text: "Phytate and zinc in your days" },
      { href: "/minerals/iron", text: "What helps and hinders iron in your meals" },
      { href: "/methods#preparation", text: "How preparation is worked out" },
    ],
    extra: "preparations",
  },
  {
    slug: "pairing",
    title: "What goes together, what apart",
    summary: "Vitamin D and calcium, vitamin C and iron, tea, coffee, tablets",
    parts: [
      { title: "Together", claims: ["vitamin-d-calcium", "vitamin-c-iron"] },
      { title: "Apart", claims: ["tea-coffee-iron", "calcium-iron-meal", "zinc-iron-tablets"] },
      { title: "Often said", claims: ["calcium-zinc", "calcium-oxalate"] },
      {
        title: "Ratios",
        claims: ["calcium-magnesium-ratio", "zinc-copper-ratio", "potassium-sodium-ratio"],
      },
    ],
    yours: [
      { href: "/minerals/iron", text: "Your meals with iron" },
      { href: "/minerals/calcium", text: "Your calcium and vitamin D" },
      { href: "/supplements", text: "Your supplements and what to keep apart" },
      { href: "/trends", text: "The ratios of your days" },
    ],
  },
  {
    slug: "supplements",
    title: "Supplements, carefully",
    summary: "Food first; what a limit means; where tablets harm",
    parts: [
      {
        title: "Limits",
        claims: ["upper-limit-meaning", "zinc-copper", "selenium-above-need", "calcium-supplement-stones"],
      },
      { title: "Forms", claims: ["magnesium-citrate-oxide", "magnesium-oxide-laxative"] },
      { title: "Iron", claims: ["iron-infants-gut", "iron-alternate-days", "iron-safe-level"] },
    ],
    yours: [{ href: "/supplements", text: "Your supplements, held against the limits" }],
  },
  {
    slug: "testing",
    title: "Laboratory and microbiome tests",
    summary: "What a blood value tells, and what a stool test does not",
    parts: [
      {
        title: "Blood",
        claims: ["testing-ferritin", "testing-inflammation", "testing-magnesium", "testing-steady"],
      },
      {
        title: "Microbiome",
        said: "Test your microbiome and personalise your minerals.",
        verdict: "Not possible today. Keep such a report for its date and talk it over with a clinician.",
        claims: ["testing-microbiome"],
      },
    ],
    yours: [{ href: "/methods#limits", text: "What intake can and cannot tell" }],
  },
  {
    slug: "research",
    title: "Research of 2023 to 2025",
    summary: "Seven findings, and how far each of them reaches",
    parts: [
      { title: "2025", claims: ["testing-microbiome", "magnesium-microbiome-2025", "salt-substitutes-2025"] },
      { title: "2024", claims: ["vitamin-d-2024", "global-gaps-2024", "iron-safe-level"] },
      { title: "2023", claims: ["iron-alternate-days", "selenium-limit-2023"] },
    ],
    yours: [{ href: "/methods#references", text: "The reference values behind your targets" }],
  },
];
