export * from "./resolved-schemas";
export * from "./review-schemas";
