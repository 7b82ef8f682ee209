export { ClaimItem, FurtherCard, GutCard, ITEM, Section } from "./claims";
export { FreshPages } from "./fresh-pages";
export { SampleBanner, StandardSwitch } from "./later";
export { absorptionClaims, pairsFor } from "./pairs";
export { ProductHint, ProductWords } from "./product-hint";
export { SafetyFooter } from "./safety-footer";
export { useSignOut } from "./use-sign-out";
