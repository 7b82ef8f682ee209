import "server-only";

// The only queries of the notices.
export * from "./mails";
export * from "./notices";
export * from "./pushes";
export * from "./turns";
