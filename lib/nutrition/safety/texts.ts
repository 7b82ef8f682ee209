import { SAFETY, type SafetyText, safetyText } from "./table";

/** Shown on first run, in settings and on every export. */
export const SAFETY_NOTICE: SafetyText = safetyText("notice", SAFETY.notice);
/** Beside every low recorded intake. */
export const LOW_INTAKE_CAUTION: SafetyText = safetyText("low-intake", SAFETY.lowIntake);
/** What a finding about intake does not mean. */
export const NOT_ABOUT_THE_BODY: SafetyText = safetyText("not-about-the-body", SAFETY.notAboutTheBody);
/** Shown whenever an iron supplement is saved. */
export const IRON_NOTICE: SafetyText = safetyText("iron-notice", SAFETY.ironNotice);
/** What an upper limit means, beside any figure above one. */
export const UPPER_LIMIT_MEANING: SafetyText = safetyText("upper-limit-meaning", {
  text: SAFETY.upperLimit.meaning,
  sources: SAFETY.upperLimit.sources,
});
/** The neutral notice when a day or a usual intake lies above an upper limit. */
export const UPPER_LIMIT_NOTICE: SafetyText = safetyText("upper-limit-above", {
  text: SAFETY.upperLimit.above,
  sources: SAFETY.upperLimit.sources,
});
/** Why magnesium in food is not compared with a limit. */
export const MAGNESIUM_LIMIT_SCOPE: SafetyText = safetyText("upper-limit-magnesium", {
  text: SAFETY.upperLimit.magnesium,
  sources: SAFETY.upperLimit.sources,
});
/** The caution on Brazil nuts and foods like them. */
export const SELENIUM_VARIATION: SafetyText = safetyText("selenium-varies", SAFETY.seleniumVariation);
/** Signs that belong to a doctor. */
export const RED_FLAGS: SafetyText = safetyText("red-flags", SAFETY.redFlags);
