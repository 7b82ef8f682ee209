export * from "./alerts/schemas";
export * from "./assessment/schemas";
export * from "./client";
export * from "./copy/schemas";
export * from "./day/schemas";
export * from "./minerals/schemas";
export * from "./review/schemas";
export * from "./trends/schemas";
