// The only code of the diary that queries. Every query names the owner first.
export { serializeByOwner } from "../../db";
export * from "./changes";
export * from "./entries";
export * from "./habits";
export * from "./marks";
export * from "./plans";
export * from "./replace";
export type { EntryRow } from "./rows";
export * from "./totals";
