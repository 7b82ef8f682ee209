export { ClaimItem, FurtherCard, GutCard, ITEM, Section } from "./claims";
export { absorptionClaims, pairsFor } from "./pairs";
export { SafetyFooter } from "./safety-footer";
export { SampleBanner } from "./sample-banner";
export { StandardSwitch } from "./standard-switch";
