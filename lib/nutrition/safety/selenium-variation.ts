import variation from "@/data/reference/selenium-variation.json";
import type { SafetyText } from "./table";

/** Caution on foods with variable selenium, such as Brazil nuts. Apart from the other texts, since the browser shows it. */
export const SELENIUM_VARIATION: SafetyText = {
  code: variation.code,
  text: variation.text,
  sources: variation.sources,
};
