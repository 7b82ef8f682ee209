export { AlertMark, KindTag } from "./alert-mark";
export { Notes } from "./alert-notes";
export {
  formatAlertBasis,
  formatEvidenceDays,
  getAlertKind,
  getAlertLead,
  getAlertMineral,
  getAlertTitle,
  meanWords,
  surerWords,
  sureWords,
} from "./alert-words";
export { getSingleNutrient, resolvedChange, resolvedTitle } from "./resolved-words";
export { TopAlert } from "./top-alert";
