export { bestSources, bestSourcesBoth } from "./best-sources";
export { explainedMean } from "./explained-mean";
export { explainedTotal } from "./explained-total";
export { type MineralPage, mineralPage } from "./mineral-page";
export { vitaminCFoods } from "./pairing";
