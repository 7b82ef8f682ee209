export { AlertMark, KindTag } from "./alert-mark";
export { Notes } from "./alert-notes";
export {
  basisOf,
  daysOf,
  kindOf,
  leadOf,
  meanWords,
  mineralOf,
  surerWords,
  sureWords,
  titleOf,
} from "./alert-words";
export { nutrientOf, resolvedChange, resolvedTitle } from "./resolved-words";
export { TopAlert } from "./top-alert";
