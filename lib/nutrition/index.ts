/** The nutrition core: pure functions and types. No package, no clock, no files, no randomness. */
export * from "./composition";
export * from "./dates";
export * from "./intake";
export * from "./life-stage";
export * from "./nutrients";
export * from "./reference-intakes";
export * from "./reference-types";
export * from "./units";
