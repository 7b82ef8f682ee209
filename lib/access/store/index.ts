import "server-only";

// The only Prisma code of accounts, sessions, tokens, one-time links and events.
export * from "./accounts";
export * from "./events";
export * from "./links";
