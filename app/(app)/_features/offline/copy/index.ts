// What is drawn from the local copy. On demand: pages that the server draws do without it.

export { KeptStrip } from "../host/strips";
export { useReconnect } from "../host/use-reconnect";
export { type Copy, forgetCopies, readCopy } from "./copy-store";
export { dayOf, ownOf, paletteOf, readDay, readPaletteOf, todayOf } from "./local";
