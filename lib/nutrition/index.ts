/** The nutrition core: pure functions and types. No package, no clock, no files, no randomness. */
export * from "./composition";
export * from "./intake";
export * from "./nutrients";
export * from "./units";
