export * from "./amounts";
export * from "./dates";
export * from "./english";
export * from "./measures";
