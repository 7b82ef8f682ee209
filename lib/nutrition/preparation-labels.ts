import type { PreparationId } from "./preparation";

/** Labels of the preparations by id. Apart from the table, so that pages in the browser need not load it. */
export const PREPARATION_LABELS: { readonly [P in PreparationId]: string } = {
  boiled: "Boiled",
  "boiled-drained": "Boiled and drained",
  soaked: "Soaked",
  "soaked-boiled": "Soaked, then boiled",
  "soaked-pressure-cooked": "Soaked, then pressure-cooked",
  "sprouted-1-day": "Sprouted 1 day",
  "sprouted-3-days": "Sprouted 2–3 days",
  "sprouted-5-days": "Sprouted 5 days",
  "fermented-pulse": "Fermented",
  tempeh: "Fermented as tempeh",
  "fermented-batter": "Fermented batter",
  "yeast-bread": "Baked with yeast",
  sourdough: "Baked as sourdough",
  "sourdough-bread": "Sourdough",
  roasted: "Roasted",
  "fermented-root": "Fermented",
};
