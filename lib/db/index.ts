// The only way into lib/db, and only for lib/*/store.ts.
export { db, disconnect, engine, Prisma, rows, sql, transaction, unlessTaken } from "./database";
