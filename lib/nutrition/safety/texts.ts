import { SAFETY, type SafetyText, safetyText } from "./table";

/** General notice: shown on first run, in settings and on every export. */
export const SAFETY_NOTICE: SafetyText = safetyText("notice", SAFETY.notice);
/** Shown beside every low recorded intake. */
export const LOW_INTAKE_CAUTION: SafetyText = safetyText("low-intake", SAFETY.lowIntake);
/** What must not be concluded from a finding about intake. */
export const NOT_ABOUT_THE_BODY: SafetyText = safetyText("not-about-the-body", SAFETY.notAboutTheBody);
/** Shown whenever an iron supplement is saved. */
export const IRON_NOTICE: SafetyText = safetyText("iron-notice", SAFETY.ironNotice);
/** Meaning of an upper limit; shown beside any value above one. */
export const UPPER_LIMIT_MEANING: SafetyText = safetyText("upper-limit-meaning", {
  text: SAFETY.upperLimit.meaning,
  sources: SAFETY.upperLimit.sources,
});
/** Neutral notice for a day or a usual intake above an upper limit. */
export const UPPER_LIMIT_NOTICE: SafetyText = safetyText("upper-limit-above", {
  text: SAFETY.upperLimit.above,
  sources: SAFETY.upperLimit.sources,
});
/** Why magnesium from food is not compared with a limit. */
export const MAGNESIUM_LIMIT_SCOPE: SafetyText = safetyText("upper-limit-magnesium", {
  text: SAFETY.upperLimit.magnesium,
  sources: SAFETY.upperLimit.sources,
});
/** Caution on foods with variable selenium, such as Brazil nuts. */
export const SELENIUM_VARIATION: SafetyText = safetyText("selenium-varies", SAFETY.seleniumVariation);
/** Symptoms for which to see a doctor. */
export const RED_FLAGS: SafetyText = safetyText("red-flags", SAFETY.redFlags);
