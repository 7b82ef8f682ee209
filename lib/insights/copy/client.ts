// What the browser needs to draw pages from its copy: pure, nothing here leads to zod.
export { type LocalDay, localDay } from "./local-day";
export { type LocalOwnFood, type LocalPalette, localOwn, localPalette } from "./local-palette";
