/** The nutrition core: pure functions and types. No package, no clock, no files, no randomness. */
export * from "./composition";
export * from "./dates";
export * from "./intake";
export * from "./life-stage";
export * from "./nutrients";
export * from "./reference-intakes";
export * from "./reference-types";
export * from "./safety/alarms";
export * from "./safety/gates";
export * from "./safety/supplements";
export type { AvoidedFood, SafetySource, SafetyText } from "./safety/table";
export * from "./safety/texts";
export * from "./units";
